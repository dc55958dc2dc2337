/**
 * Lowers checked syntax trees into a Policy.
 *
 * - Pure: no I/O, clock or randomness; equal sources give equal policies.
 * - Total: broken clauses are dropped; a file without errors loses nothing.
 * - Every node keeps its source range; the body of a metric keeps the range of its definition.
 * - Works per declaration, so that an editor can keep the pieces of unchanged ones.
 */
import type { Policy } from '@steward/policy';
import { POLICY_FORMAT } from '@steward/policy';
import type { Element } from '../generated/ast.ts';
import type { LowerContext } from './environment.ts';
import { lowerGroup } from './group.ts';
import { lowerScenario } from './scenarios.ts';
import { lowerWord, type Vocabulary } from './vocabulary.ts';

/** What one declaration contributes to a Policy. */
export type Piece = Partial<Pick<Policy, 'groups' | 'scenarios'> & Vocabulary>;

export function lowerElement(element: Element, context: LowerContext): Piece {
  if (element.$type === 'Group') return { groups: lowerGroup(element, context) };
  if (element.$type === 'Scenario') return { scenarios: lowerScenario(element, context) };
  return context.sound(element) ? lowerWord(element, context) : {};
}

/** @param pieces the entry file's first, then those of the other files, in source order */
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
