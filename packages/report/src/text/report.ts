/**
 * An Outcome as text for the people who run the groups.
 *
 * - Pure: equal inputs give equal text. Colours, width and sources are injected; nothing of Node is used.
 * - Complete in kind, bounded in size: of long lists the most telling entries are shown and the rest counted.
 * - Every line fits `width` cells, except where one word alone is wider.
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
  /** Cells of the terminal; narrower than 60 counts as 60, wider than 120 as 120. */
  width: number;
  /** A rule as written; null where the source is not at hand. */
  sourceText: (range: SourceRange) => string | null;
  /** The text of an event of the log; null where it has none or nobody looked. */
  evidenceText: EvidenceText;
  /** Events named for each number. */
  evidence: number;
  /** A policy group that binds more groups than this is shown as a roll-up with its most notable ones. */
  inFull: number;
  /** Groups named among the most notable. */
  notable: number;
  /** The command that shows one group in full. */
  seeOne: (group: string) => string;
}

const NARROWEST = 60;
const WIDEST = 120;
const MOST_FILES = 3;
const MOST_UNBOUND = 8;

/** @returns lines joined by line feeds, with one at the end */
export function textReport(reported: Outcome, rules: Policy, options: TextReportOptions): string {
  const policy = visibleIn(rules);
  // The days of single members are not shown, and there may be millions of them.
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

/** Groups whose events a text report would name: those that it shows in full. */
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

/** A few files by name; many of one folder by the folder. */
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
