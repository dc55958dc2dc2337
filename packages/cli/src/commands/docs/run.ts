/** `steward docs [paths...]`: the rule card of every group, for its members, as Markdown; `--check` lists those that are out of date. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isNamed } from '@steward/policy';
import { ruleCard } from '@steward/report';
import type { Locale } from '@steward/text';
import type { ParsedArguments } from '../../arguments/specification.ts';
import { policyOf } from '../../checking.ts';
import { type Context, wordsOf } from '../../context.ts';
import { CLEAN, FINDINGS } from '../../exit-codes.ts';
import { CannotRun } from '../../faults.ts';
import { groupFiles } from '../../files/group-files.ts';
import { requireNoInput } from '../../files/inputs.ts';
import { sourceReader } from '../../files/source-text.ts';
import { writeWhole } from '../../output/file.ts';
import { quoted } from '../../simulation/command.ts';
import { DOCS } from './words.ts';

interface Card {
  /** The file of rules. */
  source: string;
  group: string;
  /** Of the card, in the folder of cards. */
  name: string;
  text: string;
}

/** The marker in the first line of every card, in either language. */
const OURS = /^<!--.*`steward docs`/;

export async function run(context: Context, given: ParsedArguments): Promise<number> {
  const { stdout } = context;
  const said = wordsOf(context, DOCS);
  const folder = given.value('out');
  if (given.flag('check') && folder === null) throw new CannotRun(said.checkWhat);
  const cards = await cardsOf(context, given);
  if (cards === null) return FINDINGS;
  if (folder === null) {
    await stdout.exact(cards.map(({ text }) => text).join('\n'));
    return CLEAN;
  }
  const twice = cards.find((card, index) => cards.findIndex(({ name }) => name === card.name) !== index);
  if (twice !== undefined) throw new CannotRun(said.cardTwice(twice.group, twice.name));
  return given.flag('check')
    ? checkCards(context, folder, cards, writing(given, folder))
    : writeCards(context, folder, cards);
}

/** @returns null if a file has errors, which are printed */
async function cardsOf(context: Context, given: ParsedArguments): Promise<Card[] | null> {
  const { words } = context;
  const language = given.value('language');
  const locales: Locale[] =
    language === 'both' ? ['zh', 'en'] : [language === 'zh' || language === 'en' ? language : context.locale];
  const asked = given.list('group');
  const cards: Card[] = [];
  const seen: string[] = [];
  let broken = false;
  for (const file of await groupFiles(given.operands, words)) {
    const { policy, checked } = await policyOf(context, file, { named: given.operands });
    if (policy === null) {
      broken = true;
      continue;
    }
    const read = sourceReader(policy, checked, file);
    // An imported group gets its card from its own file.
    const own = policy.groups.filter(({ range }) => policy.files[range.file]?.path === basename(file));
    seen.push(...own.map(({ name }) => name));
    for (const group of own.filter((one) => asked.length === 0 || asked.some((name) => isNamed(one, name)))) {
      for (const locale of locales) {
        const text = ruleCard(policy, group, {
          locale,
          file: basename(file),
          sourceText: (range) => read(range) ?? '',
        });
        cards.push({ source: file, group: group.name, name: `${group.name}.${locale}.md`, text });
      }
    }
  }
  if (broken) return null;
  if (cards.length === 0)
    throw new CannotRun(wordsOf(context, DOCS).noCards(context.words.series(asked), context.words.series(seen)));
  return cards;
}

async function writeCards({ stdout, words }: Context, folder: string, cards: readonly Card[]): Promise<number> {
  const { palette } = stdout;
  for (const { name, text } of cards) {
    const path = join(folder, name);
    if (textAt(path) === text) continue;
    requireNoInput(path, words);
    writeWhole(path, text, words);
    await stdout.write(`${palette.green('✓')} ${words.written(path)}\n`);
  }
  return CLEAN;
}

/** The command that would bring the cards up to date. */
function writing(given: ParsedArguments, folder: string): string {
  const language = given.value('language');
  const groups = given.list('group').map((group) => ` --group ${quoted(group)}`);
  const paths = given.operands.map((path) => ` ${quoted(path)}`).join('');
  return `steward docs${paths} --out ${quoted(folder)}${language === null ? '' : ` --language ${language}`}${groups.join('')}`;
}

async function checkCards(context: Context, folder: string, cards: readonly Card[], command: string): Promise<number> {
  const { stdout } = context;
  const { palette } = stdout;
  const said = wordsOf(context, DOCS);
  const stale = cards.flatMap(({ name, text }) => {
    const path = join(folder, name);
    const found = textAt(path);
    if (found === text) return [];
    return [found === null ? said.cardMissing(path, command) : said.cardStale(path, command)];
  });
  const names = cards.map(({ name }) => name);
  const left = cardsIn(folder).filter((name) => !names.includes(name));
  stale.push(...left.map((name) => said.cardLeft(join(folder, name))));
  for (const line of stale) await stdout.write(`${palette.red('✗')} ${line}\n`);
  if (stale.length > 0) return FINDINGS;
  await stdout.write(`${palette.green('✓')} ${said.cardsFresh(cards.length)}\n`);
  return CLEAN;
}

/** Cards written by an earlier run. */
function cardsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.(?:en|zh)\.md$/.test(name) && OURS.test(textAt(join(folder, name)) ?? ''))
    .sort();
}

function textAt(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n') : null;
}
