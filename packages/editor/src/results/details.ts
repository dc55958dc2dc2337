/**
 * A clause's results in full, as Markdown for a hover: head, chart, tables, evidence, and the equivalent command line.
 *
 * - Pure. Text from rules, names and messages never becomes markup.
 * - A clause of several groups gets one line per group, those that need attention first.
 */

import { code, plain } from '@steward/language/lsp/markdown';
import { integerText } from '@steward/numbers';
import type { SourceRange } from '@steward/policy';
import { fileName, truncate } from '@steward/report';
import type { EventReference, Evidence } from '@steward/simulator';
import type { ClauseDetails, ClauseKey, EvidencePlace } from '../protocol.ts';
import { chartText } from './chart/chart.ts';
import { chartSvg, dataUri } from './chart/svg.ts';
import { type Clause, type ClauseKind, type ClauseReader, readClauses } from './clauses.ts';
import { cadenceFacts, campaignFacts, campaignGoalFacts, lifecycleFacts, stageFacts } from './details/campaigns.ts';
import { banFacts, capFacts, categoryFacts, mixFacts, slotFacts } from './details/content.ts';
import { type Facts, type FactsView, type FactTable, NO_FACTS, table, time, together } from './details/facts.ts';
import { goalFacts, healthFacts, responseFacts } from './details/health.ts';
import { groupFacts, nicknameFacts, tierFacts } from './details/members.ts';
import { escalationFacts, riskFacts } from './details/risks.ts';
import { type Formatter, formatterFor } from './formatter.ts';
import type { LineText, ResultsInput } from './input.ts';
import { labelReader } from './labels.ts';
import { lineReader } from './lines.ts';
import { evidenceLink, markdownTable } from './markdown.ts';

export interface DetailsInput extends ResultsInput {
  /** URIs of the log's files, in the outcome's order. */
  files: readonly string[];
  /** Source of a rule; null if not available. */
  sourceText: (range: SourceRange) => string | null;
  /** Text of an event; null if it has none or was not looked up. */
  evidenceText: (reference: EventReference) => string | null;
  /** The equivalent command line. */
  command: string;
  client: {
    /** Whether hovers show images; if not, charts are lines of text. */
    images: boolean;
    /** Whether the client can open evidence; if not, places are plain text. */
    commands: boolean;
  };
}

const MOST_GROUPS = 8;
const MOST_PLACES = 5;
const LONGEST_QUOTE = 48;

/** @param file index into the policy's files, with the clause `key` in it. @returns null if there is no such clause, or no outcome for it */
export function clauseDetails(input: DetailsInput, file: number, key: ClauseKey): ClauseDetails | null {
  const { policy, outcome, locale } = input;
  const textOf = formatterFor(policy, locale);
  const lines = lineReader(textOf, outcome.log.shows);
  const view: FactsView = { formatter: textOf, log: outcome.log, sourceText: input.sourceText };
  const [found] = readClauses(policy, outcome, { file, key }, detailsReader(view, lines));
  if (found?.value == null) return null;
  const { name, line, facts, groups, group, signal } = found.value;
  const evidence = evidenceOf(input, facts.evidence);
  const parts = [
    `**${plain(name)}** · ${plain(line.text)}`,
    ...chartMarkdown(input, facts),
    ...[...groups, ...facts.tables].map(tableMarkdown),
    ...(facts.notes.length === 0 ? [] : [facts.notes.map((note) => `- ${plain(note)}`).join('\n')]),
    ...undecidedMarkdown(textOf, facts, signal),
    ...evidenceMarkdown(input, textOf, facts.evidence, group),
    `${plain(textOf.own.sameBy)} ${code(input.command)}`,
  ];
  return { markdown: parts.join('\n\n'), evidence };
}

interface ClauseText {
  name: string;
  line: LineText;
  facts: Facts;
  /** If several groups have it. */
  groups: FactTable[];
  /** Whose days and times are shown; null if they differ. */
  group: Clause['outcomes'][number]['group'] | null;
  signal: (name: string) => string;
}

/** One function per kind: facts about a clause in one group. */
function detailsReader(view: FactsView, lines: ClauseReader<LineText | null>): ClauseReader<ClauseText | null> {
  const labels = labelReader(view.formatter);
  const textOf =
    <Kind extends ClauseKind>(kind: Kind, facts: FactsOf<Kind>) =>
    (clause: Clause<Kind>): ClauseText | null => {
      const { outcomes } = clause;
      const line = lines[kind](clause);
      const [first, another] = outcomes;
      if (line === null || first === undefined) return null;
      const { signal } = view.formatter.names(clause.rules);
      if (another === undefined) {
        return { name: labels[kind](clause), line, facts: facts(view, clause), groups: [], group: first.group, signal };
      }
      const alone = outcomes.map((one) => ({ ...clause, outcomes: [one] }));
      const reported = alone.flatMap((one) => {
        const text = lines[kind](one);
        const [{ group } = first] = one.outcomes;
        return text === null ? [] : [{ group: group.groupName ?? group.group, text }];
      });
      const rows = reported.toSorted((a, b) => ORDER[a.text.tone] - ORDER[b.text.tone]).slice(0, MOST_GROUPS);
      const hidden = reported.length - rows.length;
      const evidence = together(alone.flatMap((one) => facts(view, one).evidence ?? []));
      const { words } = view.formatter;
      return {
        name: labels[kind](clause),
        line,
        facts: { ...NO_FACTS, evidence, notes: hidden > 0 ? [words.more(integerText(hidden))] : [] },
        groups: table(
          [words.notableHeader.group, ''],
          rows.map(({ group, text }) => [group, text.text]),
        ),
        group: null,
        signal,
      };
    };
  const nothing = (): Facts => NO_FACTS;
  return {
    group: textOf('group', groupFacts),
    capacity: textOf('capacity', nothing),
    nickname: textOf('nickname', nicknameFacts),
    tier: textOf('tier', tierFacts),
    task: textOf('task', nothing),
    category: textOf('category', categoryFacts),
    mix: textOf('mix', mixFacts),
    cap: textOf('cap', capFacts),
    ban: textOf('ban', banFacts),
    slot: textOf('slot', slotFacts),
    health: textOf('health', healthFacts),
    goal: textOf('goal', goalFacts),
    response: textOf('response', responseFacts),
    risk: textOf('risk', riskFacts),
    escalation: textOf('escalation', escalationFacts),
    campaign: textOf('campaign', campaignFacts),
    'campaign-goal': textOf('campaign-goal', campaignGoalFacts),
    cadence: textOf('cadence', cadenceFacts),
    lifecycle: textOf('lifecycle', lifecycleFacts),
    stage: textOf('stage', stageFacts),
  };
}

type FactsOf<Kind extends ClauseKind> = (view: FactsView, clause: Clause<Kind>) => Facts;

const ORDER: Record<LineText['tone'], number> = { bad: 0, unknown: 1, neutral: 2, good: 3, idle: 4 };

function chartMarkdown({ client }: DetailsInput, { chart }: Facts): string[] {
  if (chart === null) return [];
  if (client.images) return [`![${plain(`${chart.from} – ${chart.to}`)}](${dataUri(chartSvg(chart))})`];
  return [`${code(chartText(chart))} ${plain(`${chart.from} – ${chart.to}`)}`];
}

function tableMarkdown({ header, rows, right, code: columns }: FactTable): string {
  const cell = (text: string, column: number): string =>
    columns.includes(column) && text !== '' ? codeCell(text) : plain(text);
  return markdownTable(
    header.map(plain),
    rows.map((row) => row.map(cell)),
    right,
  );
}

/** A `|` would end the cell, even in code. */
function codeCell(text: string): string {
  return code(text).replaceAll('|', '\\|');
}

function undecidedMarkdown({ words, own }: Formatter, { unknowns }: Facts, signal: (name: string) => string): string[] {
  if (unknowns === null || unknowns.of.unknown === 0) return [];
  const { of, counted } = unknowns;
  const reasons = (['unknownRole', 'unknownMedia', 'beforeLog', 'unknownStart', 'periodRunning', 'noBase'] as const)
    .filter((reason) => of.reasons[reason] > 0)
    .map((reason) => words.reason[reason]);
  const missing =
    of.reasons.missingSignal > 0 ? [words.missingSignals(of.missingSignals.map(signal).join(words.comma))] : [];
  const count = words.ofEvaluations(integerText(of.unknown), integerText(of.evaluations), counted);
  return [`${plain(own.undecidedOf(count))} ${[...missing, ...reasons].map(plain).join(' ')}`];
}

function evidenceOf(input: DetailsInput, evidence: Evidence | null): EvidencePlace[] {
  return (evidence?.events ?? []).toReversed().flatMap((reference) => placeOf(input, reference) ?? []);
}

function placeOf({ files }: DetailsInput, { file, line, at }: EventReference): EvidencePlace | null {
  const uri = files[file];
  // Missing files have no URI.
  return uri === undefined || uri === '' ? null : { uri, line, at };
}

/** The latest events first. */
function evidenceMarkdown(
  input: DetailsInput,
  textOf: Formatter,
  evidence: Evidence | null,
  group: ClauseText['group'],
): string[] {
  if (evidence === null) return [];
  const shown = evidence.events.slice(-MOST_PLACES).toReversed();
  const lines = shown.map((reference) => {
    const label = `${fileName(input.outcome.log.files, reference.file)}:${reference.line}`;
    const place = placeOf(input, reference);
    const link = place !== null && input.client.commands ? evidenceLink(place, plain(label)) : plain(label);
    const when = group === null ? reference.at.slice(0, 16).replace('T', ' ') : time(textOf, reference.at, group);
    const text = input.evidenceText(reference);
    const quote = text === null ? '' : ` “${plain(truncate(text.replace(/\s+/g, ' ').trim(), LONGEST_QUOTE))}”`;
    return `- ${link} ${plain(when)}${quote}`;
  });
  const hidden = evidence.count - shown.length;
  const rest = hidden > 0 ? [`- ${plain(textOf.words.more(integerText(hidden)))}`] : [];
  return [[plain(textOf.words.evidence), ...lines, ...rest].join('\n')];
}
