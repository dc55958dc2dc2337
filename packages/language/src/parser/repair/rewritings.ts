/** Candidates for conditions and parts of clauses that are complete, but not in our form or order. */

import type { IToken } from 'chevrotain';
import { isChinese } from '../chinese.ts';
import { quoted } from '../slips.ts';
import { endOf } from '../source-tokens.ts';
import type { Candidate, Stumble } from './candidate.ts';
import { imageOf } from './candidate.ts';
import { REORDERINGS } from './reorderings.ts';

export function rewritten(stumble: Stumble): Candidate[] {
  return [
    ...method(stumble),
    ...filterBehind(stumble),
    ...bounds(stumble),
    ...chain(stumble),
    ...barePath(stumble),
    ...pattern(stumble),
    ...edges(stumble),
    ...list(stumble),
    ...actions(stumble),
    ...withoutBraces(stumble),
    ...manyWords(stumble),
    ...reordered(stumble),
  ];
}

const CONDITION_STARTS: ReadonlySet<string> = new Set(['when', 'where', 'goal', 'and', 'or', 'not', '{', '}']);

/** `text.contains("x")` → `text contains "x"`, `text.startsWith("x")` → `text matches /^x/`. */
function method({ tokens, index, source }: Stumble): Candidate[] {
  const dot = [index, index - 1, index - 2, index + 1].find((at) => tokens[at]?.tokenType.name === '.');
  if (dot === undefined || tokens[dot + 2]?.image !== '(') return [];
  const [field, word, argument] = [tokens[dot - 1], tokens[dot + 1], tokens[dot + 3]];
  const close = tokens.findIndex(({ image }, at) => at > dot + 3 && /^[(){}]$/.test(image));
  if (field === undefined || word === undefined || argument === undefined || tokens[close]?.image !== ')') return [];
  const condition = methodOf(word.image, argument, imageOf(tokens, dot + 3, close, source));
  if (condition === null) return [];
  const write = `${field.image} ${condition}`;
  const data = { found: quoted(imageOf(tokens, dot - 1, close + 1, source)), instead: write };
  return [{ from: dot - 1, to: close + 1, write, code: 'foreign-notation', data, fixes: [write] }];
}

function methodOf(word: string, { tokenType, image }: IToken, argument: string): string | null {
  const isText = tokenType.name === 'STRING';
  if (/^(?:contains?|includes?|has)$/i.test(word)) return isText ? `contains ${image}` : null;
  if (/^(?:包含|含有)$/.test(word)) return isText ? `包含 ${image}` : null;
  const inner = escaped(image.slice(1, -1), '/.*+?^$()|[]{}');
  if (/^starts_?with$/i.test(word)) return isText ? `matches /^${inner}/` : null;
  if (/^ends_?with$/i.test(word)) return isText ? `matches /${inner}$/` : null;
  const name = /^match(?:es)?$/i.test(word) ? 'matches' : word === '匹配' ? word : null;
  if (name === null) return null;
  return isText ? `${name} /${escaped(image.slice(1, -1), '/')}/` : `${name} ${argument}`;
}

/** `count(message) where media == image in 7d` → `count(message where media == image) in 7d`. */
function filterBehind({ tokens, index, source }: Stumble): Candidate[] {
  const where = [index, index - 1].find((at) => tokens[at]?.tokenType.name === 'where');
  if (where === undefined) return [];
  const isWindowed = tokens[where - 1]?.tokenType.name === 'DURATION' && tokens[where - 2]?.tokenType.name === 'in';
  const close = isWindowed ? where - 3 : where - 1;
  if (tokens[close]?.image !== ')') return [];
  let end = where + 1;
  while (end < tokens.length && !endsFilter(tokens, end, isWindowed)) end++;
  if (end === where + 1 || end >= tokens.length) return [];
  const window = isWindowed ? ` ${imageOf(tokens, where - 2, where, source)}` : '';
  const write = ` ${imageOf(tokens, where, end, source)})${window}`;
  const data = { found: quoted(imageOf(tokens, close, end, source)), instead: write.trim() };
  return [{ from: close, to: end, write, code: 'foreign-notation', data, fixes: [write] }];
}

/** Whether a filter ends before a token: at the window, or at the bound if the window comes first. */
function endsFilter(tokens: readonly IToken[], at: number, isWindowed: boolean): boolean {
  const name = tokens[at]?.tokenType.name ?? '';
  const next = tokens[at + 1]?.tokenType.name ?? '';
  if (/^[{})]$/.test(name) || name === 'per') return true;
  if (name === 'in') return next === 'DURATION';
  return isWindowed && COMPARISONS.has(name) && next === 'NUMBER';
}

/** `messages in 7d between 3 and 5` → `messages in 7d >= 3 and messages in 7d <= 5`, also with the window at the end. */
function bounds({ tokens, index, source }: Stumble): Candidate[] {
  const at = [index, index - 1, index + 1, index + 2].find((one) => isBetween(tokens, one));
  if (at === undefined) return [];
  const [low, and, high] = tokens.slice(at + 1, at + 4);
  if (low === undefined || high === undefined || !/^(?:and|to|和|到|至|与|-|,|且|\.\.)$/i.test(and?.image ?? ''))
    return [];
  let start = at;
  while (start > 0 && !CONDITION_STARTS.has(tokens[start - 1]?.tokenType.name ?? '')) start--;
  if (start === at) return [];
  const measure = imageOf(tokens, start, at, source);
  if (/[()]/.test(measure) && measure.split('(').length !== measure.split(')').length) return [];
  const join = isChinese(`${tokens[at]?.image}`) ? '且' : 'and';
  const end = /^(?:之间|之內|之内)$/.test(tokens[at + 4]?.image ?? '') ? at + 5 : at + 4;
  const isWindow = tokens[end]?.tokenType.name === 'in' || tokens[end]?.tokenType.name === 'per';
  const [from, to] = isWindow ? [start, end + 2] : [at, end];
  const whole = isWindow ? `${measure} ${imageOf(tokens, end, end + 2, source)}` : measure;
  const write = `${isWindow ? `${whole} ` : ''}>= ${low.image} ${join} ${whole} <= ${high.image}`;
  const data = { found: quoted(imageOf(tokens, from, to, source)), instead: write };
  return [{ from, to, write, code: 'foreign-notation', data, fixes: [write] }];
}

/** `between`, or the `在` of `在 3 到 5 之间`. */
function isBetween(tokens: readonly IToken[], at: number): boolean {
  const token = tokens[at];
  if (token?.tokenType.name === 'between' || /^between$/i.test(token?.image ?? '')) return true;
  return token?.image === '在' && /^(?:之间|之內|之内)$/.test(tokens[at + 4]?.image ?? '');
}

/** `text contains any ["a", "b"]` → `(text contains "a" or text contains "b")`. */
function manyWords({ tokens, index, source }: Stumble): Candidate[] {
  let at = index;
  while (at > index - 4 && at > 0 && tokens[at]?.tokenType.name !== 'contains') at--;
  const left = tokens[at - 1];
  if (left === undefined || tokens[at]?.tokenType.name !== 'contains') return [];
  let end = at + 1;
  const hows: string[] = [];
  while (/^(?:any|all|one|of|任意|任一|所有|全部)$/.test(tokens[end]?.image ?? ''))
    hows.push(tokens[end++]?.image ?? '');
  const isListed = tokens[end]?.image === '[' || tokens[end]?.image === '(';
  if (isListed) end++;
  const words: string[] = [];
  while (tokens[end]?.tokenType.name === 'STRING') {
    words.push(imageOf(tokens, end, end + 1, source));
    end += tokens[end + 1]?.image === ',' ? 2 : 1;
  }
  if (words.length === 0 || (hows.length === 0 && !isListed && words.length === 1)) return [];
  if (isListed && /^[\])]$/.test(tokens[end]?.image ?? '')) end++;
  const chinese = isChinese(tokens[at]?.image ?? '');
  const isAll = hows.some((how) => /^(?:all|所有|全部)$/.test(how));
  const [and, or] = chinese ? [' 且 ', ' 或 '] : [' and ', ' or '];
  const each = words.map((word) => `${left.image} ${tokens[at]?.image} ${word}`).join(isAll ? and : or);
  const write = words.length === 1 ? each : `(${each})`;
  const data = { found: quoted(imageOf(tokens, at - 1, end, source)), instead: write };
  return [{ from: at - 1, to: end, write, code: 'foreign-notation', data, fixes: [write] }];
}

const TURNED: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

/** `3 < messages in 7d < 10` → `messages in 7d > 3 and messages in 7d < 10`. */
function chain({ tokens, index, source }: Stumble): Candidate[] {
  const [operator, high] = tokens.slice(index, index + 2);
  if (operator === undefined || high === undefined || TURNED[operator.tokenType.name] === undefined) return [];
  let start = index;
  while (start > 0 && !CONDITION_STARTS.has(tokens[start - 1]?.tokenType.name ?? '')) start--;
  const [low, first] = tokens.slice(start, start + 2);
  const turned = TURNED[first?.tokenType.name ?? ''];
  if (low === undefined || turned === undefined || start + 2 >= index) return [];
  const measure = imageOf(tokens, start + 2, index, source);
  const join = isChinese(measure) ? '且' : 'and';
  const write = `${measure} ${turned} ${low.image} ${join} ${measure} ${operator.tokenType.name} ${high.image}`;
  const data = { found: quoted(imageOf(tokens, start, index + 2, source)), instead: write };
  return [{ from: start, to: index + 2, write, code: 'foreign-notation', data, fixes: [write] }];
}

/** `messages in 7d > 3 or > 9` → `… or messages in 7d > 9`. */
export function sameMeasure({ tokens, index, source }: Stumble): Candidate[] {
  const at = [index, index - 1].find((one) => COMPARISONS.has(tokens[one]?.tokenType.name ?? ''));
  if (at === undefined || !/^(?:and|or)$/.test(tokens[at - 1]?.tokenType.name ?? '')) return [];
  let start = at - 1;
  while (start > 0 && !CONDITION_STARTS.has(tokens[start - 1]?.tokenType.name ?? '')) start--;
  const end = tokens.findIndex(({ tokenType }, one) => one > start && COMPARISONS.has(tokenType.name));
  if (end < 0 || end >= at - 1) return [];
  const operator = tokens[at]?.image ?? '';
  const write = `${imageOf(tokens, start, end, source)} ${operator}`;
  return [
    {
      ...{ from: at, to: at + 1, write, code: 'foreign-notation', fixes: [write] },
      data: { found: operator, instead: write },
    },
  ];
}

const COMPARISONS: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', '==', '!=']);

/** `matches "x"` → `matches /x/`. */
function pattern({ tokens, index, source, expected }: Stumble): Candidate[] {
  const [word, token] = [tokens[index - 1], tokens[index]];
  if (expected !== 'REGEX' || word === undefined || !/^["\p{L}]/u.test(token?.image ?? '')) return [];
  const text = (token?.image ?? '').replace(/^"|"$/g, '');
  const write = `${word.image} /${escaped(text, '/')}/`;
  const data = { found: quoted(imageOf(tokens, index - 1, index + 1, source)), instead: write };
  return [{ from: index - 1, to: index + 1, write, code: 'foreign-notation', data, fixes: [write] }];
}

/** `starts with "x"` → `matches /^x/`. */
function edges({ tokens, index, source }: Stumble): Candidate[] {
  for (const start of [index, index - 1, index - 2]) {
    const [word, second, third] = tokens.slice(start, start + 3);
    const text = second?.image === 'with' ? third : second;
    const isStart = /^(?:starts|begins|startswith|starts_with|开头是|开头为)$/i.test(word?.image ?? '');
    const isEnd = /^(?:ends|endswith|ends_with|结尾是|结尾为)$/i.test(word?.image ?? '');
    if (text?.tokenType.name !== 'STRING' || (!isStart && !isEnd)) continue;
    const end = tokens.indexOf(text) + 1;
    const inner = escaped(text.image.slice(1, -1), '/.*+?^$()|[]{}');
    const write = `${isChinese(word?.image ?? '') ? '匹配' : 'matches'} /${isStart ? '^' : ''}${inner}${isEnd ? '$' : ''}/`;
    const data = { found: quoted(imageOf(tokens, start, end, source)), instead: write };
    return [{ from: start, to: end, write, code: 'foreign-notation', data, fixes: [write] }];
  }
  return [];
}

/** `in (image, video)`, `in image, video` → `in [image, video]`. */
function list({ tokens, index, source }: Stumble): Candidate[] {
  const start = [index, index - 1].find((at) => tokens[at - 1]?.tokenType.name === 'in');
  if (start === undefined) return [];
  const isOpened = /^[({]$/.test(tokens[start]?.image ?? '');
  let end = isOpened ? start + 1 : start;
  const values: string[] = [];
  while (/^[\p{L}_]|^"/u.test(tokens[end]?.image ?? '')) {
    values.push((tokens[end]?.image ?? '').replace(/^"|"$/g, ''));
    end++;
    const isComma = tokens[end]?.tokenType.name === ',';
    if (!isComma && !(isOpened && /^(?:or|and|或|和|且)$/.test(tokens[end]?.image ?? ''))) break;
    end++;
  }
  if (values.length === 0 || (!isOpened && values.length === 1)) return [];
  if (isOpened && /^[)}]$/.test(tokens[end]?.image ?? '')) end++;
  const write = `[${values.join(', ')}]`;
  const data = { found: quoted(imageOf(tokens, start, end, source)), instead: write };
  return [{ from: start, to: end, write, code: 'foreign-notation', data, fixes: [write] }];
}

/** `do [warn, kick]` → `do warn, kick`. */
function actions({ tokens, index, source }: Stumble): Candidate[] {
  if (tokens[index]?.image !== '[' || tokens[index - 1]?.tokenType.name !== 'do') return [];
  const close = tokens.findIndex(({ image }, at) => at > index && /^[\]{}]$/.test(image));
  if (close <= index + 1 || tokens[close]?.image !== ']') return [];
  const write = imageOf(tokens, index + 1, close, source);
  const data = { found: quoted(imageOf(tokens, index, close + 1, source)), instead: write };
  return [{ from: index, to: close + 1, write, code: 'foreign-notation', data, fixes: [write] }];
}

/** `category ad { when … }`: the contents of the braces, without the braces. */
function withoutBraces({ tokens, index, source }: Stumble): Candidate[] {
  if (tokens[index]?.image !== '{') return [];
  const close = tokens.findIndex(({ image }, at) => at > index && /^[{}]$/.test(image));
  if (close <= index + 1 || tokens[close]?.image !== '}') return [];
  const inner = imageOf(tokens, index + 1, close, source);
  const write = tokens[index + 1]?.tokenType.name === 'when' ? inner : `when ${inner}`;
  const data = { found: '{ … }', instead: quoted(write) };
  return [{ from: index, to: close + 1, write, code: 'foreign-notation', data, fixes: [write] }];
}

/** Whether nothing is between two tokens. */
function isBeside(left: IToken | undefined, right: IToken | undefined): boolean {
  return left !== undefined && endOf(left) === right?.startOffset;
}

/** A path without quotes, or another string of several tokens: `import ./shared/base.group`, `timezone Asia/Shanghai`. */
function barePath({ tokens, index, source, expected }: Stumble): Candidate[] {
  const imported = [index, index - 1].find((at) => tokens[at - 1]?.tokenType.name === 'import');
  const start = imported ?? (expected === 'STRING' ? index : undefined);
  if (start === undefined || /^["{}]/.test(tokens[start]?.image ?? '"')) return [];
  let end = start;
  while (/^[^{},]/.test(tokens[end + 1]?.image ?? ',') && isBeside(tokens[end], tokens[end + 1])) end++;
  const path = imageOf(tokens, start, end + 1, source);
  if (end === start) return [];
  const write = `"${path.replaceAll('\\', '/')}"`;
  const data = { found: quoted(path), instead: write };
  return [{ from: start, to: end + 1, write, code: 'foreign-notation', data, fixes: [write] }];
}

function escaped(text: string, marks: string): string {
  return [...text].map((character) => (marks.includes(character) ? `\\${character}` : character)).join('');
}

/** Everything is there, but in another order. */
function reordered({ tokens, index, source }: Stumble): Candidate[] {
  return [0, -1, -2, -3].flatMap((distance) => {
    const start = index + distance;
    return REORDERINGS.flatMap(({ written, order }): Candidate[] => {
      const matched = matchTypes(written, tokens, start);
      if (!matched || start + written.length <= index) return [];
      const write = runsOf(order)
        .map(([first, last]) => imageOf(tokens, start + first, start + last + 1, source))
        .join(' ');
      const found = imageOf(tokens, start, start + written.length, source);
      const data = { found: quoted(found), instead: write };
      return [{ from: start, to: start + written.length, write, code: 'foreign-notation', data, fixes: [write] }];
    });
  });
}

/** `[2, 0, 1]` → `[2, 2]` and `[0, 1]`: what stays together keeps its original spacing. */
function runsOf(order: readonly number[]): (readonly [first: number, last: number])[] {
  const runs: [number, number][] = [];
  for (const place of order) {
    const run = runs.at(-1);
    if (run?.[1] === place - 1) run[1] = place;
    else runs.push([place, place]);
  }
  return runs;
}

function matchTypes(types: readonly string[], tokens: readonly IToken[], start: number): boolean {
  if (start < 0) return false;
  return types.every((type, offset) => {
    const token = tokens[start + offset];
    if (token === undefined) return false;
    const { name, CATEGORIES } = token.tokenType;
    return type
      .split('|')
      .some((one) => one === name || (one === 'ID' && (CATEGORIES ?? []).some((up) => up.name === 'ID')));
  });
}
