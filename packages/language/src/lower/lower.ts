/**
 * Lowers checked syntax trees into a Policy.
 *
 * - Pure: no I/O, clock or randomness; equal sources give equal policies.
 * - Total: broken clauses are left out; a file without errors loses nothing.
 * - Every node keeps the source range it came from; a metric's body keeps that of its definition.
 */
import type { Policy } from '@steward/policy';
import { POLICY_FORMAT } from '@steward/policy';
import type { LowerContext } from './environment.ts';
import { lowerGroup } from './group.ts';
import { lowerScenario } from './scenarios.ts';
import { lowerVocabulary } from './vocabulary.ts';

export function lower(context: LowerContext): Policy {
  const elements = context.files.flatMap((file) => file.model.elements);
  return {
    format: POLICY_FORMAT,
    files: context.sourceFiles,
    groups: elements.flatMap((element) => (element.$type === 'Group' ? lowerGroup(element, context) : [])),
    ...lowerVocabulary(context),
    scenarios: elements.flatMap((element) => (element.$type === 'Scenario' ? lowerScenario(element, context) : [])),
  };
}
