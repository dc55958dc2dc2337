import { describe, expect, test } from 'vitest';
import { clauseDetails, type DetailsInput } from './details.ts';
import { lineResults } from './lines.ts';
import { example } from './testing/examples.ts';
import { simulated } from './testing/simulate.ts';

const client = { images: false, commands: false };

function beauty(changes: Partial<DetailsInput> = {}): DetailsInput {
  const { policy, outcome, texts } = example('service-beauty/beauty.group');
  return {
    policy,
    outcome,
    locale: 'en',
    files: ['file:///logs/vip.csv'],
    sourceText: ({ file, startOffset, endOffset }) => texts[file]?.slice(startOffset, endOffset) ?? null,
    evidenceText: ({ line }) => (line === 3018 ? '加微信 *now* [click](https://example.com) <b>' : null),
    command: 'steward simulate beauty.group',
    client,
    ...changes,
  };
}

const CLAUSES: readonly (readonly [file: number, key: string])[] = [
  [0, 'BeautyVIP'],
  [0, 'BeautyVIP/tier/Core'],
  [0, 'BeautyVIP/health/service'],
  [0, 'BeautyVIP/risk/Critical'],
  [0, 'BeautyVIP/campaign/Anniversary'],
  [1, 'BeautyVIP/mix/day'],
  [1, 'BeautyVIP/cap/flood'],
  [1, 'BeautyVIP/slot/早报攻略'],
  [1, 'BeautyVIP/health/safety/goal/1'],
  [1, 'BeautyVIP/risk/Routine/escalate/1'],
  [1, 'BeautyVIP/cadence/medium'],
  [1, 'BeautyVIP/lifecycle'],
  [1, 'BeautyVIP/stage/Growth'],
];

test.each(CLAUSES)('file %i, %s', (file, key) => {
  expect(clauseDetails(beauty(), file, key)?.markdown).toMatchSnapshot();
});

test('every line has a hover, in both languages, with nothing broken in it', () => {
  for (const locale of ['en', 'zh'] as const) {
    const input = beauty({ locale });
    for (const file of [0, 1]) {
      for (const { clause, text } of lineResults(input, file)) {
        const details = clauseDetails(input, file, clause);
        if (details === null) throw new Error(`no details of ${clause}`);
        expect(details.markdown).toContain('steward simulate beauty.group');
        expect(details.markdown, `${clause}: ${text}`).not.toMatch(/undefined|NaN|\[object|Infinity|\u200b/);
      }
    }
  }
});

test('there are none of a clause that the file does not have', () => {
  expect(clauseDetails(beauty(), 0, 'BeautyVIP/tier/Silent')).toBeNull();
});

describe('evidence', () => {
  test('is a link for a client that can open it, to a place that it can read', () => {
    const details = clauseDetails(beauty({ client: { images: false, commands: true } }), 0, 'BeautyVIP/ban/Claims');
    const [link] = details?.markdown.match(/\(command:[^)]*\)/) ?? [];
    const [command = '', argument = ''] = link?.slice(1, -1).split('?') ?? [];
    expect(command).toBe('command:steward.openEvidence');
    expect(JSON.parse(decodeURIComponent(argument))).toEqual([details?.evidence[0]]);
    expect(details?.evidence[0]).toEqual({ uri: 'file:///logs/vip.csv', line: 3018, at: '2025-03-25T12:07:14.000Z' });
  });

  test('is a plain place for any other client', () => {
    const markdown = clauseDetails(beauty(), 0, 'BeautyVIP/ban/Claims')?.markdown ?? '';
    expect(markdown).toContain('- vip.csv:3018 25 Mar 20:07');
    expect(markdown).not.toContain('command:');
  });

  test('a message becomes no markup', () => {
    const markdown = clauseDetails(beauty(), 0, 'BeautyVIP/ban/Claims')?.markdown ?? '';
    expect(markdown).toContain('“加微信 \\*now\\* \\[click\\](https://example.com) \\<b>”');
  });
});

test('a client that shows pictures gets the chart as one, without a word of the rules in it', () => {
  const markdown =
    clauseDetails(beauty({ client: { images: true, commands: true } }), 0, 'BeautyVIP/health/service')?.markdown ?? '';
  const [, encoded = ''] = /!\[[^\]]*\]\(data:image\/svg\+xml;base64,([^)]*)\)/.exec(markdown) ?? [];
  const svg = Buffer.from(encoded, 'base64').toString();
  expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 360 84"[^>]*>.*<\/svg>$/);
  expect(svg).toContain('stroke-dasharray');
  expect(svg).not.toMatch(/NaN|undefined|answer_rate/);
});

test('of several groups: a line for each, those that need a look first', () => {
  const rules = 'group Vip : interest { match "vip-*"\nrisk Noise { when count(complaint) in 24h >= 1 }\n}';
  const input = simulated(
    rules,
    `2025-03-01T10:00 vip-1 ann message hi
    2025-03-01T10:00 vip-2 ben complaint
    2025-03-02T10:00 vip-3 cat message hi`,
    { complete: true },
  );
  const more = { files: [], sourceText: () => null, evidenceText: () => null, command: 'steward simulate', client };
  const markdown = clauseDetails({ ...input, ...more }, 0, 'Vip/risk/Noise')?.markdown ?? '';
  expect(markdown.match(/vip-\d \| [^|]*/g)).toEqual([
    'vip-2 | 1 incident, last 1 Mar ',
    'vip-1 | 0 · never ',
    'vip-3 | 0 · never ',
  ]);
  expect(markdown).toContain('- log.csv:2 2025-03-01 10:00');
});
