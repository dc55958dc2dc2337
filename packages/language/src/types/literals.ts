/** Checks the literals of each clause: dates, times, shares, numbers, durations, patterns. */
import type { Bilingual } from '@steward/text';
import { DAY, durationMicros, isTimeZone } from '@steward/time';
import type { AstNode } from 'langium';
import { replaceFix } from '../diagnostics/fixes.ts';
import type { Place } from '../diagnostics/place.ts';
import { rangeOf, textAt } from '../diagnostics/place.ts';
import type * as ast from '../generated/ast.ts';
import { LENGTHS } from '../parser/grammar-words.ts';
import { patternFault } from '../patterns/faults.ts';
import { durationOf } from './rational.ts';
import type { Session } from './session.ts';
import { isDate, isTime, normalizeMoment, patternOf, splitTimestamp } from './values.ts';

const LONGEST_MICROS = 36_500 * DAY;

export function checkLiterals(node: AstNode, session: Session): void {
  checkDurations(node, session);
  const typed = node as ast.GroupRulesAstType[keyof ast.GroupRulesAstType];
  switch (typed.$type) {
    case 'Timezone':
      if (!isTimeZone(typed.value))
        session.report('invalid-timezone', { node, property: 'value' }, { found: typed.value });
      return;
    case 'Capacity':
      whole(typed.value, { node, property: 'value' }, 1, session);
      return;
    case 'Founded':
      moment(typed.at, { node, property: 'at' }, session);
      return;
    case 'Expectation':
      expectation(typed, session);
      return;
    case 'StartOnce':
    case 'GivenEvent':
      moment(typed.at, { node, property: 'at' }, session);
      if (typed.$type === 'GivenEvent' && typed.times !== undefined)
        whole(typed.times, { node, property: 'times' }, 1, session);
      return;
    case 'StartMonthly':
      typed.days.forEach((day, index) => {
        whole(day, { node, property: 'days', index }, 1, session, 31);
      });
      times(typed.times, node, session);
      return;
    case 'StartDaily':
    case 'StartWeekly':
      times(typed.times, node, session);
      return;
    case 'Slot':
    case 'Shift':
      time(typed.from, { node, property: 'from' }, false, session);
      time(typed.to, { node, property: 'to' }, true, session);
      return;
    case 'Mix':
      if (typed.tolerance !== undefined) share(typed.tolerance, { node, property: 'tolerance' }, session);
      return;
    case 'Share':
    case 'Cap':
      share(typed.percent, { node, property: 'percent' }, session);
      return;
    case 'Rank':
      if (typed.percent !== undefined) share(typed.percent, { node, property: 'percent' }, session);
      if (typed.places !== undefined) whole(typed.places, { node, property: 'places' }, 1, session);
      return;
    case 'Trend':
      if (typed.direction === 'falls') share(typed.percent, { node, property: 'percent' }, session);
      else exact({ node, property: 'percent' }, session);
      return;
    case 'CadenceEntry':
      whole(typed.count, { node, property: 'count' }, 1, session);
      return;
    case 'Escalation':
      if (typed.times !== undefined) whole(typed.times, { node, property: 'times' }, 1, session);
      return;
    case 'Nickname':
      pattern(typed.value, { node, property: 'value' }, session);
      return;
    case 'Matches':
      pattern(typed.regex, { node, property: 'regex' }, session);
      return;
    case 'NumberLiteral':
    case 'NumberArgument':
    case 'PercentLiteral':
      exact({ node }, session);
      return;
    default:
      return;
  }
}

function expectation(node: ast.Expectation, session: Session): void {
  if (node.times !== undefined) whole(node.times, { node, property: 'times' }, node.bound === 'most' ? 0 : 1, session);
  for (const property of ['at', 'from', 'to'] as const) {
    const text = node[property];
    if (text !== undefined) moment(text, { node, property }, session);
  }
  if (node.from === undefined || node.to === undefined || session.taint.has(node)) return;
  if (instantOf(node.from, 'first') > instantOf(node.to, 'last')) reportReversed(node, node.from, node.to, session);
}

/** Moments compare as text, so a date becomes its first or last instant. */
function instantOf(moment: string, end: 'first' | 'last'): string {
  const normal = normalizeMoment(moment);
  if (normal.length > 10) return normal.padEnd(19, ':00');
  return `${normal}T${end === 'first' ? '00:00:00' : '23:59:59'}`;
}

function reportReversed(node: ast.Expectation, from: string, to: string, session: Session): void {
  const file = session.pathOf(node);
  const [first, second] = (['from', 'to'] as const).map((property) => rangeOf({ node, property }));
  if (first === undefined || second === undefined) return;
  const edits = [
    { file, startOffset: first.startOffset, endOffset: first.endOffset, newText: to },
    { file, startOffset: second.startOffset, endOffset: second.endOffset, newText: from },
  ];
  const title = { en: 'Swap the two times', zh: '对调两个时间' };
  session.report('span-reversed', { node, property: 'to' }, {}, { fixes: [{ title, edits }] });
}

function checkDurations(node: AstNode, session: Session): void {
  for (const property of LENGTHS.get(node.$type) ?? []) {
    const value: unknown = property in node ? Reflect.get(node, property) : undefined;
    if (typeof value === 'string') duration(value, { node, property }, session);
  }
}

function duration(value: string, place: Place, session: Session): void {
  const amount = Number.parseInt(value, 10);
  if (!/^\d+(min|s|h|d|w)$/.test(value)) {
    // The lexer has reported it; mark the clause as broken.
    session.taint.mark(place.node);
  } else if (amount < 1 || durationMicros(durationOf(value)) > LONGEST_MICROS) {
    session.report('invalid-duration', place, {
      found: written(place),
      expected: { en: 'a duration is at least 1 and at most 36500d', zh: '时长至少为 1，至多 36500 天' },
    });
  }
}

function whole(value: number, place: Place, least: number, session: Session, most = 1_000_000): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  invalidNumber(
    place,
    {
      en: `a whole number from ${least} to ${most} is expected`,
      zh: `这里要 ${least} 到 ${most} 的整数`,
    },
    session,
  );
}

/** Rejects numbers of more than twelve digits: they, or a share of them, could not be represented exactly. */
function exact(place: Place, session: Session): void {
  if (written(place).replace(/\D/g, '').length <= 12) return;
  invalidNumber(place, { en: 'at most twelve digits are kept exactly', zh: '最多十二位数字才能精确表示' }, session);
}

function invalidNumber(place: Place, expected: Bilingual, session: Session): void {
  session.report('invalid-number', place, { found: written(place), expected });
}

function share(value: number, place: Place, session: Session): void {
  if (value > 100) session.report('invalid-percent', place, { found: written(place) });
  else exact(place, session);
}

function moment(value: string, place: Place, session: Session): void {
  const { date, time: clock } = splitTimestamp(value);
  if (!isDate(date)) session.report('invalid-date', place, { found: date });
  else if (clock !== '' && !isTime(clock, false))
    session.report('invalid-time', place, { found: clock, last: '23:59' });
}

function times(values: readonly string[], node: AstNode, session: Session): void {
  values.forEach((value, index) => {
    time(value, { node, property: 'times', index }, false, session);
  });
}

function time(value: string, place: Place, allowMidnightEnd: boolean, session: Session): void {
  if (isTime(value, allowMidnightEnd)) return;
  session.report('invalid-time', place, { found: value, last: allowMidnightEnd ? '24:00' : '23:59' });
}

function pattern(value: string, place: Place, session: Session): void {
  const { pattern: source, ignoreCase } = patternOf(value);
  const fault = patternFault(source, ignoreCase);
  if (fault === null) return;
  const { reason, instead } = fault;
  const fixes =
    instead === null ? [] : [replaceFix(session.pathOf(place.node), rangeOf(place), literalOf(instead, ignoreCase))];
  session.report('invalid-pattern', place, { reason }, { fixes });
}

/** Inverse of `patternOf`. */
function literalOf(pattern: string, ignoreCase: boolean): string {
  return `/${pattern.replaceAll('/', '\\/')}/${ignoreCase ? 'i' : ''}`;
}

function written(place: Place): string {
  return textAt(place);
}
