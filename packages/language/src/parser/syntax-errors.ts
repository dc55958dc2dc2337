/** Turns what the lexer and the parser found into diagnostics: one per slip, saying what to type. */

import { type Bilingual, choice, type Fill, fill, inBoth, list } from '@steward/text';
import type { IRecognitionException, IToken } from 'chevrotain';
import type { ParseResult } from 'langium';
import type { TextRange } from '../diagnostics/diagnostic.ts';
import { removeFix, replaceFix } from '../diagnostics/fixes.ts';
import type { DiagnosticSink } from '../diagnostics/sink.ts';
import { lastRead } from './errors.ts';
import { clauseWordsOf, firstWordsOf } from './grammar-words.ts';
import { KEYWORDS, keywordIn } from './keywords.ts';
import type { LexicalSlip } from './lexical-slip.ts';
import { isLexicalSlip } from './lexical-slip.ts';
import { tokenName } from './names.ts';
import { operandMissing } from './repair/structure.ts';
import { quoted } from './slips.ts';

const WORDS = new Set(KEYWORDS);

export function reportSyntax(result: ParseResult, file: string, text: string, sink: DiagnosticSink): void {
  const slips = lexicalSlips(result);
  const errors = result.parserErrors.map((error) => ({ error, range: rangeOfError(error, text) }));
  const places = [
    ...slips.map(({ line = 1, offset = 0 }) => ({ line, offset })),
    ...errors.map(({ range }) => ({ line: range.startLine, offset: range.startOffset })),
  ];
  const firsts = new Map<number, number>();
  for (const { line, offset } of places) firsts.set(line, Math.min(offset, firsts.get(line) ?? offset));
  /** A fault after another on the same line is usually an echo of it, unless it has a better explanation. */
  const isEcho = (line: number, offset: number): boolean => (firsts.get(line) ?? offset) < offset;
  for (const slip of slips) {
    if (slip.isUnsure !== true || !isEcho(slip.line ?? 1, slip.offset ?? 0)) reportSlip(slip, file, sink);
  }
  // Nothing of the file was read.
  if (slips.some((slip) => slip.code === 'nested-too-deeply')) return;
  for (const { error, range } of errors) {
    if (!isEcho(range.startLine, range.startOffset)) reportError(error, range, file, sink);
  }
}

export function lexicalSlips({ lexerReport }: ParseResult): LexicalSlip[] {
  return (lexerReport?.diagnostics ?? []).filter(isLexicalSlip);
}

function reportSlip(slip: LexicalSlip, file: string, sink: DiagnosticSink): void {
  const range: TextRange = {
    startOffset: slip.offset,
    endOffset: slip.offset + slip.length,
    startLine: slip.line ?? 1,
    startColumn: slip.column ?? 1,
    endLine: slip.line ?? 1,
    endColumn: (slip.column ?? 1) + slip.length,
  };
  const { data } = slip;
  const filled = (name: string): string => String(data[name] ?? '');
  const [found, instead, suggestion] = [quoted(filled('found')), filled('instead'), filled('suggestion')];
  const written = slip.fixes ?? (slip.replacement === null ? [] : [slip.replacement]);
  const fixes = written.map((one) => (one === '' ? removeFix(file, range) : replaceFix(file, range, one)));
  switch (slip.code) {
    case 'foreign-notation':
    case 'full-width-punctuation':
    case 'full-width-character':
    case 'malformed-name':
      sink.report(slip.code, file, range, { found, instead: quoted(instead) }, { fixes });
      return;
    case 'misspelt-keyword':
      sink.report(slip.code, file, range, { found, suggestion }, { fixes });
      return;
    case 'missing-percent':
      sink.report(slip.code, file, range, { suggestion }, { fixes });
      return;
    case 'unknown-unit':
      sink.report(slip.code, file, range, { found, hint: hintOf(suggestion) }, { fixes });
      return;
    case 'invisible-character':
      sink.report(slip.code, file, range, { name: data['name'] ?? '', codePoint: filled('codePoint') }, { fixes });
      return;
    case 'syntax-error':
      sink.report(slip.code, file, range, { problem: data['problem'] ?? '' }, { fixes });
      return;
    case 'unexpected-character':
      sink.report(slip.code, file, range, { found, advice: data['advice'] ?? '' }, { fixes });
      return;
    case 'unclosed-string':
    case 'nested-too-deeply':
      sink.report(slip.code, file, range, {});
      return;
    case 'malformed-color':
      sink.report(slip.code, file, range, { found });
      return;
  }
}

function hintOf(suggestion: string): Fill {
  if (suggestion === '') return '';
  return fill({ en: ' Did you mean `{suggestion}`?', zh: '是不是想写 `{suggestion}`？' }, { suggestion });
}

function reportError(error: IRecognitionException, range: TextRange, file: string, sink: DiagnosticSink): void {
  const expected = /^expected (\S+)$/.exec(error.message)?.[1] ?? null;
  sink.report('syntax-error', file, range, { problem: problemOf(error, expected) });
}

function problemOf(error: IRecognitionException, expected: string | null): Bilingual {
  const atEnd = error.token.tokenType.name === 'EOF';
  const found = quoted(error.token.image);
  const missing = atEnd ? operandMissing(lastRead(error).image) : null;
  if (missing !== null && (expected !== '[' || !isInFilter(error))) return missing;
  if (atEnd && expected !== null) {
    return fill(
      { en: 'The file ends before {wanted}.', zh: '文件结束了，还缺{wanted}。' },
      { wanted: tokenName(expected) },
    );
  }
  if (atEnd) return { en: 'The file ends in the middle of a clause.', zh: '文件在一个条款中间就结束了。' };
  const rule = ruleOf(error);
  if (CHOICES.has(rule)) return oneOf(firstWordsOf(rule), found);
  const clauses = clauseWordsOf(rule);
  const areKeywords = clauses.length > 0 && clauses.every((word) => WORDS.has(word));
  if (expected === '}' && areKeywords && !WORDS.has(error.token.tokenType.name) && found !== '{') {
    return noClauseOf(rule.toLowerCase(), clauses, found);
  }
  if (expected === '}' && (WORDS.has(error.token.tokenType.name) || found === '{')) {
    return fill(
      {
        en: '`{found}` does not belong in this block. Move it, or close the block before it with `}`.',
        zh: '`{found}` 不能写在这个块里。请移到别处，或先用 `}` 结束这个块。',
      },
      { found },
    );
  }
  if (error.token.tokenType.name === 'expect') return CLAIMS;
  if (expected !== null) {
    return fill(
      { en: '{wanted} is expected here, not `{found}`.', zh: '这里要写{wanted}，而不是 `{found}`。' },
      { wanted: tokenName(expected), found },
    );
  }
  return fill(
    {
      en: '`{found}` is not valid here. Check the word before it, and look for a missing or superfluous `}`.',
      zh: '`{found}` 不能写在这里。请检查它前面的词，以及 `}` 是否缺少或多余。',
    },
    { found },
  );
}

/** Grammar rules where only certain words are possible. */
const CHOICES: ReadonlySet<string> = new Set(['CampaignSize', 'Period', 'Weekday', 'FieldType', 'UnitName', 'Claim']);

const CLAIMS: Bilingual = {
  en: 'Say what is expected: `expect`, then `no`, `at least 3` or `at most 3` if it is meant, then one of `risk`, `tier`, `breach`, `action`, `stage`, `mix`, `outcome`.',
  zh: '请写明期望什么：`期望` 后面可以先写 `无`、`至少 3`、`至多 3`，再写 `风险`、`层级`、`失守`、`动作`、`阶段`、`配比`、`结果` 之一。',
};

function noClauseOf(owner: string, clauses: readonly string[], found: string): Bilingual {
  const { en, zh } = keywordsIn(clauses, list);
  return {
    en: `\`${found}\` does not start a clause of a \`${owner}\`. These do: ${en}.`,
    zh: `\`${found}\` 不是 \`${keywordIn(owner, 'zh')}\` 里的条款。可以写：${zh}。`,
  };
}

/** The grammar rule that the parser was in. */
function ruleOf({ context }: IRecognitionException): string {
  return (context.ruleStack.at(-1) ?? '').replace('\u200B', '');
}

/** What is looked at is one event: no window is wanted there. */
function isInFilter({ context }: IRecognitionException): boolean {
  return context.ruleStack.some((rule) => /^(?:Aggregate|Category|SignalPart)/.test(rule.replace('\u200B', '')));
}

function oneOf(choices: readonly string[], found: string): Bilingual {
  const { en, zh } = keywordsIn(choices, choice);
  return {
    en: `${en} is expected here, not \`${found}\`.`,
    zh: `这里要写 ${zh}，而不是 \`${found}\`。`,
  };
}

function keywordsIn(words: readonly string[], joined: typeof list): Bilingual {
  return inBoth((locale) => joined[locale](words.map((word) => `\`${keywordIn(word, locale)}\``)));
}

function rangeOfError(error: IRecognitionException, text: string): TextRange {
  const token = error.token;
  if (token.tokenType.name !== 'EOF') return rangeOfToken(token);
  const before = text.trimEnd();
  const lines = before.split('\n');
  const line = lines.length;
  const column = (lines.at(-1)?.length ?? 0) + 1;
  return {
    startOffset: before.length,
    endOffset: before.length,
    startLine: line,
    startColumn: column,
    endLine: line,
    endColumn: column,
  };
}

function rangeOfToken(token: IToken): TextRange {
  const line = token.startLine ?? 1;
  const column = token.startColumn ?? 1;
  return {
    startOffset: token.startOffset,
    endOffset: token.startOffset + token.image.length,
    startLine: line,
    startColumn: column,
    endLine: token.endLine ?? line,
    endColumn: (token.endColumn ?? column) + 1,
  };
}
