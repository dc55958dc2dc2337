/** Many groups under one policy group: their sums, and which of them are worth a look. */
import type { GroupPolicy, Rational } from '@steward/policy';
import type { GroupOutcome, Rollup } from '@steward/simulator';
import type { Column } from '../layout/table.ts';
import { table } from '../layout/table.ts';
import type { Catalogue } from '../locale/catalogue.ts';
import type { Palette } from '../palette.ts';
import type { Names } from '../values/names.ts';
import { integer, percent, share } from '../values/numbers.ts';
import { INDENT, paragraph } from './page.ts';

export interface RollupPage {
  rules: GroupPolicy;
  rollup: Rollup;
  groups: readonly GroupOutcome[];
  names: Names;
  words: Catalogue;
  palette: Palette;
  width: number;
  /** Groups named among the most notable. */
  notable: number;
  /** The command that shows one of them in full. */
  seeOne: (group: string) => string;
}

export function rollupLines(page: RollupPage): string[] {
  const { rollup, words, palette, names } = page;
  const title = `${palette.bold(names.full(rollup.policy))} · ${words.kind[page.rules.kind]} · ${palette.bold(words.rollup(words.groupCount(rollup.groups, integer(rollup.groups))))}`;
  const facts = [
    words.memberCount(rollup.members, integer(rollup.members)),
    words.eventCount(rollup.events, integer(rollup.events)),
    words.messageCount(rollup.messages, integer(rollup.messages)),
  ].join(' · ');
  return [
    palette.dim('─'.repeat(page.width)),
    ...paragraph(page, title, 0),
    ...paragraph(page, facts, 0),
    ...titled(page, words.tiers, tierRows(page)),
    ...titled(page, words.content, contentTexts(page)),
    ...titled(page, words.health, healthTexts(page)),
    ...titled(page, words.risks, riskTexts(page)),
    ...titled(page, words.actions, actionTexts(page)),
    ...titled(page, words.lifecycle, stageTexts(page)),
    ...notableLines(page),
  ];
}

function titled(page: RollupPage, title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', page.palette.bold(title), ...lines];
}

function lay(page: RollupPage, columns: readonly Column[], body: Parameters<typeof table>[1]): string[] {
  return table(columns, body, { width: page.width, indent: INDENT, gap: 2, header: page.palette.dim });
}

function tierRows(page: RollupPage): string[] {
  const { rollup, names, words, palette } = page;
  if (rollup.tiers.length === 0) return [];
  const columns: Column[] = [
    { header: '', align: 'left', least: 12 },
    { header: '', align: 'right' },
    { header: '', align: 'right' },
    { header: '', align: 'left', fill: { least: 10, most: 40 } },
  ];
  const counts = [
    ...rollup.tiers.map(({ tier, members }) => ({ name: names.full(tier), members })),
    ...(rollup.untiered > 0 ? [{ name: words.noTier, members: rollup.untiered }] : []),
  ];
  const body = counts.map(({ name, members }) => [
    { text: name },
    { text: integer(members), paint: palette.bold },
    { text: share(members, rollup.members) ?? '' },
    { text: (width: number) => bar(members, rollup.members, width), paint: palette.cyan },
  ]);
  return lay(page, columns, body);
}

function bar(part: number, whole: number, width: number): string {
  return whole === 0 ? '' : '▇'.repeat(Math.round((part / whole) * width));
}

function contentTexts(page: RollupPage): string[] {
  const { rollup, words, names } = page;
  const mixes = rollup.mixes.flatMap((mix) => {
    const parts = mix.shares.map(({ category, target, messages }) => {
      const actual = share(messages, mix.messages) ?? '–';
      return `${names.short(category)} ${actual}${words.openParenthesis}${words.mixHeader.target} ${percent(target)}${words.closeParenthesis}`;
    });
    const judged = mix.kept + mix.missed;
    const kept = judged === 0 ? words.mixNever : words.mixVerdict(integer(mix.kept), integer(judged), mix.period, 0);
    return paragraph(
      page,
      `${words.clause.mix(words.per[mix.period])}${words.colon}${kept} · ${parts.join(words.comma)}`,
      1,
      2,
    );
  });
  const caps = rollup.caps.map((cap) => {
    const limit = capLimit(page, cap.category, cap.period);
    const name =
      limit === null
        ? words.clause.cap(names.full(cap.category))
        : words.cap(names.full(cap.category), percent(limit), cap.period);
    return `${name}${words.colon}${words.capExceededGroups(integer(cap.exceeded))}`;
  });
  const bans = rollup.bans.map(
    (ban) =>
      `${words.ban(names.full(ban.lexicon))}${words.colon}${words.messageCount(ban.messages, integer(ban.messages))}`,
  );
  return [...mixes, ...[...caps, ...bans].flatMap((text) => paragraph(page, text, 1, 2))];
}

function capLimit(page: RollupPage, category: string, period: string): Rational | null {
  return page.rules.content.caps.find((cap) => cap.category === category && cap.period === period)?.share ?? null;
}

function healthTexts(page: RollupPage): string[] {
  const { rollup, words, names, palette } = page;
  return rollup.health.flatMap(({ dimension, breaches, groupsInBreachAtEnd }) => {
    const text = `${names.full(dimension)}${words.colon}${words.breachEpisodes(breaches, integer(breaches), groupsInBreachAtEnd, integer(groupsInBreachAtEnd))}`;
    return paragraph(page, `${breaches === 0 ? palette.green('✓') : palette.red('✗')} ${text}`, 1, 2);
  });
}

function riskTexts(page: RollupPage): string[] {
  const { rollup, words, names, palette } = page;
  return rollup.risks.flatMap(({ risk, incidents, escalated, openAtEnd }) => {
    const counts = [
      incidents === 0 ? words.quiet : words.incidentCount(incidents, integer(incidents)),
      ...(escalated > 0 ? [words.escalatedCount(integer(escalated))] : []),
      ...(openAtEnd > 0 ? [palette.red(words.openCount(integer(openAtEnd)))] : []),
    ].join(words.pause);
    return paragraph(
      page,
      `${incidents === 0 ? palette.green('✓') : palette.red('✗')} ${names.full(risk)}${words.colon}${counts}`,
      1,
      2,
    );
  });
}

function actionTexts(page: RollupPage): string[] {
  const { rollup, words, names } = page;
  if (rollup.actions.length === 0) return paragraph(page, words.noActions);
  const preventing = (count: number): string =>
    count > 0
      ? `${words.openParenthesis}${words.actionHeader.prevented} ${words.prevented(integer(count))}${words.closeParenthesis}`
      : '';
  return paragraph(
    page,
    rollup.actions
      .map(({ action, count, prevented }) => `${names.action(action)} ${integer(count)}${preventing(prevented)}`)
      .join(words.comma),
  );
}

function stageTexts(page: RollupPage): string[] {
  const { rollup, words, names } = page;
  const held = rollup.stages.filter(({ groups }) => groups > 0);
  if (held.length === 0) return [];
  const text = held
    .map(({ stage, groups }) => `${names.full(stage)} ${words.groupCount(groups, integer(groups))}`)
    .join(words.comma);
  return paragraph(page, `${words.stagesAtEnd}${words.colon}${text}`, 1, 2);
}

function notableLines(page: RollupPage): string[] {
  const { words, palette, groups } = page;
  const shown = groups
    .toSorted((a, b) => notability(b) - notability(a) || (a.group < b.group ? -1 : 1))
    .slice(0, page.notable);
  const [first] = shown;
  if (first === undefined) return [];
  const header = words.notableHeader;
  const columns: Column[] = [
    { header: header.group, align: 'left', least: 14 },
    { header: header.members, align: 'right' },
    { header: header.incidents, align: 'right' },
    { header: header.open, align: 'right' },
    { header: header.mix, align: 'right' },
    { header: header.actions, align: 'right' },
    { header: header.breach, align: 'left', least: 8 },
  ];
  const body = shown.map((group) => {
    const open = openIncidents(group);
    const missed = group.content.mixes.reduce((sum, mix) => sum + mix.missed, 0);
    const name =
      group.groupName === null || group.groupName === group.group ? group.group : `${group.groupName} (${group.group})`;
    return [
      { text: name },
      { text: integer(group.members.atEnd) },
      { text: integer(incidentsOf(group)) },
      { text: integer(open), paint: open > 0 ? palette.red : palette.dim },
      { text: integer(missed) },
      { text: integer(group.actions.total) },
      { text: breachesAtEnd(group).map(page.names.short).join(words.comma), paint: palette.red },
    ];
  });
  return [
    ...titled(page, words.mostNotable(integer(shown.length), integer(groups.length)), lay(page, columns, body)),
    ...paragraph(page, palette.dim(words.seeOne(page.seeOne(first.group)))),
  ];
}

/**
 * How much a group asks for attention: what is unsettled at the end weighs most, then what climbed a ladder, then how often
 * things went wrong.
 */
function notability(group: GroupOutcome): number {
  const escalated = group.risks.reduce((sum, risk) => sum + risk.escalated, 0);
  const exceeded = group.content.caps.reduce((sum, cap) => sum + cap.exceeded, 0);
  return (
    20 * openIncidents(group) + 10 * breachesAtEnd(group).length + 5 * escalated + 2 * incidentsOf(group) + exceeded
  );
}

const incidentsOf = (group: GroupOutcome): number => group.risks.reduce((sum, risk) => sum + risk.incidents.length, 0);
const openIncidents = (group: GroupOutcome): number => group.risks.reduce((sum, risk) => sum + risk.openAtEnd, 0);

function breachesAtEnd(group: GroupOutcome): string[] {
  return group.health.filter(({ byDay }) => byDay.at(-1) === 'breach').map(({ dimension }) => dimension);
}
