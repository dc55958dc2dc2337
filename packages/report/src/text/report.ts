/**
 * An Outcome as text for the people who run the groups.
 *
 * - Pure: equal inputs give equal text. Colours, width and sources are injected; nothing of Node is used.
 * - Complete in kind, bounded in size: of long lists the most telling entries are shown and the rest counted.
 * - Every line fits `width` cells, except if a single word is wider.
 */
import { integerText } from '@steward/numbers';
import type { GroupPolicy, Policy, SourceRange } from '@steward/policy';
import type { GroupOutcome, Outcome } from '@steward/simulator';
import { type Locale, visibleIn } from '@steward/text';
import { CATALOGUE, type Catalogue } from '../locale/catalogue.ts';
import type { Palette } from '../palette.ts';
import { namesOf } from '../values/names.ts';
import { actionLines } from './actions.ts';
import { campaignLines } from './campaigns.ts';
import { contentLines } from './content.ts';
import { headLines } from './head.ts';
import { healthLines } from './health.ts';
import { lifecycleLines } from './lifecycle.ts';
import { type EvidenceText, type Page, paragraph } from './page.ts';
import { riskLines } from './risks.ts';
import { rollupLines } from './rollup.ts';
import { tierLines } from './tiers.ts';
import { undecidedLines } from './undecided.ts';

export interface TextReportOptions {
  locale: Locale;
  palette: Palette;
  /** Terminal width in cells, clamped to 60–120. */
  width: number;
  /** Source of a rule; null if not available. */
  sourceText: (range: SourceRange) => string | null;
  /** Text of a log event; null if it has none or was not looked up. */
  evidenceText: EvidenceText;
  /** Events listed per number. */
  evidence: number;
  /** Policy groups that bind more groups than this are rolled up, with the most notable groups. */
  inFull: number;
  /** Most notable groups listed. */
  notable: number;
  /** The command that shows one group in full. */
  seeOne: (group: string) => string;
}

const NARROWEST = 60;
const WIDEST = 120;
const MOST_FILES = 3;
const MOST_UNBOUND = 8;

/** @returns lines joined by line feeds, with a trailing one */
export function textReport(reported: Outcome, rules: Policy, options: TextReportOptions): string {
  const policy = visibleIn(rules);
  // Daily states of members are not shown, and there may be millions.
  const shownGroups = reported.groups.map((group) => visibleIn({ ...group, memberHistories: null }));
  const { log, unbound } = visibleIn({ log: reported.log, unbound: reported.unbound });
  const outcome: Outcome = { ...reported, log, unbound, groups: shownGroups, rollups: visibleIn(reported.rollups) };
  const words = CATALOGUE[options.locale];
  const width = Math.min(WIDEST, Math.max(NARROWEST, options.width));
  const lines = [
    ...logLines(outcome, policy, words, options.palette, width),
    ...policy.groups.flatMap((rules) => policyGroupLines(outcome, policy, rules, words, width, options)),
    ...unboundLines(outcome, words, options.palette, width),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** Groups that a text report shows in full, and so lists events of. */
export function groupsInFull(outcome: Outcome, inFull: number): GroupOutcome[] {
  const byPolicy = Map.groupBy(outcome.groups, (group) => group.policy);
  return [...byPolicy.values()].filter((groups) => groups.length <= inFull).flat();
}

function policyGroupLines(
  outcome: Outcome,
  policy: Policy,
  rules: GroupPolicy,
  words: Catalogue,
  width: number,
  options: TextReportOptions,
): string[] {
  const groups = outcome.groups.filter((group) => group.policy === rules.name);
  const names = namesOf(policy, rules.name, words);
  const { palette } = options;
  const rollup = outcome.rollups.find((one) => one.policy === rules.name);
  if (groups.length > options.inFull && rollup !== undefined) {
    const { notable, seeOne } = options;
    return ['', ...rollupLines({ rules, rollup, groups, names, words, palette, width, notable, seeOne })];
  }
  const { evidence, sourceText, evidenceText } = options;
  return groups.flatMap((group) =>
    groupLines({ policy, rules, outcome, group, names, words, palette, width, evidence, sourceText, evidenceText }),
  );
}

function groupLines(page: Page): string[] {
  return [
    '',
    ...headLines(page),
    ...tierLines(page),
    ...contentLines(page),
    ...healthLines(page),
    ...riskLines(page),
    ...campaignLines(page),
    ...lifecycleLines(page),
    ...actionLines(page),
    ...undecidedLines({ ...page, groups: [page.group] }),
  ];
}

function logLines(outcome: Outcome, policy: Policy, words: Catalogue, palette: Palette, width: number): string[] {
  const { log } = outcome;
  const files = fileList(log.files, words);
  const names = namesOf(policy, '', words);
  const facts = [
    words.logHead(files),
    words.eventCount(log.events, integerText(log.events)),
    words.messageCount(log.messages, integerText(log.messages)),
    log.complete ? words.completeLog : words.shows(log.shows.map(names.signal).join(words.comma)),
  ].join(' · ');
  return paragraph({ width }, facts, 0, 2).map(palette.dim);
}

/** Lists a few files; names the folder if there are many. */
function fileList(files: readonly string[], words: Catalogue): string {
  if (files.length <= MOST_FILES) return files.join(words.comma);
  const folders = new Set(files.map((file) => file.replace(/[\\/]?[^\\/]*$/, '')));
  const [folder = ''] = folders;
  if (folders.size === 1 && folder !== '') return words.filesIn(integerText(files.length), folder);
  return [...files.slice(0, MOST_FILES), words.more(integerText(files.length - MOST_FILES))].join(words.comma);
}

function unboundLines(outcome: Outcome, words: Catalogue, palette: Palette, width: number): string[] {
  const { unbound } = outcome;
  if (unbound.length === 0) return [];
  const most = unbound.toSorted((a, b) => b.events - a.events).slice(0, MOST_UNBOUND);
  const rest = unbound.length - most.length;
  const named = most.map(
    ({ group, groupName, events }) =>
      `${groupName === null || groupName === group ? group : `${groupName} (${group})`} ${integerText(events)}`,
  );
  const list = [...named, ...(rest > 0 ? [words.more(integerText(rest))] : [])].join(words.comma);
  return [
    '',
    ...paragraph(
      { width },
      palette.yellow(words.unbound(unbound.length, integerText(unbound.length))) + words.colon + list,
      0,
      2,
    ),
  ];
}
