/** Many groups under one policy group: totals, and the groups most worth a look. */
import { integerText, percentText, type Rational } from '@steward/numbers';
import type { GroupPolicy } from '@steward/policy';
import type { GroupOutcome, Rollup } from '@steward/simulator';
import type { Column } from '../layout/table.ts';
import { table } from '../layout/table.ts';
import type { Catalogue } from '../locale/catalogue.ts';
import type { Palette } from '../palette.ts';
import type { Names } from '../values/names.ts';
import { share } from '../values/numbers.ts';
import { notableLines } from './notable.ts';
import { INDENT, paragraph, wholly } from './page.ts';
import { undecidedLines } from './undecided.ts';

export interface RollupPage {
  rules: GroupPolicy;
  rollup: Rollup;
  groups: readonly GroupOutcome[];
  names: Names;
  words: Catalogue;
  palette: Palette;
  width: number;
  /** Most notable groups listed. */
  notable: number;
  /** The command that shows one of them in full. */
  seeOne: (group: string) => string;
}

export function rollupLines(page: RollupPage): string[] {
  const { rollup, words, palette, names } = page;
  const title = `${palette.bold(names.full(rollup.policy))} · ${words.kind[page.rules.kind]} · ${palette.bold(words.rollup(words.groupCount(rollup.groups, integerText(rollup.groups))))}`;
  const facts = [
    words.memberCount(rollup.members, integerText(rollup.members)),
    words.eventCount(rollup.events, integerText(rollup.events)),
    words.messageCount(rollup.messages, integerText(rollup.messages)),
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
    ...undecidedLines(page),
    '',
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
    { text: integerText(members), paint: palette.bold },
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
      return `${names.short(category)} ${actual}${words.openParenthesis}${words.mixHeader.target} ${percentText(target)}${words.closeParenthesis}`;
    });
    const judged = mix.kept + mix.missed;
    const kept =
      judged === 0 ? words.mixNever : words.mixVerdict(integerText(mix.kept), integerText(judged), mix.period, 0);
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
        : words.cap(names.full(cap.category), percentText(limit), cap.period);
    return `${name}${words.colon}${cap.exceeded === 0 ? words.capNeverExceeded : words.capExceededGroups(integerText(cap.exceeded))}`;
  });
  const bans = rollup.bans.map(
    (ban) =>
      `${words.ban(names.full(ban.lexicon))}${words.colon}${words.messageCount(ban.messages, integerText(ban.messages))}`,
  );
  return [...mixes, ...[...caps, ...bans].flatMap((text) => paragraph(page, text, 1, 2))];
}

function capLimit(page: RollupPage, category: string, period: string): Rational | null {
  return page.rules.content.caps.find((cap) => cap.category === category && cap.period === period)?.share ?? null;
}

function healthTexts(page: RollupPage): string[] {
  const { rollup, words, names } = page;
  return rollup.health.flatMap(({ dimension, breaches, groupsInBreachAtEnd }) => {
    const blind = page.groups.filter((group) =>
      group.health.some((one) => one.dimension === dimension && wholly(one.unknowns)),
    );
    const episodes = words.breachEpisodes(
      breaches,
      integerText(breaches),
      groupsInBreachAtEnd,
      integerText(groupsInBreachAtEnd),
    );
    return verdictLine(page, names.full(dimension), breaches, episodes, blind.length);
  });
}

function riskTexts(page: RollupPage): string[] {
  const { rollup, words, names, palette } = page;
  return rollup.risks.flatMap(({ risk, incidents, escalated, openAtEnd }) => {
    const counts = [
      incidents === 0 ? words.quiet : words.incidentCount(incidents, integerText(incidents)),
      ...(escalated > 0 ? [words.escalatedCount(integerText(escalated))] : []),
      ...(openAtEnd > 0 ? [palette.red(words.openCount(integerText(openAtEnd)))] : []),
    ].join(words.pause);
    const blind = page.groups.filter((group) => group.risks.some((one) => one.risk === risk && wholly(one.unknowns)));
    return verdictLine(page, names.full(risk), incidents, counts, blind.length);
  });
}

/** Unknown is not good news: without findings, report the groups in which nothing could be decided. */
function verdictLine(page: RollupPage, name: string, findings: number, text: string, blind: number): string[] {
  const { words, palette, groups } = page;
  const undecided = words.undecidedIn(blind, integerText(blind));
  if (findings > 0) {
    const note = blind === 0 ? '' : `${words.pause}${undecided}`;
    return paragraph(page, `${palette.red('✗')} ${name}${words.colon}${text}${note}`, 1, 2);
  }
  if (blind === 0) return paragraph(page, `${palette.green('✓')} ${name}${words.colon}${text}`, 1, 2);
  const said = blind === groups.length ? undecided : `${text}${words.pause}${undecided}`;
  return paragraph(page, `${palette.yellow('?')} ${name}${words.colon}${said}`, 1, 2);
}

function actionTexts(page: RollupPage): string[] {
  const { rollup, words, names } = page;
  if (rollup.actions.length === 0) return paragraph(page, words.noActions);
  const preventing = (count: number): string =>
    count > 0
      ? `${words.openParenthesis}${words.actionHeader.prevented} ${words.prevented(count, integerText(count))}${words.closeParenthesis}`
      : '';
  return paragraph(
    page,
    rollup.actions
      .map(({ action, count, prevented }) => `${names.action(action)} ${integerText(count)}${preventing(prevented)}`)
      .join(words.comma),
  );
}

function stageTexts(page: RollupPage): string[] {
  const { rollup, words, names } = page;
  const held = rollup.stages.filter(({ groups }) => groups > 0);
  if (held.length === 0) return [];
  const text = held
    .map(({ stage, groups }) => `${names.full(stage)} ${words.groupCount(groups, integerText(groups))}`)
    .join(words.comma);
  return paragraph(page, `${words.stagesAtEnd}${words.colon}${text}`, 1, 2);
}
