/** `steward sweep <file> <bound>`: the result of each value of a bound on a log. */

import { type Rational, ratio } from '@steward/numbers';
import type { Unit } from '@steward/policy';
import { PLAIN, sweepText } from '@steward/report';
import {
  type Bound,
  boundsOf,
  chosenValues,
  createSimulation,
  type Dial,
  dialsOf,
  isDial,
  rangeOfBound,
  sharedPredicates,
  sweepBound,
  triedValues,
} from '@steward/simulator';
import { visible } from '@steward/text';
import { isDurationUnit, UNIT_MICROS } from '@steward/time';
import { wholeNumber } from '../../arguments/parse.ts';
import type { ParsedArguments } from '../../arguments/specification.ts';
import { policyOf } from '../../checking.ts';
import { type Context, wordsOf } from '../../context.ts';
import { CLEAN, FINDINGS } from '../../exit-codes.ts';
import { CannotRun } from '../../faults.ts';
import { requireFile } from '../../files/require-file.ts';
import { sourceReader } from '../../files/source-text.ts';
import { openSink } from '../../output/file.ts';
import { chosenGroups } from '../../simulation/chosen.ts';
import { holdLog } from '../../simulation/held.ts';
import { simulateOptions } from '../../simulation/options.ts';
import { SWEEP } from './words.ts';

const MOST = 200;
const MOST_NAMED = 12;

export async function run(context: Context, given: ParsedArguments): Promise<number> {
  const { words, locale, stdout } = context;
  const options = simulateOptions(given, words);
  const file = requireFile(options.file, context);
  const most = wholeNumber(given, 'most', 1, 100_000, words) ?? MOST;
  const { policy, checked } = await policyOf(context, file);
  if (policy === null) return FINDINGS;
  const bounds = [...boundsOf(policy), ...dialsOf(policy)];
  if (given.flag('list')) {
    const read = sourceReader(policy, checked, file);
    const written = (bound: Bound | Dial): string => {
      const range = isDial(bound) ? null : rangeOfBound(policy, bound);
      return (range === null ? null : read(range)?.replace(/\s+/g, ' ').trim()) || bound.text;
    };
    await stdout.write(bounds.map((bound) => `${visible(bound.address)}\t${visible(written(bound))}\n`).join(''));
    return CLEAN;
  }
  const bound = boundCalled(context, given.operands[1] ?? '', bounds);
  const { logGroups } = chosenGroups(policy, options.groups);
  const held = await holdLog(context, policy, bound.group, logGroups, options);
  const [first] = held;
  if (first === undefined) throw new Error('a bound log has groups');
  const simulation = createSimulation({
    info: first.info,
    logs: held.map(({ log }) => log),
    predicates: sharedPredicates([policy]),
    rosterOf: () => first.roster,
  });
  const asked = given.value('values');
  const values =
    asked === null ? triedValues(policy, bound, held) : chosenValues(bound, valuesOf(context, asked, bound));
  const run = (variant: typeof policy) => simulation.run(variant, { everything: bound.group, actionLimit: 0 });
  const sweep = sweepBound(policy, bound, values, run, most);
  const sink = openSink(options.output, given.value('format') === 'json' ? stdout.json : stdout.write, words);
  const palette = options.output === null ? stdout.palette : PLAIN;
  if (given.value('format') === 'json') await sink.write(`${JSON.stringify(sweep, null, 2)}\n`);
  else await sink.write(sweepText(sweep, { policy, locale, palette, width: stdout.width }));
  sink.finish();
  return CLEAN;
}

const VALUE = /^(\d+)(?:\.(\d+))?(%|s|min|h|d|w)?$/;

/** `3d,5d,7d`, `10%,20%`, `3,5,7`: each in the unit of the bound. */
function valuesOf(context: Context, text: string, { measure, constant }: Bound | Dial): Rational[] {
  return text.split(/[,，、]/).map((part) => {
    const [, whole = '', fraction = '', unit = ''] = VALUE.exec(part.trim()) ?? [];
    const scale = scaleOf(measure.unit, unit);
    if (whole === '' || scale === null)
      throw new CannotRun(wordsOf(context, SWEEP).badValue(part.trim(), constant.text));
    const denominator = 10 ** fraction.length;
    return { numerator: Number(whole + fraction) * scale.numerator, denominator: denominator * scale.denominator };
  });
}

/** The factor from a written unit to the measure's own scale; null if the unit does not fit the measure. */
function scaleOf(unit: Unit, written: string): Rational | null {
  if (unit === 'duration') return isDurationUnit(written) ? ratio(UNIT_MICROS[written]) : null;
  if (written === '%') return unit === 'ratio' ? { numerator: 1, denominator: 100 } : null;
  return written === '' ? { numerator: 1, denominator: 1 } : null;
}

/**
 * By its address, with or without the group; by its clause if that has one comparison, or else one number; by clause and
 * measure: `Active:messages`.
 */
function boundCalled(context: Context, asked: string, bounds: readonly (Bound | Dial)[]): Bound | Dial {
  const said = wordsOf(context, SWEEP);
  const isCalled = (bound: Bound | Dial): boolean => {
    const local = bound.address.slice(bound.group.length + 1);
    if ([bound.address, local, bound.name, `${bound.group}/${bound.name}`].includes(asked)) return true;
    const [name, measure] = asked.split(':');
    return measure !== undefined && measure !== '' && name === bound.name && bound.text.includes(measure);
  };
  const called = bounds.filter(isCalled);
  const exact = called.filter(({ address, group }) => [address, address.slice(group.length + 1)].includes(asked));
  const compared = called.filter((bound) => !isDial(bound));
  const found = [exact, compared].find((list) => list.length > 0) ?? called;
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const listed = (found.length === 0 ? bounds : found).slice(0, MOST_NAMED);
  const lines = listed.map(({ address, text }) => `  ${address}  ${text}`);
  const rest = (found.length === 0 ? bounds : found).length - listed.length;
  const details = [...lines, ...(rest > 0 ? [`  ${context.words.more(rest)}`] : [])];
  throw new CannotRun(found.length === 0 ? said.noBound(asked) : said.severalBounds(asked), details);
}
