/** A comparison in words, not yet laid out as text or Markdown. */
import { integerText } from '@steward/numbers';
import type { Policy } from '@steward/policy';
import type {
  GroupDiff,
  IncidentChange,
  MemberChange,
  OutcomeDiff,
  TierOrNone,
  VerdictChange,
} from '@steward/simulator';
import { type Locale, visibleIn } from '@steward/text';
import { CATALOGUE } from '../locale/catalogue.ts';
import { localTime } from '../values/dates.ts';
import { type Names, namesOf } from '../values/names.ts';
import { DIFF_WORDS, type DiffWords } from './diff-words.ts';

/** Input of a comparison. */
export interface DiffInput {
  diff: OutcomeDiff;
  before: { title: string; policy: Policy };
  after: { title: string; policy: Policy };
  /** Display name of the log. */
  log: string;
  locale: Locale;
}

export interface DiffDocument {
  sides: string;
  summary: string;
  groups: { title: string; sections: { title: string; items: string[] }[] }[];
  /** Number of differing groups not shown; null for none. */
  hidden: string | null;
}

const MOST_GROUPS = 10;
const MOST_NAMES = 8;
const MOST_INCIDENTS = 20;
const MOST_TIMES = 5;

interface Speaker {
  words: DiffWords;
  diff: GroupDiff;
  before: Names;
  after: Names;
}

export function diffDocument(context: DiffInput): DiffDocument {
  const { diff, before, after, log, locale } = visibleIn(context);
  const words = DIFF_WORDS[locale];
  const hidden = diff.changed.length - MOST_GROUPS;
  return {
    sides: words.sides(before.title, after.title, log),
    summary: diff.changed.length === 0 ? words.nothing(diff.groups) : summary(diff, words),
    groups: diff.changed.slice(0, MOST_GROUPS).map((group) => {
      const names = (policy: Policy, name: string | null): Names => namesOf(policy, name ?? '', CATALOGUE[locale]);
      return groupPart({
        words,
        diff: group,
        before: names(before.policy, group.policy.before),
        after: names(after.policy, group.policy.after),
      });
    }),
    hidden: hidden > 0 ? words.moreGroups(integerText(hidden)) : null,
  };
}

function summary({ changed, groups }: OutcomeDiff, words: DiffWords): string {
  const incidents = changed.flatMap((group) => group.incidents);
  const actions = changed.flatMap((group) => group.actions).map(({ before, after }) => after - before);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const totals = words.totals(
    sum(changed.map(({ members }) => members.length)),
    incidents.filter(({ kind }) => kind === 'appears').length,
    incidents.filter(({ kind }) => kind === 'goes').length,
    sum(actions.filter((difference) => difference > 0)),
    -sum(actions.filter((difference) => difference < 0)),
  );
  return groups === 1 ? totals : `${totals}\n${words.inGroups(changed.length, groups)}`;
}

function groupPart(speaker: Speaker): DiffDocument['groups'][number] {
  const { diff, words } = speaker;
  const { before, after } = diff.policy;
  const called =
    diff.groupName === null || diff.groupName === diff.group ? diff.group : `${diff.groupName} ${diff.group}`;
  const sections: [keyof DiffWords['section'], string[]][] = [
    ['members', memberItems(speaker)],
    ['incidents', incidentItems(speaker)],
    ['actions', diff.actions.map((each) => countItem(speaker, actionName(speaker, each.action), each))],
    ['counts', diff.counts.map((each) => countItem(speaker, words.count[each.what](countName(speaker, each)), each))],
    ['verdicts', diff.verdicts.map((each) => verdictItem(speaker, each))],
  ];
  return {
    title: before === after ? called : `${called} · ${words.governed(before, after)}`,
    sections: sections
      .filter(([, items]) => items.length > 0)
      .map(([section, items]) => ({ title: words.section[section], items })),
  };
}

/** The label of the newer rules, or of the older ones. */
function nameOf({ before, after }: Speaker, name: string): string {
  const fresh = after.short(name);
  return fresh === name ? before.short(name) : fresh;
}

function actionName({ before, after }: Speaker, name: string): string {
  const fresh = after.action(name);
  return fresh === name ? before.action(name) : fresh;
}

function countName(speaker: Speaker, { what, name }: GroupDiff['counts'][number]): string {
  return what === 'prevented' ? actionName(speaker, name) : nameOf(speaker, name);
}

function memberItems(speaker: Speaker): string[] {
  const { words, diff } = speaker;
  const tier = (state: TierOrNone): string => (state.kind === 'tier' ? nameOf(speaker, state.tier) : words[state.kind]);
  const lines = (members: readonly MemberChange[], from: TierSide, to: TierSide): string[] =>
    [...Map.groupBy(members, (change) => words.moved(tier(change[from]), tier(change[to]), '', '')).values()]
      .sort((a, b) => b.length - a.length)
      .map((own) => {
        const called = own.map(({ name, member }) => name ?? member);
        const [first] = own;
        if (first === undefined) throw new Error('a group has members');
        const count = integerText(own.length);
        return words.moved(tier(first[from]), tier(first[to]), count, listed(called, MOST_NAMES, words));
      });
  const isSame = ({ before, after }: MemberChange): boolean => tier(before) === tier(after);
  const earlier = lines(diff.members.filter(isSame), 'firstBefore', 'firstAfter');
  return [
    ...lines(
      diff.members.filter((change) => !isSame(change)),
      'before',
      'after',
    ),
    ...(earlier.length === 0 ? [] : [words.earlier(earlier)]),
  ];
}

type TierSide = 'before' | 'after' | 'firstBefore' | 'firstAfter';

function incidentItems(speaker: Speaker): string[] {
  const { words, diff } = speaker;
  const shown = diff.incidents.slice(0, MOST_INCIDENTS).map((change) => incidentItem(speaker, change));
  const rest = diff.incidents.length - shown.length;
  return rest > 0 ? [...shown, words.more(integerText(rest))] : shown;
}

function incidentItem(speaker: Speaker, change: IncidentChange): string {
  const { words, diff } = speaker;
  const risk = nameOf(speaker, change.risk);
  const incident = change.kind === 'differs' ? change.after : change.incident;
  const at = localTime(incident.opened, diff.timezone);
  const senders = incident.senders.length === 0 ? '' : words.of(listed(incident.senders, MOST_NAMES, words));
  if (change.kind !== 'differs') return `${words[change.kind](risk, at)}${senders}`;
  return words.differs(risk, at, courseChanges(speaker, change).join(words.list));
}

function courseChanges({ words, diff }: Speaker, change: IncidentChange & { kind: 'differs' }): string[] {
  const { before, after } = change;
  const course = (which: keyof DiffWords['course'], old: string, fresh: string): string[] =>
    old === fresh ? [] : [`${words.course[which]} ${old} → ${fresh}`];
  const closing = (closed: string | null): string =>
    closed === null ? words.stillOpen : localTime(closed, diff.timezone);
  const names = (list: readonly string[]): string => listed(list, MOST_NAMES, words) || words.absent;
  const lines = [
    ...course('closes', closing(before.closed), closing(after.closed)),
    ...course('reopened', integerText(before.reopened.length), integerText(after.reopened.length)),
    ...course(
      'escalations',
      names(before.escalations.map(({ to }) => to)),
      names(after.escalations.map(({ to }) => to)),
    ),
    ...course('duty', names(before.onDuty), names(after.onDuty)),
    ...course('senders', names(before.senders), names(after.senders)),
    ...course('evidence', integerText(before.evidence.count), integerText(after.evidence.count)),
  ];
  // If the texts look equal, names what differs.
  return lines.length > 0 ? lines : [words.course.closes];
}

function countItem(
  { words }: Speaker,
  name: string,
  { before, after }: { before: number | null; after: number | null },
): string {
  const value = (count: number | null): string => (count === null ? words.absent : integerText(count));
  const change =
    before === null || after === null ? '' : ` (${after > before ? '+' : '−'}${integerText(Math.abs(after - before))})`;
  return `${name}${words.colon}${value(before)} → ${value(after)}${change}`;
}

function verdictItem(speaker: Speaker, { what, name, before, after, at }: VerdictChange): string {
  const { words } = speaker;
  const say = (verdict: string | null): string => {
    if (verdict === null) return words.absent;
    if (what === 'stage') return nameOf(speaker, verdict);
    return verdict.split(' ').map(words.verdict).join(words.list);
  };
  const times = listed(
    at.map((start) => (start.endsWith('Z') ? localTime(start, speaker.diff.timezone) : start)),
    MOST_TIMES,
    words,
  );
  const judged = words.judged[what](what === 'mix' || what === 'cadence' ? name : nameOf(speaker, name));
  return `${judged}${words.colon}${say(before)} → ${say(after)}, ${words.at(integerText(at.length), times)}`;
}

function listed(names: readonly string[], most: number, words: DiffWords): string {
  const rest = names.length - most;
  return [...names.slice(0, most), ...(rest > 0 ? [words.more(integerText(rest))] : [])].join(words.list);
}
