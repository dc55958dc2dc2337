/** Input and shared shapes of the dashboard model. */
import { type Rational, toNumber } from '@steward/numbers';
import type { ClauseKeys, GroupPolicy, Policy, SourceRange } from '@steward/policy';
import type { Evidence, GroupOutcome, Outcome } from '@steward/simulator';
import type { Catalogue } from '../locale/catalogue.ts';
import type { EvidenceText } from '../text/page.ts';
import type { Names } from '../values/names.ts';
import type { Places, Rule } from './parts.ts';

export interface View {
  policy: Policy;
  rules: GroupPolicy;
  outcome: Outcome;
  group: GroupOutcome;
  keys: ClauseKeys;
  names: Names;
  words: Catalogue;
  sourceText: (range: SourceRange) => string | null;
  evidenceText: EvidenceText;
  memberName: (member: string) => string | null;
}

/** Places named behind one number. */
const MOST_PLACES = 8;
const LONGEST_TEXT = 160;
const LONGEST_SOURCE = 2_000;

/** @param condition what decides it; null if the whole clause does */
export function ruleOf(
  view: View,
  clause: string | undefined,
  name: string,
  range: SourceRange,
  condition: string | null,
): Rule {
  const source = view.sourceText(range);
  return {
    clause: clause ?? view.rules.name,
    name,
    text: condition ?? '',
    source: source === null ? null : cut(dedent(source, range), LONGEST_SOURCE),
    place: `${view.policy.files[range.file]?.path ?? '?'}:${range.startLine}`,
  };
}

/** The first line starts at the clause; the others keep their indentation relative to it. */
function dedent(source: string, range: SourceRange): string {
  const indent = ' '.repeat(range.startColumn - 1);
  return source
    .split('\n')
    .map((line, index) => (index > 0 && line.startsWith(indent) ? line.slice(indent.length) : line))
    .join('\n');
}

export function placesOf(view: View, evidence: Evidence): Places {
  const places = evidence.events.slice(-MOST_PLACES).map((reference) => {
    const { file, line, at } = reference;
    const text = view.evidenceText(reference);
    return { file, line, at, text: text === null ? null : cut(text.replace(/\s+/g, ' ').trim(), LONGEST_TEXT) };
  });
  return { count: evidence.count, places };
}

function cut(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`;
}

/** The latest of a list, and how many were before them. */
export function latest<Item>(items: readonly Item[], most: number): { shown: Item[]; earlier: number } {
  const shown = items.slice(Math.max(0, items.length - most));
  return { shown, earlier: items.length - shown.length };
}

export function numberOf(value: Rational | null): number | null {
  return value === null ? null : toNumber(value);
}
