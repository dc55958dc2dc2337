/** `steward diff <before> <after>`: what an edit of the rules changes on a log. */

import { type DiffInput, diffMarkdown, diffText, PLAIN } from '@steward/report';
import type { OpenedLog } from '@steward/sessions/open';
import { logSources } from '@steward/sessions/sources';
import type { ParsedArguments } from '../../arguments/specification.ts';
import { type Context, wordsOf } from '../../context.ts';
import { CLEAN, FINDINGS } from '../../exit-codes.ts';
import { CannotRun } from '../../faults.ts';
import { openSink } from '../../output/file.ts';
import type { TextStream, Way } from '../../output/stream.ts';
import { chosenGroups, hasAny, requireLogGroups } from '../../simulation/chosen.ts';
import { openSource } from '../../simulation/log.ts';
import { simulateOptions } from '../../simulation/options.ts';
import { compareSides } from './compare.ts';
import { openSide } from './side.ts';
import { DIFF } from './words.ts';

function wayOf(format: string, stdout: TextStream): Way {
  if (format === 'json') return stdout.json;
  return format === 'markdown' ? stdout.exact : stdout.write;
}

export async function run(context: Context, given: ParsedArguments): Promise<number> {
  const { words, locale, stdout } = context;
  const [first = '', second = ''] = given.operands;
  const before = await openSide(context, first);
  const after = await openSide(context, second);
  if (before === null || after === null) return FINDINGS;
  const { policy, file } = after;
  if (policy.groups.length === 0) throw new CannotRun(words.noGroups(second));

  const options = simulateOptions({ ...given, operands: [file] }, words);
  const format = given.value('format') ?? 'text';
  const { wanted, logGroups } = chosenGroups(policy, options.groups);
  const sources = logSources(policy, wanted, file, options.logs, options.from);
  if (sources.length > 1 && format === 'json') {
    throw new CannotRun(words.severalSamples(words.series(wanted.map((group) => group.name))));
  }
  const opened: OpenedLog[] = [];
  const sink = openSink(options.output, wayOf(format, stdout), words);
  let differs = false;
  try {
    for (const source of sources) opened.push(await openSource(context, policy, source, options));
    requireLogGroups(words, policy, logGroups, opened);
    for (const [index, source] of sources.entries()) {
      const log = opened[index];
      if (log === undefined || !hasAny(log, logGroups)) continue;
      const diff = await compareSides(context, { before, after }, source, logGroups, log, options);
      differs ||= diff.changed.length > 0;
      const name = source.log?.paths.join(', ') ?? wordsOf(context, DIFF).madeUpLog;
      const input: DiffInput = { diff, before, after, log: name, locale };
      if (format === 'json') await sink.write(`${JSON.stringify(diff, null, 2)}\n`);
      else if (format === 'markdown') await sink.write(diffMarkdown(input));
      else {
        const palette = options.output === null ? stdout.palette : PLAIN;
        await sink.write(diffText(input, { palette, width: stdout.width }));
      }
    }
    sink.finish();
  } catch (error) {
    sink.abandon();
    throw error;
  } finally {
    for (const log of opened) await log.close();
  }
  return differs && given.flag('exit-code') ? FINDINGS : CLEAN;
}
