/** Writes a history as a `scenario` block that replays it and expects what it demonstrates, in both languages. */
import type { Policy } from '@steward/policy';
import type { Expected, History, HistoryEvent } from '@steward/proofs';
import type { Bilingual, Locale } from '@steward/text';
import { clockTextOfSecond, dateText } from '@steward/time';
import { keywordIn } from '../../parser/keywords.ts';

export interface ScenarioRequest {
  title: Bilingual;
  group: string;
  history: History;
  expectations: readonly Expected[];
}

/** Declarations that affect how a scenario is written. */
type ScenarioVocabulary = Pick<Policy, 'signals' | 'actions' | 'roles'>;

interface Names {
  /** Signals and actions that have a name in Chinese. */
  aliases: ReadonlyMap<string, string>;
  /** Ids and names listed by declared roles: without an explicit role, their events would count as staff's. */
  listed: ReadonlySet<string>;
}

/** The log lasts to the end of the last day that an expectation names, so that day needs no event. */
export function scenarioText(policy: ScenarioVocabulary, request: ScenarioRequest): Bilingual {
  const names: Names = { aliases: aliasesOf(policy), listed: listedIn(policy) };
  return { en: textIn('en', request, names), zh: textIn('zh', request, names) };
}

function listedIn({ roles }: ScenarioVocabulary): Set<string> {
  return new Set(roles.flatMap(({ members }) => members));
}

function aliasesOf({ signals, actions }: ScenarioVocabulary): Map<string, string> {
  const named = [...signals, ...actions];
  return new Map(named.flatMap(({ name, alias }): [string, string][] => (alias === null ? [] : [[name, alias]])));
}

function textIn(language: Locale, request: ScenarioRequest, { aliases, listed }: Names): string {
  const { title, group, history, expectations } = request;
  const word = (keyword: string): string => keywordIn(keyword, language);
  const named = (name: string): string => (language === 'zh' ? (aliases.get(name) ?? name) : name);
  return [
    `${word('scenario')} ${quoted(title[language])} ${word('for')} ${group} {`,
    `  ${word('given')} {`,
    ...history.events.map((event) => `    ${rowText(withRole(event, listed), history, word, named)}`),
    '  }',
    ...expectations.map((expected) => `  ${expectationText(expected, history, word, named)}`),
    '}',
    '',
  ].join('\n');
}

type Spell = (name: string) => string;

function expectationText(expected: Expected, history: History, word: Spell, named: Spell): string {
  const start = expected.negated ? `${word('expect')} ${word('no')}` : word('expect');
  const { day, second } = expected;
  const time = second === undefined ? '' : `T${clockTextOfSecond(second)}`;
  const on = `${word('on')} ${dateText(history.date - day)}${time}`;
  return `${start} ${claimText(expected, word, named)} ${on}`;
}

function claimText(expected: Expected, word: Spell, named: Spell): string {
  const { kind, name } = expected;
  switch (kind) {
    case 'tier':
      return `${word('tier')} ${name} ${word('of')} ${quoted(expected.member)}`;
    case 'breach':
      return `${word('breach')} ${word('of')} ${name}`;
    case 'action': {
      const to = expected.member === null ? '' : ` ${word('to')} ${quoted(expected.member)}`;
      return `${word('action')} ${named(name)}${to}`;
    }
    default:
      return `${word(kind)} ${name}`;
  }
}

/** People in a history are ordinary members by default, even if a declared role lists somebody with the same name. */
function withRole(event: HistoryEvent, listed: ReadonlySet<string>): HistoryEvent {
  if (!listed.has(event.member) || event.fields.role !== undefined) return event;
  return { ...event, fields: { role: 'member', ...event.fields } };
}

function rowText(
  { member, signal, fields, day, second, times }: HistoryEvent,
  history: History,
  word: Spell,
  named: Spell,
): string {
  const given = Object.entries(fields).map(
    ([field, value]) => `${field} = ${typeof value === 'number' ? value : wordOrText(field, value)}`,
  );
  const repeated = times > 1 ? [`${word('x')} ${times}`] : [];
  const at = `${dateText(history.date - day)}T${clockTextOfSecond(second)}`;
  return [at, quoted(member), named(signal), given.join(', '), ...repeated].filter((part) => part !== '').join(' ');
}

/** Values from closed sets are words of the language; everything else is text. */
function wordOrText(field: string, value: string): string {
  return field === 'role' || field === 'media' ? value : quoted(value);
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}
