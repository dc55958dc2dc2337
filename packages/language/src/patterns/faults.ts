/** Explains why a pattern cannot be used and how to write it instead. Pure. */
import { type PatternToken, patternTokens } from '@steward/events';
import { compilePattern, type Refusal } from '@steward/patterns';
import type { Bilingual } from '@steward/text';

export interface PatternFault {
  /** A clause that completes “This pattern is not supported: ”. */
  reason: Bilingual;
  /** The same pattern in the engine's syntax, if there is a certain equivalent. */
  instead: string | null;
}

/** Returns null for a pattern that the engine can run. */
export function patternFault(pattern: string, ignoreCase = false): PatternFault | null {
  const made = compilePattern(pattern, ignoreCase);
  if (made.kind === 'pattern') return null;
  const tokens = patternTokens(pattern);
  return { reason: reasonOf(tokens, made.refusal), instead: rewritten(tokens, pattern, ignoreCase) };
}

/** Whether a valid pattern matches the empty text, and therefore every text. */
export function isFoundInNothing(pattern: string, ignoreCase = false): boolean {
  const made = compilePattern(pattern, ignoreCase);
  return made.kind === 'pattern' && made.pattern.test('');
}

/** Features of other engines that this one lacks, most telling first. */
const FOREIGN: readonly { is: (token: PatternToken) => boolean; reason: (text: string) => Bilingual }[] = [
  {
    is: ({ kind, text }) => kind === 'open' && /^\(\?<?[=!]$/.test(text),
    reason: () => ({ en: 'it uses look-around', zh: '用了环视' }),
  },
  {
    is: ({ kind, text }) => kind === 'escape' && /^\\(?:[1-9]|k)/.test(text),
    reason: () => ({ en: 'it has a backreference', zh: '用了反向引用' }),
  },
  {
    is: ({ kind, text }) => kind === 'open' && text === '(?>',
    reason: () => ({ en: 'it has an atomic group', zh: '用了固化分组' }),
  },
  {
    is: ({ kind, text }) => kind === 'open' && text === '(?#',
    reason: () => ({ en: 'it has a comment', zh: '里面有注释' }),
  },
];

function reasonOf(tokens: readonly PatternToken[], { error, input }: Refusal): Bilingual {
  for (const { is, reason } of FOREIGN) {
    const token = tokens.find(is);
    if (token !== undefined) return reason(token.text);
  }
  const piece = input === null ? '' : shortened(input);
  switch (error) {
    case 'invalid escape sequence':
      return {
        en: `\`${piece}\` is not supported${codePointAdvice(tokens).en}`,
        zh: `不认识 \`${piece}\`${codePointAdvice(tokens).zh}`,
      };
    case 'invalid character class range':
      return /^\\[pP]/.test(piece)
        ? {
            en: `there is no character class \`${piece}\`; write scripts and categories like \`\\p{Han}\` and \`\\p{L}\``,
            zh: `没有 \`${piece}\` 这类字符；文字和类别要写成 \`\\p{Han}\`、\`\\p{L}\` 这样`,
          }
        : { en: `the range \`${piece}\` is not valid`, zh: `看不懂字符范围 \`${piece}\`` };
    case 'invalid repeat count':
      return {
        en: `\`${piece}\` repeats too often: the limit is 1000, multiplied across nested groups`,
        zh: `\`${piece}\` 重复太多次：最多 1000 次，嵌套的分组要相乘`,
      };
    case 'invalid nested repetition operator':
      return {
        en: `\`${piece}\` repeats a repetition: remove one of them`,
        zh: `\`${piece}\` 对重复又做重复：请去掉一个符号`,
      };
    case 'missing argument to repetition operator':
      return { en: `there is nothing to repeat before \`${piece}\``, zh: `\`${piece}\` 前面没有可重复的内容` };
    case 'missing closing ]':
      return { en: 'a `[` is not closed with `]`', zh: '有个 `[` 没有用 `]` 收尾' };
    case 'missing closing )':
      return { en: 'a `(` is not closed with `)`', zh: '有个 `(` 没有用 `)` 收尾' };
    case 'unexpected )':
      return { en: 'a `)` closes nothing', zh: '有个 `)` 没有对应的 `(`' };
    case 'trailing backslash at end of expression':
      return { en: 'it ends in a lone `\\`', zh: '结尾有个单独的 `\\`' };
    case 'invalid named capture':
      return { en: `\`${piece}\` is not a valid group name`, zh: `\`${piece}\` 不能作分组名` };
    case 'duplicate capture group name':
      return { en: `two groups are named \`${piece}\``, zh: `有两个分组都叫 \`${piece}\`` };
    case 'invalid or unsupported Perl syntax':
      return { en: `\`${piece}\` is not supported`, zh: `不认识 \`${piece}\`` };
    case 'expression too large':
      return { en: 'it is too long', zh: '太长了' };
    case 'expression nests too deeply':
      return { en: 'its groups nest too deeply', zh: '分组嵌套太深' };
    default:
      return { en: error, zh: `无法解析（${error}）` };
  }
}

const LONGEST_QUOTED = 40;

function shortened(text: string): string {
  return text.length > LONGEST_QUOTED ? `${text.slice(0, LONGEST_QUOTED)}…` : text;
}

function codePointAdvice(tokens: readonly PatternToken[]): Bilingual {
  const written = tokens.map(({ text }) => /\\u(?:\{[^}]*\}|[\dA-Fa-f]{4})/.exec(text)?.[0]).find((text) => text);
  if (written === undefined) return { en: '', zh: '' };
  const instead = otherSpelling(written);
  return {
    en: `: write the character ${hexOf(written)} as \`${instead}\``,
    zh: `：编号 ${hexOf(written)} 的字符要写成 \`${instead}\``,
  };
}

function hexOf(written: string): string {
  return written.replace(/^\\u\{?|\}$/g, '');
}

/** The pattern with spellings of other engines replaced, if nothing else was wrong with it. */
function rewritten(tokens: readonly PatternToken[], pattern: string, ignoreCase: boolean): string | null {
  const instead = tokens.map(rewrittenToken).join('');
  if (instead === pattern) return null;
  return compilePattern(instead, ignoreCase).kind === 'pattern' ? instead : null;
}

function rewrittenToken({ kind, text }: PatternToken): string {
  if (kind === 'escape') return otherSpelling(text);
  if (kind === 'class')
    return text.replace(/\\(?:u\{[^}]*\}|u[\dA-Fa-f]{4}|[pP]\{[^}]*\}|c[A-Za-z]|[\s\S])/gu, otherSpelling);
  return text;
}

/** `\u4e00` → `\x{4e00}`, `\p{Script=Han}` → `\p{Han}`, `\cA` → `\x01`; everything else unchanged. */
function otherSpelling(written: string): string {
  const number = /^\\u(?:\{([^}]*)\}|([\dA-Fa-f]{4}))$/.exec(written);
  if (number !== null) return `\\x{${number[1] ?? number[2]}}`;
  const property = /^\\([pP])\{(?:Script|sc|Script_Extensions|scx|General_Category|gc)=([^}]*)\}$/.exec(written);
  if (property !== null) return `\\${property[1]}{${property[2]}}`;
  const control = /^\\c([A-Za-z])$/.exec(written)?.[1];
  if (control !== undefined) return `\\x${(control.toUpperCase().charCodeAt(0) - 64).toString(16).padStart(2, '0')}`;
  return written;
}
