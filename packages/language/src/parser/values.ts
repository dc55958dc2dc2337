/** Converts source text into values of the syntax tree: canonical English units, plain text, numbers. */
import type { CstNode, GrammarAST, ValueType } from 'langium';
import { DefaultValueConverter } from 'langium';

const CANONICAL_UNIT: Readonly<Record<string, string>> = { 秒: 's', 分钟: 'min', 小时: 'h', 天: 'd', 周: 'w' };
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

export class GroupValueConverter extends DefaultValueConverter {
  protected override runConverter(rule: GrammarAST.AbstractRule, input: string, node: CstNode): ValueType {
    switch (rule.name) {
      case 'STRING':
        return textOf(input);
      case 'NUMBER':
        return Number.parseFloat(input);
      case 'PERCENT':
        return Number.parseFloat(input);
      case 'DURATION':
        return canonicalDuration(input);
      case 'TIMESTAMP':
        return input.replace(' ', 'T');
      case 'NameOrLabel':
      case 'ID':
      case 'REGEX':
      case 'COLOR':
        return input;
      default:
        return super.runConverter(rule, input, node);
    }
  }
}

/** `2小时` → `2h`. */
export function canonicalDuration(written: string): string {
  const [, amount, unit] = /^(\d+)(.*)$/.exec(written) ?? [];
  if (amount === undefined || unit === undefined) return written;
  return `${amount}${CANONICAL_UNIT[unit] ?? unit}`;
}

/** The value of a string literal: unquoted and unescaped; a `"""` block loses its common indentation. */
export function textOf(written: string): string {
  if (written.startsWith('"""')) return dedent(written.slice(3, -3));
  const closed =
    written.length > 1 && /["'”“‟＂」』«»‹›〞》‘’＇`´]$/.test(written) && !/[^\\](\\\\)*\\"$/.test(written);
  return resolveEscapes(written.slice(1, closed ? -1 : undefined));
}

function resolveEscapes(text: string): string {
  return text.replace(/\\(.)/g, (_, character: string) => ESCAPES[character] ?? character);
}

function dedent(block: string): string {
  const lines = block
    .replace(/^[ \t]*\r?\n/, '')
    .replace(/\r?\n[ \t]*$/, '')
    .split(/\r?\n/);
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const common = indents.length === 0 ? 0 : Math.min(...indents);
  return lines.map((line) => line.slice(common)).join('\n');
}
