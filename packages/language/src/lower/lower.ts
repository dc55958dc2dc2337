/**
 * Lowers checked syntax trees into a Policy.
 *
 * - Pure: no I/O, clock or randomness; equal sources give equal policies.
 * - Total: broken clauses are left out; a file without errors loses nothing.
 * - Every node keeps the source range it came from; a metric's body keeps that of its definition.
 * - By declaration: an editor keeps the pieces of those that did not change.
 */
import type { Policy } from '@steward/policy';
import { POLICY_FORMAT } from '@steward/policy';
import type { Element } from '../generated/ast.ts';
import type { LowerContext } from './environment.ts';
import { lowerGroup } from './group.ts';
import { lowerScenario } from './scenarios.ts';
import { lowerWord, type Vocabulary } from './vocabulary.ts';

/** What one declaration is of a Policy. */
export type Piece = Partial<Pick<Policy, 'groups' | 'scenarios'> & Vocabulary>;

export function lowerElement(element: Element, context: LowerContext): Piece {
  if (element.$type === 'Group') return { groups: lowerGroup(element, context) };
  if (element.$type === 'Scenario') return { scenarios: lowerScenario(element, context) };
  return context.sound(element) ? lowerWord(element, context) : {};
}

/** @param pieces of all files, the entry's first, in the order in which they are written */
export function assemble(pieces: readonly Piece[], context: LowerContext): Policy {
  return {
    format: POLICY_FORMAT,
    files: context.sourceFiles,
    groups: pieces.flatMap(({ groups }) => groups ?? []),
    signals: pieces.flatMap(({ signals }) => signals ?? []),
    metrics: pieces.flatMap(({ metrics }) => metrics ?? []),
    actions: pieces.flatMap(({ actions }) => actions ?? []),
    lexicons: pieces.flatMap(({ lexicons }) => lexicons ?? []),
    roles: pieces.flatMap(({ roles }) => roles ?? []),
    tools: pieces.flatMap(({ tools }) => tools ?? []),
    scripts: pieces.flatMap(({ scripts }) => scripts ?? []),
    scenarios: pieces.flatMap(({ scenarios }) => scenarios ?? []),
  };
}
