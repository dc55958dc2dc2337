/** Chinese in pages and in the comments of rules, a piece for each line. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** `at` is `README.md:12`. */
export interface Line {
  at: string;
  text: string;
}

const PAGES = ['*.md', 'packages/**/*.md', 'examples/**/*.md', 'grammar/**/*.md'];
const RULES = ['grammar/**/*.group', 'examples/**/*.group'];
/** `examples/wrong` quotes findings, whose parts are names and code as the rules write them. */
const NOT_OURS = /node_modules|\/dist\/|^examples\/wrong\//;

export function chineseLines(): Line[] {
  return [...filesOf(PAGES).flatMap(pageLines), ...filesOf(RULES).flatMap(commentLines)].filter(isChinese);
}

/** English may name something by its Chinese name. */
function isChinese({ text }: Line): boolean {
  const prose = text.replaceAll(/`[^`]*`/g, '');
  const count = (pattern: RegExp): number => prose.match(pattern)?.length ?? 0;
  return count(/\p{Script=Han}/gu) > count(/[A-Za-z]/g);
}

function filesOf(patterns: string[]): string[] {
  return globSync(patterns, { cwd: ROOT }).filter((path) => !NOT_OURS.test(path));
}

/** Without code blocks, link addresses and emphasis marks, after which Markdown needs a space. */
function pageLines(path: string): Line[] {
  let isCode = false;
  return linesOf(path).flatMap(({ at, text }) => {
    if (/^\s*(?:```|~~~)/.test(text)) isCode = !isCode;
    return isCode
      ? []
      : [{ at, text: text.replaceAll(/\]\([^)]*\)/g, ']').replaceAll(/(?<=[。：])\*\* |\*\*|\| ?|[[\]]/g, '') }];
  });
}

/** Comments, from `//` or inside of a block. */
function commentLines(path: string): Line[] {
  let isBlock = false;
  return linesOf(path).flatMap(({ at, text }) => {
    const begins = /^\s*\/\*/.test(text);
    const isComment = isBlock || begins;
    isBlock = isComment && !text.includes('*/');
    const line = isComment ? text : (/(?:^|\s)(\/\/.*)$/.exec(text)?.[1] ?? '');
    return [{ at, text: line.replace(/\s*\*\/.*$/, '') }];
  });
}

function linesOf(path: string): Line[] {
  const lines = readFileSync(join(ROOT, path), 'utf8').split('\n');
  return lines.map((text, index) => ({ at: `${path}:${index + 1}`, text }));
}
