/** Names, texts, titles and paths with control sequences: no command lets those reach a terminal or a pipeline's log. */
import { cells } from '@steward/report';
import { expect, test } from 'vitest';
import { folderWith, steward } from './steward.ts';

/** A mix of every kind: colours, the clipboard, links, 8-bit controls, text direction, line breaks, pipeline commands. */
const PIECES = [
  '\u001b[31m',
  '\u001b[2J',
  '\u001b]52;c;ZXZpbA==\u0007',
  '\u001b]8;;http://e.example\u001b\\',
  '\u009b2J',
  '\u0085',
  '\u2028',
  '\u2029',
  '\u202e',
  '\u2066',
  '\u200f',
  '\u200b',
  '\ufeff',
  '\u{e0041}',
  '\r',
  '\n::error file=x::boom\n',
  '::stop-commands::x',
  '##[add-mask]x',
  '##vso[task.setvariable variable=x]y',
  '\t',
  '\b\b\b',
  '\u007f',
];
const FAMILY = '小美👩‍👩‍👧‍👦';

/** Deterministic: the nth name begins with the nth piece. */
const nameOf = (index: number): string =>
  `${PIECES[index % PIECES.length]}名${index}${PIECES[(index * 7 + 3) % PIECES.length]}尾${PIECES[(index * 5 + 1) % PIECES.length]}`;

/** As written in a rule: a string on one line. */
const inRules = (text: string): string => text.replace(/["\\\n\r\u0085\u2028\u2029]/g, '');

const event = (index: number, more: object): string =>
  JSON.stringify({
    ts: `2025-09-0${1 + (index % 5)}T12:${String(index % 60).padStart(2, '0')}:00+08:00`,
    group: nameOf(2),
    group_name: nameOf(3),
    member: `m${index}${nameOf(index)}`,
    member_name: index === 0 ? FAMILY : nameOf(index),
    ...more,
  });

const LOG = Array.from({ length: 44 }, (_, index) =>
  event(index, { text: `代购${nameOf(index)}`, label: index % 2 === 0 ? nameOf(4) : 'R' }),
).join('\n');

const rules = (label: string, least: number): string => `role 客服 "${inRules(label)}" members "${inRules(nameOf(5))}"
lexicon Bad "${inRules(nameOf(6))}" { "代购" }
group G "${inRules(nameOf(7))}" : interest {
  match "*"
  timezone "Asia/Shanghai"
  nickname /^.+-.+$/
  tier Active "${inRules(nameOf(8))}" { when messages in 7d >= ${least} }
  tier Other "${inRules(nameOf(9))}" { otherwise }
  content {
    category Ad "${inRules(nameOf(10))}" when text contains Bad
    ban Bad do warn(sender)
    cap Ad 1% per day
  }
  risk R "${inRules(nameOf(11))}" { when count(message where text contains "${inRules(nameOf(12))}") in 1h >= 1 or messages per day > 1 do notify("${inRules(nameOf(13))}") }
}
scenario "${inRules(nameOf(14))}" for G {
  given { 2025-03-01T10:00 "${inRules(nameOf(15))}" message text = "${inRules(nameOf(16))}" }
  expect risk R on 2025-03-01
  expect tier Other of "${inRules(nameOf(15))}" on 2025-03-01
}
`;

const BROKEN = `// ${inRules(nameOf(1))}\ngroup G "${inRules(nameOf(7))}" : service { tier A "\u001b[31m\u202e" { when "${inRules(nameOf(0))}" > nonsense } } ${inRules(nameOf(3))}`;

const HOSTILE_FILE = 'x\u001b[31m\u202e\n::error::y.group';

const files = {
  'a.group': rules(nameOf(1), 1),
  'b.group': rules(nameOf(2), 2),
  'broken.group': BROKEN,
  [HOSTILE_FILE]: BROKEN,
  'l\u001b[31m\n::error::.jsonl': `{"ts": 5, "${'\u001b'}`,
  'log.jsonl': LOG,
  'torn.jsonl': `${LOG}\n{"ts": "\u001b[31m\u202e", "group": "x\u009b", "member": "\u2066"}\n`,
};

const hostileFolder = folderWith(files);

const LOGGED = ['--log', 'log.jsonl'];
/** Each with its exit code, because a command that fails to start would show nothing. */
const COMMANDS: readonly (readonly [number, ...string[]])[] = [
  [1, 'check', 'a.group', 'broken.group', HOSTILE_FILE],
  [1, 'check', 'broken.group', HOSTILE_FILE, '--format', 'github'],
  [1, 'check', 'broken.group', HOSTILE_FILE, '--format', 'json'],
  [1, 'check', 'broken.group', HOSTILE_FILE, '--format', 'junit'],
  [2, 'check', 'gone\u001b[31m\n::error::.group'],
  [2, 'check', '--\u001b[31m\n::error::'],
  [2, '\u001b[31m\n::error::'],
  [0, 'simulate', 'a.group', ...LOGGED, '--evidence', '4'],
  [0, 'simulate', 'a.group', ...LOGGED, '--full', '0'],
  [0, 'simulate', 'a.group', ...LOGGED, '--format', 'json', '--members'],
  [0, 'simulate', 'a.group', '--log', 'torn.jsonl', '--lenient'],
  [2, 'simulate', 'a.group', '--log', 'l\u001b[31m\n::error::.jsonl'],
  [2, 'simulate', 'a.group', ...LOGGED, '--group', '\u001b[31m\n::error::'],
  [1, 'test', 'a.group', '--coverage', ...LOGGED],
  [1, 'test', 'a.group', '--format', 'junit'],
  [2, 'test', 'a.group', '--run', '\u001b[31m\n::error::'],
  [0, 'diff', 'a.group', 'b.group', ...LOGGED],
  [0, 'diff', 'a.group', 'b.group', ...LOGGED, '--format', 'markdown'],
  [0, 'sweep', 'a.group', 'Active', ...LOGGED],
  [2, 'sweep', 'a.group', '\u001b[31m\n::error::', ...LOGGED],
  [0, 'explain', 'a.group', ...LOGGED, '--member', `m3${nameOf(3)}`],
  [2, 'explain', '\u001b[31m\n::error::'],
  [0, 'score', 'a.group', ...LOGGED],
  [0, 'docs', 'a.group'],
];

/** Forbidden apart from colours: controls, zero-width characters, direction marks, tags. */
const RANGES = ['0000-0008', '000b-001f', '007f-009f', '061c', '200b', '200e-200f', '2028-202e', '2060-206f', 'feff'];
const units = RANGES.map((range) => range.replace(/[0-9a-f]{4}/g, '\\u$&')).join('');
const HOSTILE = new RegExp(`[${units}\\u{e0000}-\\u{e007f}]`, 'u');
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with the escape character.
const COLOURS = /\u001b\[(?:1|2|22|3[1-6]|39)m/g;
const PIPELINE = /^\s*::(?!(?:error|warning|notice) file=[^,]*,line=\d)|##(?:\w+\.?\w*)?\[/m;

const CASES = COMMANDS.map(
  ([code, ...args]) => [args.map((part) => JSON.stringify(part).slice(1, -1)).join(' '), code, args] as const,
);

test.each(CASES)(
  'steward %s',
  async (_, code, args) => {
    const result = await steward([...args, '--no-color'], { cwd: hostileFolder });
    for (const text of [result.stdout, result.stderr]) {
      expect(HOSTILE.exec(text)).toBeNull();
      expect(PIPELINE.exec(text)).toBeNull();
    }
    expect(result.stdout + result.stderr).not.toBe('');
    expect(result.code).toBe(code);
  },
  60_000,
);

/** The text is the same apart from colours, so the layout was measured on the visible text. */
test.each([[['check', 'a.group', 'broken.group', HOSTILE_FILE]], [['simulate', 'a.group', ...LOGGED]]])(
  'a terminal gets the text and colours only: %s',
  async (args) => {
    const plain = await steward([...args, '--no-color'], { cwd: hostileFolder });
    const coloured = await steward([...args, '--color'], { cwd: hostileFolder });
    expect(coloured.stdout).toMatch(COLOURS);
    expect(coloured.stdout.replace(COLOURS, '')).toBe(plain.stdout);
    expect(coloured.stderr.replace(COLOURS, '')).toBe(plain.stderr);
  },
  60_000,
);

test('columns line up whatever the names are, and readable text stays readable', async () => {
  const cwd = folderWith({ 'a.group': rules('x', 1), 'log.jsonl': LOG });
  const { stdout } = await steward(['simulate', 'a.group', ...LOGGED, '--no-color'], {
    cwd,
    environment: { COLUMNS: '110' },
  });
  const widest = Math.max(...stdout.split('\n').map(cells));
  expect(widest).toBeLessThanOrEqual(110);
  const { stdout: reported } = await steward(['explain', 'a.group', ...LOGGED, '--member', `m0${nameOf(0)}`], { cwd });
  expect(reported).toContain(FAMILY);
});
