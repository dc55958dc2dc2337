/** `steward score <file> --log <labelled log>`: precision and recall of the rules on a log that people labelled. */

import { readLabels } from '@steward/logs';
import type { Policy } from '@steward/policy';
import { PLAIN, scoreText } from '@steward/report';
import type { OpenedLog } from '@steward/sessions/open';
import { logSources } from '@steward/sessions/sources';
import {
  bind,
  compile,
  type EventReference,
  foundEvents,
  type RuleScore,
  type Score,
  scoreGroup,
  sumScores,
} from '@steward/simulator';
import type { ParsedArguments } from '../../arguments/specification.ts';
import { policyOf } from '../../checking.ts';
import { type Context, note, wordsOf } from '../../context.ts';
import { CLEAN, FINDINGS } from '../../exit-codes.ts';
import { CannotRun } from '../../faults.ts';
import { requireFile } from '../../files/require-file.ts';
import { openSink } from '../../output/file.ts';
import { chosenGroups, requireLogGroups } from '../../simulation/chosen.ts';
import { openSource, rostersOf } from '../../simulation/log.ts';
import { type SimulateOptions, simulateOptions } from '../../simulation/options.ts';
import { type Gate, gateOf, isEnough, leastFor, scored } from './gate.ts';
import { SCORE } from './words.ts';

export async function run(context: Context, given: ParsedArguments): Promise<number> {
  const { words, locale, stdout } = context;
  const options = simulateOptions(given, words);
  const gates = { precision: gateFor(context, given, 'min-precision'), recall: gateFor(context, given, 'min-recall') };
  const file = requireFile(options.file, context);
  const { policy } = await policyOf(context, file);
  if (policy === null) return FINDINGS;
  requireRules(context, policy, gates);
  if (options.logs.length === 0) throw new CannotRun(wordsOf(context, SCORE).logWanted);
  const { wanted, logGroups } = chosenGroups(policy, options.groups);
  const [source] = logSources(policy, wanted, options.file, options.logs, options.from);
  if (source === undefined) throw new Error('no log to score');
  const opened = await openSource(context, policy, source, options);
  const sink = openSink(options.output, options.format === 'json' ? stdout.json : stdout.write, words);
  try {
    requireLogGroups(words, policy, logGroups, [opened]);
    const { bound } = bind(policy, opened.reader.groupNames, { wanted, logGroups, explicit: source.explicit });
    const governs = new Map(bound.map(({ group, policyGroup }) => [group.group, policyGroup]));
    const scores = await scoresOf(context, policy, governs, opened, options);
    const palette = options.output === null ? stdout.palette : PLAIN;
    for (const score of scores) {
      if (options.format === 'json') await sink.write(`${JSON.stringify(score)}\n`);
      else {
        const formatter = await scoreWords(opened, score);
        await sink.write(scoreText(score, { policy, locale, palette, width: stdout.width, describe: formatter }));
      }
    }
    sink.finish();
    return (await passes(context, policy, scores, gates)) ? CLEAN : FINDINGS;
  } catch (error) {
    sink.abandon();
    throw error;
  } finally {
    await opened.close();
  }
}

interface Gates {
  precision: Gate;
  recall: Gate;
}

function gateFor(context: Context, given: ParsedArguments, option: string): Gate {
  const gate = gateOf(given.list(option));
  if ('wrong' in gate) throw new CannotRun(wordsOf(context, SCORE).badGate(option, gate.wrong));
  return gate;
}

/** A gate on an unknown rule would always pass. */
function requireRules(context: Context, policy: Policy, gates: Gates): void {
  const known = policy.groups.flatMap((group) => [
    ...[...group.content.categories, ...group.risks].flatMap((rule) => [rule.name, rule.label ?? '']),
    ...group.content.bans.flatMap(({ lexicon }) => lexiconNames(policy, lexicon)),
  ]);
  for (const name of [...gates.precision.rules.keys(), ...gates.recall.rules.keys()]) {
    if (!known.includes(name)) throw new CannotRun(wordsOf(context, SCORE).unknownRule(name));
  }
}

function lexiconNames(policy: Policy, lexicon: string): string[] {
  return [lexicon, policy.lexicons.find(({ name }) => name === lexicon)?.label ?? ''];
}

/** One score per policy group that governs a labelled group of the log, in the order declared. */
async function scoresOf(
  context: Context,
  policy: Policy,
  governs: ReadonlyMap<string, string>,
  { reader }: OpenedLog,
  options: SimulateOptions,
): Promise<Score[]> {
  const { words } = context;
  const only = [...governs.keys()];
  if (only.length === 0) {
    throw new CannotRun(words.nothingBound(words.series(reader.groupNames.map(({ group }) => group))));
  }
  const labels = await readLabels(reader.info.files, options.from);
  if (labels.length === 0) throw new CannotRun(wordsOf(context, SCORE).noLabels);
  const byPlace = new Map(labels.map(({ file, line, text }) => [`${file}:${line}`, text]));
  const program = compile(policy);
  const rosters = await rostersOf(policy.groups, options);
  const scores = new Map<string, Score[]>();
  let used = 0;
  for await (const log of reader.groups(program.textPredicates, only)) {
    const policyGroup = governs.get(log.group) ?? '';
    const own = new Map<number, string>();
    for (let event = 0; event < log.length; event += 1) {
      const label = byPlace.get(`${log.sourceFile[event]}:${log.sourceLine[event]}`);
      if (label !== undefined) own.set(event, label);
    }
    used += own.size;
    const source = { log, info: reader.info, roster: rosters[policyGroup] ?? [] };
    const score = scoreGroup(policyGroup, foundEvents(program, policyGroup, source), source, own);
    scores.set(policyGroup, [...(scores.get(policyGroup) ?? []), score]);
  }
  if (used < labels.length) await note(context, wordsOf(context, SCORE).labelsElsewhere(labels.length - used));
  return policy.groups.flatMap(({ name }) => {
    const own = scores.get(name);
    return own === undefined ? [] : [sumScores(own)];
  });
}

async function scoreWords(
  { reader }: OpenedLog,
  { rules }: Score,
): Promise<(at: EventReference) => { at: string; text: string | null }> {
  const references = scored(rules).flatMap(({ wrong, missed }) => [...wrong, ...missed]);
  const keyOf = ({ file, line }: EventReference): string => `${file}:${line}`;
  const found = references.length === 0 ? [] : await reader.identify(references);
  const texts = new Map(references.map((reference, index) => [keyOf(reference), found[index]?.text ?? null]));
  return (reference) => ({
    at: `${reader.info.files[reference.file] ?? ''}:${reference.line}`,
    text: texts.get(keyOf(reference)) ?? null,
  });
}

async function passes(context: Context, policy: Policy, scores: readonly Score[], gates: Gates): Promise<boolean> {
  const said = wordsOf(context, SCORE);
  const failures = scores.flatMap(({ policy: group, rules }) =>
    scored(rules).flatMap((rule) => {
      const names = namesOf(policy, group, rule);
      const { precision, recall } = {
        precision: leastFor(gates.precision, names),
        recall: leastFor(gates.recall, names),
      };
      const { right, found, labelled } = rule;
      return [
        ...(isEnough(right, found, precision) ? [] : [said.precisionTooLow(rule.rule, right, found, precision ?? 0)]),
        ...(isEnough(right, labelled, recall) ? [] : [said.recallTooLow(rule.rule, right, labelled, recall ?? 0)]),
      ];
    }),
  );
  for (const failure of failures) await note(context, failure);
  return failures.length === 0;
}

function namesOf(policy: Policy, groupName: string, { kind, rule }: RuleScore): string[] {
  if (kind === 'ban') return lexiconNames(policy, rule);
  const group = policy.groups.find(({ name }) => name === groupName);
  const of = kind === 'risk' ? group?.risks : group?.content.categories;
  return [rule, of?.find(({ name }) => name === rule)?.label ?? ''];
}
