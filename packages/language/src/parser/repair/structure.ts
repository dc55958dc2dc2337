/** What is missing, in another order, or in another form where the parser stumbled. */
import type { IToken } from 'chevrotain';
import { fill } from '../../diagnostics/message.ts';
import { PRELUDE_TEXT } from '../../prelude/prelude.generated.ts';
import { durationWritten } from '../literals.ts';
import { quoted } from '../slips.ts';
import { spanOf } from '../source-tokens.ts';
import type { Candidate, Stumble } from './candidate.ts';
import { imageOf, told } from './candidate.ts';
import { REORDERINGS } from './reorderings.ts';

export function structural(stumble: Stumble): Candidate[] {
  return [
    ...bounds(stumble),
    ...manyWords(stumble),
    ...negative(stumble),
    ...reordered(stumble),
    ...kindOfGroup(stumble),
    ...otherForm(stumble),
    ...inScenario(stumble),
    ...names(stumble),
    ...missingWord(stumble),
    ...missingBrace(stumble),
  ];
}

const OPERATORS: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', '==', '!=', '+', '-', '*', '/', 'and', 'or']);

/** An operator at the end of a line with nothing behind it: the next clause would be read as what it wants. */
export function missingOperand({ tokens, index }: Stumble): Candidate[] {
  for (let at = index; at >= Math.max(1, index - 3); at--) {
    const [operator, next] = [tokens[at - 1], tokens[at]];
    if (operator === undefined || !OPERATORS.has(operator.tokenType.name)) continue;
    if (next !== undefined && next.startLine === operator.startLine && next.image !== '}') continue;
    const isLogical = operator.tokenType.name === 'and' || operator.tokenType.name === 'or';
    const wanted = isLogical ? { en: 'a condition', zh: '条件' } : { en: 'a number', zh: '数值' };
    const problem = fill(
      { en: 'After `{operator}` {wanted} is missing.', zh: '`{operator}` 后面缺少{wanted}。' },
      { operator: operator.image, wanted },
    );
    const write = isLogical ? 'messages > 0' : '1';
    return [{ ...told(at, at, write, problem), span: spanOf([operator]) }];
  }
  return [];
}

const CONDITION_STARTS: ReadonlySet<string> = new Set(['when', 'where', 'goal', 'and', 'or', 'not', '{', '}']);

/** `messages in 7d between 3 and 5` → `messages in 7d >= 3 and messages in 7d <= 5`. */
function bounds({ tokens, index, source }: Stumble): Candidate[] {
  const at = [index, index - 1, index + 1, index + 2].find((one) => tokens[one]?.tokenType.name === 'between');
  if (at === undefined) return [];
  const [low, and, high] = tokens.slice(at + 1, at + 4);
  if (low === undefined || high === undefined || !/^(?:and|to|和|到|至|与|-|且|\.\.)$/.test(and?.image ?? ''))
    return [];
  let start = at;
  while (start > 0 && !CONDITION_STARTS.has(tokens[start - 1]?.tokenType.name ?? '')) start--;
  if (start === at) return [];
  const measure = imageOf(tokens, start, at, source);
  if (/[()]/.test(measure) && measure.split('(').length !== measure.split(')').length) return [];
  const join = /[\u3400-\u9FFF]/.test(`${tokens[at]?.image}`) ? '且' : 'and';
  const end = /^(?:之间|之內)$/.test(tokens[at + 4]?.image ?? '') ? at + 5 : at + 4;
  const write = `>= ${low.image} ${join} ${measure} <= ${high.image}`;
  const data = { found: quoted(imageOf(tokens, at, end, source)), instead: write };
  return [{ from: at, to: end, write, code: 'foreign-notation', data, fixes: [write] }];
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
  if (words.length === 0 || (hows.length === 0 && !isListed)) return [];
  if (isListed && /^[\])]$/.test(tokens[end]?.image ?? '')) end++;
  const chinese = /[\u3400-\u9FFF]/.test(tokens[at]?.image ?? '');
  const isAll = hows.some((how) => /^(?:all|所有|全部)$/.test(how));
  const [and, or] = chinese ? [' 且 ', ' 或 '] : [' and ', ' or '];
  const each = words.map((word) => `${left.image} ${tokens[at]?.image} ${word}`).join(isAll ? and : or);
  const write = words.length === 1 ? each : `(${each})`;
  const data = { found: quoted(imageOf(tokens, at - 1, end, source)), instead: write };
  return [{ from: at - 1, to: end, write, code: 'foreign-notation', data, fixes: [write] }];
}

/** Nothing that is counted is negative. */
function negative({ tokens, index }: Stumble): Candidate[] {
  const [minus, number] = tokens.slice(index, index + 2);
  if (minus?.tokenType.name !== '-' || !/^(?:NUMBER|PERCENT|DURATION)$/.test(number?.tokenType.name ?? '')) return [];
  if (number === undefined) return [];
  return [
    told(index, index + 2, number.image, {
      en: `There are no negative numbers here: counts, shares and lengths of time begin at 0. Write \`${number.image}\` without \`-\`, or turn the comparison round.`,
      zh: `这里没有负数:次数、比例和时长最小为 0。请写成不带 \`-\` 的 \`${number.image}\`,或把比较反过来写。`,
    }),
  ];
}

/** What is all there, in another order. */
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

/** `[2, 0, 1]` → `[2, 2]` and `[0, 1]`: what stays together keeps its spaces, or goes without. */
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

const KINDS = {
  en: 'Say what kind of group it is: `group {name} : service {`. The kinds are `service`, `interest`, `knowledge` and `conversion`.',
  zh: '请写明群的类型:`群 {name} : 服务型 {`。类型有 `服务型`、`兴趣型`、`知识型`、`转化型`。',
} as const;

function kindOfGroup({ tokens, index, expected }: Stumble): Candidate[] {
  let start = index;
  while (start > 0 && index - start < 4 && tokens[start]?.tokenType.name !== 'group') start--;
  if (tokens[start]?.tokenType.name !== 'group' || start === index) return [];
  const problem = fill(KINDS, { name: tokens[start + 1]?.image ?? 'G' });
  if (expected === ':') {
    const next = tokens[index]?.tokenType.name;
    const span = spanOf(tokens.slice(start, index));
    if (next === '{' || next === 'extends') return [{ ...told(index, index, ': service', problem), span }];
    if (/^(?:service|interest|knowledge|conversion)$/.test(next ?? '')) {
      return [wanting(index, ':', { en: 'Write `:` before the kind of group.', zh: '请在群的类型前写 `:`。' })];
    }
    return [{ ...told(index, index + 1, ': service', problem), isLast: true }];
  }
  if (tokens[index - 1]?.tokenType.name !== ':') return [];
  const isBlock = tokens[index]?.tokenType.name === '{';
  return [{ ...told(index, isBlock ? index : index + 1, 'service', problem), isLast: true }];
}

/** `write` before a token, with what to say; the fix keeps what stands there. */
function wanting(index: number, write: string, problem: { en: string; zh: string }): Candidate {
  return { ...told(index, index, write, problem), fixes: [`${write} `] };
}

/** The right thing in another form: a share without `%`, a text without quotes. */
function otherForm({ tokens, index, source, expected }: Stumble): Candidate[] {
  const token = tokens[index];
  if (token === undefined) return [];
  const found = imageOf(tokens, index, index + 1, source);
  const one = (code: Candidate['code'], write: string): Candidate => ({
    ...{ from: index, to: index + 1, write, code, fixes: [write] },
    data: { found: quoted(found), instead: write, suggestion: write },
  });
  switch (token.tokenType.name) {
    case 'NUMBER': {
      const clock = clockOf(token.image);
      const duration = durationWritten(Number(token.image), 'd');
      return [
        ...(expected === 'TIME' && clock !== null ? [one('foreign-notation', clock)] : []),
        ...(expected === 'PERCENT' ? [one('missing-percent', `${token.image}%`)] : []),
        ...(expected === 'DURATION' || expected === '[' ? [one('unknown-unit', duration ?? `${token.image}d`)] : []),
        ...(clock === null ? [] : [one('foreign-notation', clock)]),
        one('missing-percent', `${token.image}%`),
        ...(duration === null ? [] : [one('unknown-unit', duration)]),
      ];
    }
    case 'DURATION':
    case 'PERCENT': {
      const digits = /^\d+(?:\.\d+)?/.exec(token.image)?.[0] ?? '';
      return [
        told(index, index + 1, digits, {
          en: `A number is wanted here, and \`${found}\` has a unit. Write it without.`,
          zh: `这里要写一个数,\`${found}\` 带了单位。请去掉单位。`,
        }),
      ];
    }
    case 'STRING':
      return isName(token.image.slice(1, -1)) ? [one('foreign-notation', token.image.slice(1, -1))] : [];
    case 'TIMESTAMP':
    case 'REGEX':
    case '{':
    case '}':
      return [];
    default:
      return expected === 'STRING' && /^[\p{L}_]/u.test(token.image)
        ? [one('foreign-notation', `"${token.image}"`)]
        : [];
  }
}

function clockOf(digits: string): string | null {
  const [, hour = '', minute = '00'] = /^([01]?\d|2[0-4])(?:\.?([0-5]\d))?$/.exec(digits) ?? [];
  return hour === '' ? null : `${hour.padStart(2, '0')}:${minute}`;
}

const NAME = /^[A-Za-z_\u3400-\u9FFF][A-Za-z0-9_\u3400-\u9FFF]*$/;

function isName(text: string): boolean {
  return NAME.test(text);
}

function inScenario({ tokens, index, source }: Stumble): Candidate[] {
  const token = tokens[index];
  const date = [index, index - 1].find((at) => tokens[at]?.tokenType.name === 'DATE');
  const found: Candidate[] = [];
  if (token?.tokenType.name === 'STRING') {
    const write = `${/[\u3400-\u9FFF]/.test(tokens[index - 1]?.image ?? '') ? '文字内容' : 'text'} = ${token.image}`;
    const data = { found: quoted(token.image), instead: write };
    found.push({ from: index, to: index + 1, write, code: 'foreign-notation', data, fixes: [write] });
  }
  if (date !== undefined) {
    const image = imageOf(tokens, date, date + 1, source);
    const write = `${image}T10:00`;
    found.push(
      told(date, date + 1, write, {
        en: `A time of day is missing: write \`${write}\`, with the time that you mean.`,
        zh: `缺少时刻:请写成 \`${write}\` 这样,换成实际的时刻。`,
      }),
    );
  }
  return found;
}

const DECLARING: ReadonlySet<string> = new Set([
  ...['group', 'policy', 'extends', 'tier', 'category', 'health', 'risk', 'stage', 'lexicon'],
  ...['role', 'tool', 'script', 'metric', 'signal', 'action'],
]);

/** `My-Group`, `Very Active`, `"Core"` where a name is wanted. */
function names({ tokens, index, source }: Stumble): Candidate[] {
  const found: Candidate[] = [];
  for (const start of [index - 1, index, index - 2]) {
    const first = tokens[start];
    if (first === undefined || !isName(first.image)) continue;
    let end = start + 1;
    while (tokens[end] !== undefined && isNamePart(tokens[end] as IToken) && tokens[end]?.startLine === first.startLine)
      end++;
    if (end === start + 1 || end <= index) continue;
    const image = imageOf(tokens, start, end, source);
    const instead = image.replace(/[^A-Za-z0-9_\u3400-\u9FFF]+/g, '_');
    if (!isName(instead) || !/^[^\s]+$/.test(image)) continue;
    const data = { found: quoted(image), instead };
    found.push({ from: start, to: end, write: instead, code: 'malformed-name', data, fixes: [instead] });
  }
  for (const start of [index - 1]) {
    if (start < 1 || !DECLARING.has(tokens[start - 1]?.tokenType.name ?? '')) continue;
    const [first, second] = tokens.slice(start, start + 2);
    if (first === undefined || second === undefined || first.startLine !== second.startLine) continue;
    if (!isName(first.image) || !isName(second.image)) continue;
    const image = imageOf(tokens, start, start + 2, source);
    const instead = `${first.image}_${second.image}`;
    const data = { found: quoted(image), instead };
    found.push({
      from: start,
      to: start + 2,
      write: instead,
      code: 'malformed-name',
      data,
      fixes: [instead],
      isLast: true,
    });
  }
  return found;
}

function isNamePart({ image, tokenType: { name } }: IToken): boolean {
  return name === '-' || name === '.' || name === '/' || name === 'NUMBER' || isName(image);
}

let actions: ReadonlySet<string> | null = null;

/** The actions that every file knows, by name and alias. */
function isAction(word: string): boolean {
  actions ??= new Set(
    [...PRELUDE_TEXT.matchAll(/^action (\w+) alias (\S+)/gm)].flatMap(([, name = '', alias = '']) => [name, alias]),
  );
  return actions.has(word);
}

/** An action behind a condition, with nothing that says so. */
export function missingDo({ tokens, index }: Stumble): Candidate[] {
  return [index, index - 1].flatMap((at): Candidate[] => {
    const token = tokens[at];
    if (token === undefined || !isAction(token.image) || tokens[at - 1]?.tokenType.name === 'do') return [];
    const problem = {
      en: `Write \`do\` before an action: \`do ${token.image}\`.`,
      zh: `动作前面要写 \`执行\`:\`执行 ${token.image}\`。`,
    };
    const write = /[\u3400-\u9FFF]/.test(token.image) ? '执行' : 'do';
    return [{ ...told(at, at, write, problem, [`${write} ${token.image}`]), span: spanOf([token]) }];
  });
}

function missingWord({ tokens, index }: Stumble): Candidate[] {
  const token = tokens[index];
  if (token === undefined) return [];
  const chinese = /[\u3400-\u9FFF]/.test(token.image);
  const found: Candidate[] = [];
  if ((isName(token.image) || token.image === '(') && !hasCondition(tokens, index)) {
    found.push({
      ...wanting(index, chinese ? '当' : 'when', {
        en: 'Write `when` before a condition.',
        zh: '条件前面要写 `当`。',
      }),
      isLast: true,
    });
  }
  return found;
}

/** Before the next block, where one was not closed: only where the text has fewer `}` than `{`. */
/** Whether the block around a token has its condition already. */
function hasCondition(tokens: readonly IToken[], index: number): boolean {
  for (let at = index - 1; at >= 0 && tokens[at]?.image !== '{'; at--) {
    const type = tokens[at]?.tokenType.name;
    if (type === 'when' || type === 'otherwise') return true;
    if (type === '}') return false;
  }
  return false;
}

function missingBrace({ tokens, index, expected }: Stumble): Candidate[] {
  if (expected !== '}' || index >= tokens.length) return [];
  const count = (mark: string): number => tokens.filter(({ tokenType }) => tokenType.name === mark).length;
  if (count('{') <= count('}')) return [];
  const [before, token] = [tokens[index - 1], tokens[index]];
  if (before === undefined || token === undefined || before.startLine === token.startLine) return [];
  const problem = {
    en: `\`${quoted(token.image)}\` does not belong in this block. Close the block before it with \`}\`.`,
    zh: `\`${quoted(token.image)}\` 不能写在这个块里。请先用 \`}\` 结束这个块。`,
  };
  return [{ ...told(index, index, '}', problem, ['}\n']), isLast: true }];
}
