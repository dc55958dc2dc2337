/** Candidates for what is missing, misplaced or in another form where the parser stumbled. */

import { type Bilingual, fill } from '@steward/text';
import type { IToken } from 'chevrotain';
import { PRELUDE_TEXT } from '../../prelude/prelude.generated.ts';
import { isChinese } from '../chinese.ts';
import { keywordIn, readKeyword } from '../keywords.ts';
import { dayWritten, durationWritten } from '../literals.ts';
import { tokenName } from '../names.ts';
import { quoted } from '../slips.ts';
import { spanOf } from '../source-tokens.ts';
import type { Candidate, Stumble } from './candidate.ts';
import { candidate, imageOf } from './candidate.ts';
import { indentedBlock, otherBrackets } from './indented.ts';
import { isName, malformedNames, unquoted } from './malformed-names.ts';
import { rewritten } from './rewritings.ts';
import { slot } from './slots.ts';

export function structural(stumble: Stumble): Candidate[] {
  return [
    ...indentedBlock(stumble),
    ...otherBrackets(stumble),
    ...slot(stumble),
    ...rewritten(stumble),
    ...missingWindow(stumble),
    ...missingPeriod(stumble),
    ...negative(stumble),
    ...kindOfGroup(stumble),
    ...otherForm(stumble),
    ...inScenario(stumble),
    ...malformedNames(stumble),
    ...missingWord(stumble),
    ...missingBrace(stumble),
    ...unknownFunction(stumble),
    ...missingMark(stumble),
    ...missingComparison(stumble),
  ];
}

const OPERATORS: ReadonlySet<string> = new Set([
  ...['<', '<=', '>', '>=', '==', '!=', '+', '-', '*', '/'],
  ...['and', 'or', 'not', 'in'],
]);

interface Operand {
  wanted: Bilingual;
  /** What to continue reading with. */
  write: string;
}
const NUMBER: Operand = { wanted: { en: 'a number', zh: '数值' }, write: '1' };
const CONDITION: Operand = { wanted: { en: 'a condition', zh: '条件' }, write: 'messages > 0' };
const OPERANDS: Readonly<Record<string, Operand>> = {
  and: CONDITION,
  or: CONDITION,
  not: CONDITION,
  in: { wanted: { en: 'a duration, like 7d,', zh: '时长，例如 7天' }, write: '1d > 0' },
};

const OPERAND_MISSING = {
  en: 'After `{operator}` {wanted} is missing.',
  zh: '`{operator}` 后面缺少{wanted}。',
} as const;

/** What is missing after an operator; null if the word is no operator. */
export function operandMissing(operator: string): Bilingual | null {
  const word = readKeyword(operator, null) ?? operator;
  if (!OPERATORS.has(word)) return null;
  return fill(OPERAND_MISSING, { operator, wanted: (OPERANDS[word] ?? NUMBER).wanted });
}

/** An operator at the end of a line without an operand: the next clause would be read as its operand. */
export function missingOperand({ tokens, index }: Stumble): Candidate[] {
  for (let at = index; at >= Math.max(1, index - 3); at--) {
    const [operator, next] = [tokens[at - 1], tokens[at]];
    if (operator === undefined || !OPERATORS.has(operator.tokenType.name)) continue;
    if (next !== undefined && next.startLine === operator.startLine && next.image !== '}') continue;
    const { wanted, write } = OPERANDS[operator.tokenType.name] ?? NUMBER;
    const problem = fill(OPERAND_MISSING, { operator: operator.image, wanted });
    return [{ ...candidate(at, at, write, problem), span: spanOf([operator]) }];
  }
  return [];
}

/** `in 7d` without its `in`: `messages 7d > 3`. */
function missingWindow({ tokens, index }: Stumble): Candidate[] {
  const [before, token] = [tokens[index - 1], tokens[index]];
  if (token?.tokenType.name !== 'DURATION' || before === undefined || !/^[\p{L}_)]/u.test(before.image)) return [];
  const write = isChinese(token.image) ? `近${token.image}` : `in ${token.image}`;
  const data = { found: token.image, instead: write };
  return [{ from: index, to: index + 1, write, code: 'foreign-notation', data, fixes: [write] }];
}

/** `max(…)`: looks like a function, but there is none of that name. */
function unknownFunction({ tokens, index }: Stumble): Candidate[] {
  const [name, open] = tokens.slice(index - 1, index + 1);
  if (name === undefined || open?.image !== '(' || !isName(name.image)) return [];
  const problem = fill(FUNCTIONS, { name: quoted(name.image) });
  const isOfNumbers = /^(?:max|min|median|std|var|最大|最小|中位数)/i.test(name.image);
  const hasField = tokens.slice(index + 1, index + 4).some(({ image }) => image === '.');
  const write = !hasField ? 'count' : isOfNumbers ? 'average' : 'distinct';
  return [{ ...candidate(index - 1, index, write, problem), isLast: true }];
}

const FUNCTIONS = {
  en: 'There is no function `{name}`. There are: `count`, `distinct`, `days`, `since`, `sum`, `average`.',
  zh: '没有函数 `{name}`。可以用：`计数`、`去重`、`天数`、`距今`、`合计`、`平均`。',
} as const;

/** `cap ad 15%` without a period: it needs `per …`. */
function missingPeriod({ tokens, index, expected }: Stumble): Candidate[] {
  const before = tokens[index - 1];
  if (expected !== 'per' || before === undefined) return [];
  return [
    {
      ...candidate(index, index, 'per day', {
        en: 'Say over which period: add `per day`, `per week`, `per month` or `per hour`.',
        zh: '请写明周期：加上 `每天`、`每周`、`每月` 或 `每小时`。',
      }),
      span: spanOf([before]),
    },
  ];
}

/** `goal participation_rate 30%`: the comparison operator is missing. */
function missingComparison({ tokens, index }: Stumble): Candidate[] {
  const [before, token] = [tokens[index - 1], tokens[index]];
  if (!/^(?:NUMBER|PERCENT)$/.test(token?.tokenType.name ?? '') || token === undefined) return [];
  if (before === undefined || !/^[\p{L}_)\d]/u.test(before.image)) return [];
  const problem = fill(
    {
      en: 'A comparison is missing before `{found}`: write `>=`, `<` or another.',
      zh: '`{found}` 前面缺少比较符号：请写 `>=`、`<` 等。',
    },
    { found: token.image },
  );
  return [{ ...candidate(index, index, '>=', problem), span: spanOf([token]), isLast: true }];
}

/** The only word or symbol that fits there, if the text continues as though it were present. */
function missingMark({ tokens, index, expected }: Stumble): Candidate[] {
  const token = tokens[index];
  if (expected === null || token === undefined || /^(?:[{}[]|[A-Z]+)$/.test(expected)) return [];
  const write = isChinese(tokens[index - 1]?.image ?? '') ? keywordIn(expected, 'zh') : expected;
  const problem = fill(
    { en: '{wanted} is missing before `{found}`.', zh: '`{found}` 前面缺少{wanted}。' },
    { wanted: tokenName(expected), found: quoted(token.image) },
  );
  return [{ ...candidate(index, index, write, problem, [`${write} `]), span: spanOf([token]), isLast: true }].map(
    (candidate) => ({ ...candidate, fixes: [`${write} ${token.image}`] }),
  );
}

/** No count is negative. */
function negative({ tokens, index }: Stumble): Candidate[] {
  const [minus, number] = tokens.slice(index, index + 2);
  if (minus?.tokenType.name !== '-' || !/^(?:NUMBER|PERCENT|DURATION)$/.test(number?.tokenType.name ?? '')) return [];
  if (number === undefined) return [];
  return [
    candidate(index, index + 2, number.image, {
      en: `Numbers cannot be negative here: counts, shares and durations start at 0. Write \`${number.image}\` without \`-\`, or reverse the comparison.`,
      zh: `这里没有负数：次数、比例和时长最小为 0。请写成不带 \`-\` 的 \`${number.image}\`，或把比较反过来写。`,
    }),
  ];
}

const KINDS = {
  en: 'Say what kind of group it is: `group {name} : service {`. The kinds are `service`, `interest`, `knowledge` and `conversion`.',
  zh: '请写明群的类型：`群 {name} : 服务型 {`。类型有 `服务型`、`兴趣型`、`知识型`、`转化型`。',
} as const;

function kindOfGroup({ tokens, index, expected }: Stumble): Candidate[] {
  let start = index;
  while (start > 0 && index - start < 4 && tokens[start]?.tokenType.name !== 'group') start--;
  if (tokens[start]?.tokenType.name !== 'group' || start === index) return [];
  const problem = fill(KINDS, { name: tokens[start + 1]?.image ?? 'G' });
  if (expected === ':') {
    const next = tokens[index]?.tokenType.name;
    const span = spanOf(tokens.slice(start, index));
    if (next === '{' || next === 'extends') return [{ ...candidate(index, index, ': service', problem), span }];
    if (/^(?:service|interest|knowledge|conversion)$/.test(next ?? '')) {
      return [wanting(index, ':', { en: 'Write `:` before the kind of group.', zh: '请在群的类型前写 `:`。' })];
    }
    return [{ ...candidate(index, index + 1, ': service', problem), isLast: true }];
  }
  if (tokens[index - 1]?.tokenType.name !== ':') return [];
  const isBlock = tokens[index]?.tokenType.name === '{';
  return [{ ...candidate(index, isBlock ? index : index + 1, 'service', problem), isLast: true }];
}

/** Inserts `write` before a token and reports `problem`; the fix keeps the existing text. */
function wanting(index: number, write: string, problem: Bilingual): Candidate {
  return { ...candidate(index, index, write, problem), fixes: [`${write} `] };
}

/** The right thing in another form: a share without `%`, a string without quotes. */
function otherForm({ tokens, index, source, expected }: Stumble): Candidate[] {
  const token = tokens[index];
  if (token === undefined) return [];
  const found = imageOf(tokens, index, index + 1, source);
  const one: AsOne = (code, write) => ({
    ...{ from: index, to: index + 1, write, code, fixes: [write] },
    data: { found: quoted(found), instead: write, suggestion: write },
  });
  switch (token.tokenType.name) {
    case 'NUMBER':
      return otherNumber(token.image, expected, one);
    case 'DURATION':
    case 'PERCENT': {
      const digits = /^\d+(?:\.\d+)?/.exec(token.image)?.[0] ?? '';
      return [
        candidate(index, index + 1, digits, {
          en: `A number is expected here, but \`${found}\` has a unit. Remove the unit.`,
          zh: `这里要写一个数，\`${found}\` 带了单位。请去掉单位。`,
        }),
      ];
    }
    case 'STRING':
      return [...unquoted(token.image.slice(1, -1), tokens[index - 1])].map((write) => one('foreign-notation', write));
    case '*':
      return [one('foreign-notation', 'x')];
    case 'TIMESTAMP':
    case 'REGEX':
    case '{':
    case '}':
      return [];
    default:
      return otherWord(token.image, expected).map((write) => one('foreign-notation', write));
  }
}

/** `x19` → `x 19`; a word where a string is expected lacks its quotes. */
function otherWord(image: string, expected: string | null): string[] {
  const times = /^[x×](\d+)$/i.exec(image)?.[1];
  if (times !== undefined) return [`x ${times}`];
  return expected === 'STRING' && /^[\p{L}_]/u.test(image) ? [`"${image}"`] : [];
}

type AsOne = (code: Candidate['code'], write: string) => Candidate;

/** A number where an amount with a unit, a time or a date is expected. */
function otherNumber(image: string, expected: string | null, one: AsOne): Candidate[] {
  const clock = clockOf(image);
  const day = dayWritten(image);
  const duration = durationWritten(Number(image), 'd');
  return [
    ...(day === null ? [] : [one('foreign-notation', day)]),
    ...(expected === 'TIME' && clock !== null ? [one('foreign-notation', clock)] : []),
    ...(expected === 'PERCENT' ? [one('missing-percent', `${image}%`)] : []),
    ...(expected === 'DURATION' || expected === '[' ? [one('unknown-unit', duration ?? `${image}d`)] : []),
    ...(clock === null ? [] : [one('foreign-notation', clock)]),
    one('missing-percent', `${image}%`),
    ...(duration === null ? [] : [one('unknown-unit', duration)]),
  ];
}

function clockOf(digits: string): string | null {
  const [, hour = '', minute = '00'] = /^([01]?\d|2[0-4])(?:\.?([0-5]\d))?$/.exec(digits) ?? [];
  return hour === '' ? null : `${hour.padStart(2, '0')}:${minute}`;
}

function inScenario({ tokens, index, source }: Stumble): Candidate[] {
  const token = tokens[index];
  const date = [index, index - 1].find((at) => tokens[at]?.tokenType.name === 'DATE');
  const found: Candidate[] = [];
  if (token?.tokenType.name === 'STRING') {
    const write = `${isChinese(tokens[index - 1]?.image ?? '') ? '文字内容' : 'text'} = ${token.image}`;
    const data = { found: quoted(token.image), instead: write };
    found.push({ from: index, to: index + 1, write, code: 'foreign-notation', data, fixes: [write] });
  }
  if (date !== undefined) {
    const image = imageOf(tokens, date, date + 1, source);
    const write = `${image}T10:00`;
    found.push(
      candidate(date, date + 1, write, {
        en: `A time of day is missing: write \`${write}\`, with the time that you mean.`,
        zh: `缺少时刻：请写成 \`${write}\` 这样，换成实际的时刻。`,
      }),
    );
  }
  return found;
}

let actions: ReadonlySet<string> | null = null;

/** The actions of the prelude, by name and alias. */
function isAction(word: string): boolean {
  actions ??= new Set(
    [...PRELUDE_TEXT.matchAll(/^action (\w+) alias (\S+)/gm)].flatMap(([, name = '', alias = '']) => [name, alias]),
  );
  return actions.has(word);
}

/** An action after a condition without a `do`. */
export function missingDo({ tokens, index }: Stumble): Candidate[] {
  return [index, index - 1].flatMap((at): Candidate[] => {
    const token = tokens[at];
    if (token === undefined || !isAction(token.image) || tokens[at - 1]?.tokenType.name === 'do') return [];
    const problem = {
      en: `Write \`do\` before an action: \`do ${token.image}\`.`,
      zh: `动作前面要写 \`执行\`：\`执行 ${token.image}\`。`,
    };
    const write = isChinese(token.image) ? '执行' : 'do';
    return [{ ...candidate(at, at, write, problem, [`${write} ${token.image}`]), span: spanOf([token]) }];
  });
}

function missingWord({ tokens, index }: Stumble): Candidate[] {
  const token = tokens[index];
  if (token === undefined) return [];
  const chinese = isChinese(token.image);
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

/** Whether the block around a token already has its condition. */
function hasCondition(tokens: readonly IToken[], index: number): boolean {
  for (let at = index - 1; at >= 0 && tokens[at]?.image !== '{'; at--) {
    const type = tokens[at]?.tokenType.name;
    if (type === 'when' || type === 'otherwise') return true;
    if (type === '}' || type === 'category') return false;
  }
  return false;
}

/** Before the next block, if one was not closed; only if the text has fewer `}` than `{`. */
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
  return [{ ...candidate(index, index, '}', problem, ['}\n']), isLast: true }];
}
