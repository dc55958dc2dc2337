/** Colours that need no server, computed by VS Code's own engine. */
import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';
import { createGroupServices } from '../packages/language/src/services.ts';

const ROOT = join(import.meta.dirname, '..');
const GRAMMAR = join(ROOT, 'packages/vscode/language/group.tmLanguage.json');

let grammar: IGrammar;

beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await loadWASM(new Uint8Array(readFileSync(wasm)).buffer);
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async () => parseRawGrammar(readFileSync(GRAMMAR, 'utf8'), GRAMMAR),
  });
  const loaded = await registry.loadGrammar('source.group');
  if (loaded === null) throw new Error('the grammar has no patterns');
  grammar = loaded;
});

/** The innermost scope at every character, without the grammar's suffix. */
function scopes(text: string): string[] {
  const found: string[] = [];
  let state = INITIAL;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens) {
      const scope = scopes.at(-1) ?? '';
      for (let at = startIndex; at < Math.min(endIndex, line.length); at++)
        found.push(scope.replace(/\.?source\.group$|\.group$/, ''));
    }
    found.push('');
  }
  return found;
}

/** `word scope` for every run of one scope that isn't only spaces. */
function colored(text: string): string[] {
  const found = scopes(text);
  const parts: string[] = [];
  for (let start = 0; start < text.length; ) {
    let end = start + 1;
    while (end < text.length && found[end] === found[start]) end++;
    const word = text.slice(start, end).trim();
    if (word !== '' && !/^punctuation/.test(found[start] ?? '')) parts.push(`${word} ${found[start]}`);
    start = end;
  }
  return parts;
}

describe('words', () => {
  const cases: [en: string, zh: string, expected: string][] = [
    ['tier Core "x" { }', '层级 Core "x" { }', 'keyword.control.declaration entity.name.type string.quoted.double'],
    [
      'when messages in 7d >= 3',
      '当 发言数 近7天 >= 3',
      'keyword.control variable.other keyword.control.operator constant.numeric.duration keyword.operator.comparison constant.numeric',
    ],
    [
      'top 20% by active_days',
      '前20% 按 活跃天数',
      'keyword.control.operator constant.numeric.percent keyword.control.operator variable.other',
    ],
    [
      'complaints per day > 3',
      '投诉数 每天 > 3',
      'variable.other keyword.control.operator keyword.control.constant keyword.operator.comparison constant.numeric',
    ],
    [
      'count(message where text contains Banned)',
      '计数(发言 其中 文字内容 包含 违禁词)',
      'keyword.control.aggregate variable.other keyword.control.operator variable.other keyword.control.operator variable.other',
    ],
    [
      'text matches /a\\/b|c/i or y',
      '文字内容 匹配 /a\\/b|c/i 或 y',
      'variable.other keyword.control string.regexp keyword.control.operator variable.other',
    ],
    ['do warn(sender)', '执行 警告(当事人)', 'keyword.control entity.name.function variable.other'],
    ['starts 2025-03-01T20:00', '开始 2025-03-01T20:00', 'keyword.control constant.numeric.timestamp'],
    [
      '07:00..09:00 insight',
      '07:00..09:00 insight',
      'constant.numeric.time keyword.operator constant.numeric.time variable.other',
    ],
    [
      'on breach for 3d do start(Rescue)',
      '遇 失守 持续3天 执行 启动(Rescue)',
      'keyword.control keyword.control keyword.control constant.numeric.duration keyword.control entity.name.function variable.other',
    ],
  ];

  test.each(cases)('%s', (en, zh, expected) => {
    const kinds = (text: string): string =>
      colored(text)
        .map((part) => part.slice(part.lastIndexOf(' ') + 1))
        .join(' ');
    expect(joined(kinds(en))).toBe(joined(expected));
    expect(joined(kinds(zh))).toBe(joined(expected));
  });

  /** Adjacent tokens of one colour form one run. */
  function joined(kinds: string): string {
    return kinds
      .split(' ')
      .filter((kind, index, all) => kind !== all[index - 1])
      .join(' ');
  }

  test('a name spelt like a keyword is not a keyword', () => {
    expect(colored('category light when role in [staff]')).toEqual([
      'category keyword.control.declaration',
      'light entity.name.type',
      'when keyword.control',
      'role variable.other',
      'in keyword.control.operator',
      'staff variable.other',
    ]);
    expect(colored('untie 群主')).toEqual(['untie variable.other', '群主 variable.other']);
  });

  test('an unclosed string does not affect the next line; a long one continues', () => {
    expect(colored('purpose "abc\ntier A')).toContain('tier keyword.control.declaration');
    expect(colored('script S """a\n"b" tier A\n""" tier B').filter((part) => part.startsWith('tier'))).toHaveLength(1);
  });
});

describe('agreement with the lexer', () => {
  const files = globSync(['examples/**/*.group', 'packages/language/templates/*.group', 'grammar/prelude.group'], {
    cwd: ROOT,
  });
  const KINDS: Readonly<Record<string, RegExp>> = {
    STRING: /^string\.quoted|^constant\.character\.escape/,
    REGEX: /^string\.regexp/,
    PERCENT: /^constant\.numeric/,
    DURATION: /^constant\.numeric/,
    TIME: /^constant\.numeric/,
    DATE: /^constant\.numeric/,
    TIMESTAMP: /^constant\.numeric/,
    NUMBER: /^constant\.numeric/,
    COLOR: /^constant\.other\.color/,
  };
  const COMMENT = /^comment|^keyword\.other\.documentation/;
  const PROSE = /^(?:string|comment|constant\.character|constant\.numeric|keyword\.other\.documentation)/;
  // Words become keywords once a parser knows them.
  const { LangiumParser: parser, Lexer: lexer } = createGroupServices().group.parser;
  parser.parse('');

  test('there are files', () => expect(files.length).toBeGreaterThan(10));

  test.each(files)('%s: strings, patterns, quantities and comments', (file) => {
    const text = readFileSync(join(ROOT, file), 'utf8').replaceAll('\r\n', '\n');
    const found = scopes(text);
    const { tokens, hidden } = lexer.tokenize(text);
    const wrongly = (offset: number, image: string, fits: (scope: string) => boolean): string[] => {
      const at = [...image].findIndex((_, index) => image[index] !== '\n' && !fits(found[offset + index] ?? ''));
      return at < 0 ? [] : [`${image} is ${found[offset + at]}`];
    };
    const wrong = [
      ...tokens.flatMap(({ startOffset, image, tokenType }) => {
        const kind = KINDS[tokenType.name];
        return wrongly(startOffset, image, (scope) => (kind === undefined ? !PROSE.test(scope) : kind.test(scope)));
      }),
      ...hidden.flatMap(({ startOffset, image }) => wrongly(startOffset, image, (scope) => COMMENT.test(scope))),
    ];
    expect(wrong).toEqual([]);
  });
});
