/** A checker with a history finds the same, byte for byte, as one without. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Checker } from '../src/check.ts';
import { createGroupServices } from '../src/services.ts';
import { memoryFileSystem } from '../src/workspace/file-system.ts';
import { program } from './programs.ts';

const [kept, fresh] = [createGroupServices(), createGroupServices()];
const BASE = readFileSync(join(import.meta.dirname, 'fixtures/whole/baseline.group'), 'utf8');
const MAIN = readFileSync(join(import.meta.dirname, 'fixtures/whole/main.group'), 'utf8');
const RULES_FOLDER = join(import.meta.dirname, '../src/validation/rules');
const faulty = readdirSync(RULES_FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.group'))
  .map((name) => readFileSync(join(RULES_FOLDER, name), 'utf8'));

/** All findings in a text, and its meaning, line by line. */
function verdict(checker: Checker, files: Readonly<Record<string, string>>, entries: readonly string[]): string[] {
  const result = checker.check(entries, memoryFileSystem(files), { today: '2026-01-01' });
  const said = result.diagnostics.map(({ proposals, ...rest }) => ({ ...rest, proposals: proposals?.() ?? [] }));
  return [...said, ...entries.map((entry) => result.policyOf(entry))].map((value) => JSON.stringify(value));
}

interface Edit {
  at: number;
  removed: number;
  text: string;
  /** Undone before the next one. */
  isUndone: boolean;
}

const SCRAPS = [
  ...[
    '',
    ' ',
    '\n',
    '\r\n',
    '{',
    '}',
    '"',
    '(',
    ')',
    '%',
    '1',
    '.',
    'x',
    '//',
    '/*',
    '*/',
    '"""',
    '近7天',
    'when ',
    'tier',
  ],
  ...['}\n', '\n\npolicy P { risk R { when idle > 3d } }\n', 'metric m = messages in 7d\n', 'metric messages = m\n'],
  ...[
    'signal s = message\n',
    'category spam when text contains "x"\n',
    'lexicon L { "a" }\n',
    ' extends P',
    'group G : service {',
  ],
  ...['import "./base.group"\n', 'role helper\n', 'policy Q extends P { }\n', 'message', 'idle', 'override '],
];

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(),
  removed: fc.oneof({ arbitrary: fc.constant(0), weight: 4 }, fc.constant(1), fc.nat(40)),
  text: fc.constantFrom(...SCRAPS),
  isUndone: fc.boolean(),
});

function edited(text: string, { at, removed, text: added }: Edit): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + added + text.slice(start + removed);
}

/** Applies the same edits in sequence to one checker that remembers and to fresh ones. */
function compare(name: string, files: Readonly<Record<string, string>>, edits: readonly Edit[]): void {
  const checker = new Checker(kept);
  let now = files;
  const entries = (index: number): string[] => (index % 3 === 2 ? Object.keys(files) : [name]);
  verdict(checker, now, entries(0));
  for (const [index, next] of edits.entries()) {
    const before = now;
    now = { ...now, [name]: edited(now[name] ?? '', next) };
    const said = verdict(checker, now, entries(index));
    expect(said).toEqual(verdict(new Checker(fresh), now, entries(index)));
    if (next.isUndone) now = before;
  }
}

/** A busy machine or slow proofs reduce the number of cases but never cause a failure. */
const RUNS = { numRuns: 25, interruptAfterTimeLimit: 60_000 };
const SLOW = 120_000;

describe('a check after edits gives the same result as a check of the text', () => {
  test(
    'random rules',
    () => {
      const texts = fc.array(program, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('\n'));
      const edits = fc.array(edit, { minLength: 3, maxLength: 8 });
      fc.assert(
        fc.property(texts, edits, (text, list) => compare('main.group', { 'main.group': text }, list)),
        RUNS,
      );
    },
    SLOW,
  );

  test(
    'rules with findings of every kind, many in a file',
    () => {
      const texts = fc.subarray(faulty, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('\n'));
      const edits = fc.array(edit, { minLength: 3, maxLength: 8 });
      fc.assert(
        fc.property(texts, edits, (text, list) => compare('main.group', { 'main.group': text }, list)),
        RUNS,
      );
    },
    SLOW,
  );

  test.each(['main.group', 'baseline.group'])(
    'two files, one of which the other imports: %s',
    (name) => {
      const files = { 'main.group': MAIN, 'baseline.group': BASE };
      fc.assert(
        fc.property(fc.array(edit, { minLength: 2, maxLength: 6 }), (list) => compare(name, files, list)),
        { numRuns: 8 },
      );
    },
    SLOW,
  );
});

test('a name in text that a new syntax error makes unreadable is no longer unknown', () => {
  const group = (name: string): string => `group ${name} : service\n{\n  tier T { otherwise }\n}\n`;
  const scenario = 'scenario "S" for G { given { } expect no tier R of "Li" on 2025-02-28 }\n';
  const text = group('G') + scenario + group('H');
  const at = text.lastIndexOf('{\n  tier');
  const added = '\npolicy P { risk R { when idle > 3d } }\n';
  const broken = { 'main.group': `${text.slice(0, at)}${added}${text.slice(at)}` };
  expect(verdict(new Checker(fresh), broken, ['main.group']).join('')).not.toContain('unknown-name');
  compare('main.group', { 'main.group': text }, [{ at, removed: 0, text: added, isUndone: false }]);
  compare('main.group', broken, [{ at, removed: added.length, text: '', isUndone: false }]);
});

test('a Policy that was handed out never changes, whatever is edited later', () => {
  const checker = new Checker(kept);
  const text = 'policy P { }\ngroup G : service { tier T { otherwise } }\nmetric m = messages in 7d\n';
  const policyOf = (written: string) => checker.check(['a.group'], memoryFileSystem({ 'a.group': written })).policy;
  const before = policyOf(text);
  const json = JSON.stringify(before);
  const after = policyOf(`policy Pp {\n }\n${text.slice(text.indexOf('group'))}`);
  expect(JSON.stringify(before)).toBe(json);
  expect(after?.groups[0]?.range.startLine).toBe((before?.groups[0]?.range.startLine ?? 0) + 1);
});

test('unaffected files are not checked again', () => {
  const checker = new Checker(kept);
  const group = (name: string): string =>
    `group ${name} : service { tier T { when messages in 7d > 1 } tier U { otherwise } }\n`;
  const texts = ['A', 'B', 'C'].map(group).join('');
  let judged = 0;
  const counting = {
    code: 'counting',
    severity: 'info' as const,
    title: { en: '', zh: '' },
    run: () => undefined,
    byGroup: { judgesAbsence: false, groupsOnly: true, run: () => void judged++ },
  };
  const rules = [counting];
  const check = (text: string): void => {
    checker.check(['a.group'], memoryFileSystem({ 'a.group': text }), { rules });
  };
  check(texts);
  expect(judged).toBe(3);
  check(texts.replace('> 1', '> 12'));
  expect(judged).toBe(4);
  // Any of them may depend on which measures exist.
  check(`${texts}metric own = messages in 7d\n`);
  expect(judged).toBe(7);
});

describe('memory', () => {
  const TURNS = 20;
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const text = (bound: number): string =>
    `policy P { risk R { when idle > ${bound}d do warn(sender) } }\ngroup G : service extends P { tier T { otherwise } }\n`;

  /** The first declaration in a checked text; nothing else of the text is kept alive. */
  function seen(checker: Checker, written: string): WeakRef<object> {
    const result = checker.check(['a.group'], memoryFileSystem({ 'a.group': written }));
    result.policyOf('a.group');
    return new WeakRef(result.files[0]?.model.elements[0] ?? {});
  }

  /** Optimised code may keep an object alive a little longer than the program does. */
  async function forgotten(thing: WeakRef<object>): Promise<void> {
    for (let turn = 0; turn < TURNS && thing.deref() !== undefined; turn++) {
      await new Promise((resolve) => setTimeout(resolve, turn));
      collect();
    }
    expect(thing.deref() === undefined).toBe(true);
  }

  test('text that was edited away is released', async () => {
    const checker = new Checker(kept);
    const old = seen(checker, text(3));
    for (let bound = 4; bound < 8; bound++) seen(checker, text(bound));
    await forgotten(old);
  });

  test('a deleted file is released', async () => {
    const checker = new Checker(kept);
    const old = seen(checker, text(3));
    checker.check(['b.group'], memoryFileSystem({ 'b.group': text(4) }));
    checker.forget('a.group');
    await forgotten(old);
  });
});
