/** `steward simulate <file>`: what the rules would have done in a log. */

import type { Policy } from '@steward/policy';
import { groupsInFull, PLAIN, textReport } from '@steward/report';
import type { OpenedLog } from '@steward/sessions/open';
import { logSources } from '@steward/sessions/sources';
import type { EventReference } from '@steward/simulator';
import type { Bilingual } from '@steward/text';
import type { ParsedArguments } from '../../arguments/specification.ts';
import { type Checked, policyOf, warningsOf } from '../../checking.ts';
import { type Context, note, wordsOf } from '../../context.ts';
import { CLEAN, FINDINGS } from '../../exit-codes.ts';
import { CannotRun } from '../../faults.ts';
import { requireFile } from '../../files/require-file.ts';
import { sourceReader } from '../../files/source-text.ts';
import { openSink, type Sink } from '../../output/file.ts';
import { chosenGroups, hasAny, requireLogGroups } from '../../simulation/chosen.ts';
import { commandFor } from '../../simulation/command.ts';
import { identifyEvidence } from '../../simulation/evidence.ts';
import { openSource } from '../../simulation/log.ts';
import { logFault } from '../../simulation/log-faults.ts';
import { type SimulateOptions, simulateOptions } from '../../simulation/options.ts';
import { type Simulated, simulateSource } from '../../simulation/run.ts';
import { createHtml } from './html.ts';
import { outcomeJson } from './outcome-json.ts';
import { SIMULATE } from './words.ts';

const NOTABLE = 10;
const SIMULATION: Bilingual = { en: 'the simulation of a log', zh: '对一份日志的模拟' };

export async function run(context: Context, given: ParsedArguments): Promise<number> {
  const { words } = context;
  const options = simulateOptions(given, words);
  const file = requireFile(options.file, context);
  const { policy, checked } = await policyOf(context, file);
  if (policy === null) {
    const errors = checked.diagnostics.filter(({ severity }) => severity === 'error').length;
    await note(context, wordsOf(context, SIMULATE).filesHaveErrors(errors));
    return FINDINGS;
  }
  const warnings = warningsOf(checked);
  if (warnings > 0) await note(context, wordsOf(context, SIMULATE).warningsElsewhere(warnings, file));
  if (policy.groups.length === 0) throw new CannotRun(words.noGroups(file));

  const { wanted, logGroups } = chosenGroups(policy, options.groups);
  const sources = logSources(policy, wanted, file, options.logs, options.from);
  if (sources.length > 1 && options.format === 'json') {
    throw new CannotRun(words.severalSamples(words.series(wanted.map((group) => group.name))));
  }
  const opened: OpenedLog[] = [];
  const sink = openSink(options.output, options.format === 'json' ? context.stdout.json : context.stdout.write, words);
  const html = options.html === null ? null : createHtml(context, policy, checked, options, options.html);
  try {
    for (const source of sources) opened.push(await openSource(context, policy, source, options));
    requireLogGroups(words, policy, logGroups, opened);
    for (const [index, source] of sources.entries()) {
      const log = opened[index];
      if (log === undefined || !hasAny(log, logGroups)) continue;
      const simulated = await context.faults.spare(options.file, SIMULATION, () =>
        simulateSource(context, policy, source, logGroups, log, options).catch((error: unknown) => {
          // A roster, or a log that changed since it was opened, is the user's to fix.
          throw logFault(context, error);
        }),
      );
      if (simulated === null) continue;
      if (html !== null) await html.add(simulated);
      if (options.format === 'json') await writeJson(simulated, sink);
      else await writeText(context, policy, checked, simulated, options, sink);
    }
    sink.finish();
    await html?.finish();
  } catch (error) {
    sink.abandon();
    html?.abandon();
    throw error;
  } finally {
    for (const log of opened) await log.close();
  }
  return CLEAN;
}

async function writeJson({ outcome, identify }: Simulated, sink: Sink): Promise<void> {
  await identifyEvidence(outcome.groups, identify);
  for (const piece of outcomeJson(outcome)) await sink.write(piece);
}

async function writeText(
  context: Context,
  policy: Policy,
  checked: Checked,
  { outcome, identify }: Simulated,
  options: SimulateOptions,
  sink: Sink,
): Promise<void> {
  const { stdout, locale } = context;
  const evidenceText = await identifyEvidence(groupsInFull(outcome, options.full), identify);
  const text = textReport(outcome, policy, {
    locale,
    palette: options.output === null ? stdout.palette : PLAIN,
    width: stdout.width,
    sourceText: sourceReader(policy, checked, options.file),
    evidenceText: (reference: EventReference) => evidenceText(reference),
    evidence: options.evidence,
    inFull: options.full,
    notable: NOTABLE,
    seeOne: (group) => commandFor('simulate', options, group),
  });
  await sink.write(text);
}
