/** The text predicates of a policy: collected once, answered by the reader during its scan, and read here as bits. */
import { SIGNALS, type Signal, type TextPredicate } from '@steward/events';
import {
  conditionsOf,
  type EventCondition,
  filtersOf,
  type GroupPolicy,
  leavesOf,
  type Named,
  type Policy,
} from '@steward/policy';

export interface PredicateTable {
  predicates: TextPredicate[];
  /** Bit of a predicate, by {@link predicateKey}. */
  bits: ReadonlyMap<string, number>;
}

type Question =
  | { kind: 'contains'; words: readonly string[] }
  | { kind: 'matches'; pattern: string; ignoreCase: boolean };

export function predicateKey(question: Question): string {
  if (question.kind === 'contains') return `contains ${JSON.stringify(question.words)}`;
  return `matches ${question.ignoreCase ? 'i' : ''} ${question.pattern}`;
}

/** The whole text is the name or label, as in a `resolve` or `campaign` event. */
export function namesExactly(named: Pick<Named, 'name' | 'label'>): Question {
  const spellings = named.label === null ? [named.name] : [named.name, named.label];
  return { kind: 'matches', pattern: `\\A(?:${spellings.map(quoted).join('|')})\\z`, ignoreCase: false };
}

function quoted(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

export function collectPredicates(policy: Policy): PredicateTable {
  const found = new Map<string, { question: Question; signals: Set<string> }>();
  const ask = (question: Question, signal: string): void => {
    const key = predicateKey(question);
    const entry = found.get(key) ?? { question, signals: new Set<string>() };
    entry.signals.add(signal);
    found.set(key, entry);
  };
  for (const group of policy.groups) askGroup(group, ask);
  return {
    predicates: [...found.values()].map(({ question, signals }) => predicate(question, signals)),
    bits: new Map([...found.keys()].map((key, bit) => [key, bit])),
  };
}

function predicate(question: Question, signals: ReadonlySet<string>): TextPredicate {
  const only: Signal[] = SIGNALS.filter((signal) => signals.has(signal));
  if (question.kind === 'contains') return { kind: 'contains', words: question.words, only };
  return { kind: 'matches', pattern: question.pattern, ignoreCase: question.ignoreCase, only };
}

type Ask = (question: Question, signal: string) => void;

function askGroup(group: GroupPolicy, ask: Ask): void {
  for (const category of group.content.categories) askEvent(category.when, 'message', ask);
  for (const ban of group.content.bans) ask({ kind: 'contains', words: ban.words }, 'message');
  for (const risk of group.risks) ask(namesExactly(risk), 'resolve');
  for (const campaign of group.campaigns) ask(namesExactly(campaign), 'campaign');
  for (const { condition } of conditionsOf(group)) {
    for (const { signal, where } of filtersOf(condition)) askEvent(where, signal, ask);
  }
}

function askEvent(condition: EventCondition, signal: string, ask: Ask): void {
  for (const leaf of leavesOf(condition)) if (leaf.kind === 'contains' || leaf.kind === 'matches') ask(leaf, signal);
}
