import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { program } from '../../test/programs.ts';
import { PRELUDE_TEXT } from '../prelude/prelude.generated.ts';
import { createGroupServices } from '../services.ts';
import { checkFiles } from '../testing/marked.ts';
import { formatText } from './format.ts';

const services = createGroupServices().group;
const ROOT = join(import.meta.dirname, '../../../..');

function format(text: string): string {
  const formatted = formatText(text, services);
  if (formatted === null) throw new Error(`The text does not parse:\n${text}`);
  return formatted;
}

function meaning(text: string): string {
  return JSON.stringify(checkFiles({ 'main.group': text }).policy, (key, value: unknown) =>
    key === 'range' ? undefined : value,
  );
}

test('indents by blocks, sets one space between words and two between the clauses of a line', () => {
  const text = `group   G:service{
tier  A "甲"{when messages in 7d>=3   grace 3d
badge "x" }
      tier B { otherwise   badge "y" }
 content{mix per day{ a 40% b   60% }}
}`;
  expect(format(text)).toBe(`group G : service {
  tier A "甲" {
    when messages in 7d >= 3  grace 3d
    badge "x"
  }
  tier B { otherwise  badge "y" }
  content { mix per day { a 40%  b 60% } }
}
`);
});

test('keeps comments, and reduces several blank lines to one', () => {
  const text = `// first

/**
     * Documented.
 */
  policy P {



    risk R { when count( message ) in 1h > 3 // why
    /* inside */ do warn( sender ),
    announce(Rules) }

  }
script Rules "x"   `;
  expect(format(text)).toBe(`// first

/**
 * Documented.
 */
policy P {
  risk R {
    when count(message) in 1h > 3 // why
    /* inside */ do warn(sender),
      announce(Rules)
  }
}
script Rules "x"
`);
});

test('no spaces are added to Chinese', () => {
  expect(format('群 G:服务型{层级 甲{当 发言数 近7天>=3 且 前20% 按 发言数 近7天  宽限3天}}')).toBe(
    '群 G : 服务型 { 层级 甲 { 当 发言数 近7天 >= 3 且 前20% 按 发言数 近7天  宽限3天 } }\n',
  );
});

test('a text with a syntax error is left alone', () => {
  expect(formatText('group G : service { tier { }', services)).toBe(null);
  expect(formatText('', services)).toBe('');
});

test('one-line declarations are separated, words of a lexicon stay at one level', () => {
  expect(format('role a role b\nlexicon L { "x",\n"y",\nfrom "z.txt" }')).toBe(
    'role a\nrole b\nlexicon L {\n  "x",\n  "y",\n  from "z.txt"\n}\n',
  );
});

test('formatting is idempotent and never changes the meaning', () => {
  fc.assert(
    fc.property(program, (text) => {
      const formatted = format(text);
      expect(format(formatted)).toBe(formatted);
      expect(formatted.replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
      expect(meaning(formatted)).toBe(meaning(text));
    }),
    { numRuns: 150 },
  );
});

test('the prelude is already formatted, and the examples are stable after one pass', () => {
  expect(format(PRELUDE_TEXT)).toBe(PRELUDE_TEXT);
  const examples = readdirSync(join(ROOT, 'examples'), { recursive: true, encoding: 'utf8' });
  const files = examples.filter((path) => path.endsWith('.group'));
  expect(files.length).toBeGreaterThan(3);
  for (const path of files) {
    const once = format(readFileSync(join(ROOT, 'examples', path), 'utf8'));
    expect(format(once)).toBe(once);
  }
});

const COMMENTED = readFileSync(join(import.meta.dirname, 'fixtures/comments.group'), 'utf8');
const SCRIPT = 'script Rules """\n  一、不发广告\n\n    二、不刷屏  \n"""\n';

test('carriage returns are kept, even in texts of several lines, and the meaning stays', () => {
  const text = COMMENTED + SCRIPT;
  const withReturns = text.replaceAll('\n', '\r\n');
  const formatted = format(withReturns);
  expect(formatted).toBe(format(text).replaceAll('\n', '\r\n'));
  expect(format(formatted)).toBe(formatted);
  expect(meaning(SCRIPT.replaceAll('\n', '\r\n'))).toBe(meaning(SCRIPT));
});

test('every comment is kept, wherever it is', () => {
  const comments = (text: string): string[] => text.match(/\/\/[^\r\n]*|\/\*.*?\*\//g) ?? [];
  for (const text of [COMMENTED, COMMENTED.replaceAll('\n', '\r\n')]) {
    expect(comments(format(text))).toEqual(comments(text));
    expect(comments(text).length).toBeGreaterThan(20);
  }
});

test('mixed line endings become the more frequent kind', () => {
  expect(format('role a "x"\r\nrole b "y"\r\nrole c "z"\n')).toBe('role a "x"\r\nrole b "y"\r\nrole c "z"\r\n');
});
