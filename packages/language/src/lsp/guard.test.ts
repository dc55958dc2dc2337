/** The server survives exceptions and reports each once: in the log, and at the start of the file. */
import { expect, test } from 'vitest';
import type { Hover } from 'vscode-languageserver';
import { defineRule, type Rule } from '../validation/registry.ts';
import { RULES } from '../validation/rules/all.generated.ts';
import type { Results } from './results.ts';
import { Client } from './testing/client.ts';

const TEXT = 'group Doomed : service { tier A { when <|>messages in 7d > 3 } tier B { otherwise } }';

/** A rule that fails on the group Doomed. */
const failing: Rule = defineRule({
  code: 'failing',
  severity: 'info',
  title: { en: 'Fails', zh: '出错' },
  run: ({ policy }) => {
    if (policy.groups.some(({ name }) => name === 'Doomed')) throw new Error('on purpose');
  },
});

/** Results that fail as many times as `failures` says. */
function results(failures: { left: number }): Results {
  const fail = (): void => {
    if (failures.left-- > 0) throw new Error('on purpose');
  };
  return {
    initialize: () => ({}),
    configure: () => undefined,
    trusted: () => undefined,
    opened: () => undefined,
    changed: () => undefined,
    saved: () => undefined,
    closed: () => undefined,
    changedOnDisk: () => undefined,
    follows: () => false,
    read: () => undefined,
    hints: () => [],
    hover: async () => {
      fail();
      return 'result';
    },
    findings: () => [],
    shutdown: () => undefined,
  };
}

function hoverAt(client: Client, offset: number): Promise<Hover | null> {
  return client.ask<Hover | null>('textDocument/hover', { position: client.at(offset) });
}

test('a failing rule is reported at the beginning of the file, and once in the log over many edits', async () => {
  const client = await Client.start({ server: { rules: [...RULES, failing] } });
  const { text } = await client.open(TEXT.replace('<|>', ''));
  const [first] = await client.diagnostics();
  expect(first).toMatchObject({ code: 'internal-fault', range: { start: { line: 0, character: 0 } } });
  await client.edit(text.indexOf('messages'), text.indexOf('messages') + 8, 'mesages');
  expect((await client.diagnostics()).map(({ code }) => code)).toContain('unknown-name');
  await client.edit(text.indexOf('messages'), text.indexOf('messages') + 7, 'messages');
  await client.diagnostics();
  const messages = client.logged.filter((message) => message.includes('on purpose'));
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatch(/main\.group\nThis is a bug in Steward, not in your files: please report it\./);
  expect(messages[0]).toContain('guard.test.ts');
});

test('a feature that fails once is retried without caches, and answers', async () => {
  const failures = { left: 1 };
  const client = await Client.start({ server: { results: () => results(failures) } });
  await client.open(TEXT.replace('<|>', ''));
  const { contents } = (await hoverAt(client, 2)) ?? {};
  expect(JSON.stringify(contents)).toContain('result');
});

test('a feature that keeps failing answers nothing, and the others continue', async () => {
  const client = await Client.start({ locale: 'zh-CN', server: { results: () => results({ left: 1_000 }) } });
  const { text } = await client.open(TEXT.replace('<|>', ''));
  expect(await hoverAt(client, 2)).toBe(null);
  expect(await hoverAt(client, 2)).toBe(null);
  const found = await client.pushed('main.group', ({ diagnostics }) =>
    diagnostics.some(({ code }) => code === 'internal-fault'),
  );
  expect(found[0]?.message).toContain('功能 `onHover` ');
  expect(client.logged.filter((message) => message.includes('on purpose'))).toHaveLength(1);
  expect(client.logged.at(-1)).toContain('这是 Steward 的故障');
  const position = client.at(text.indexOf('messages'));
  expect(await client.ask('textDocument/definition', { position })).not.toBe(null);
});

test.each(['since(', 'count(', 'metric m = since(', 'group G : service { tier T { when since('])(
  'actions for %s are answered',
  async (text) => {
    const client = await Client.start();
    await client.open(text);
    const range = client.rangeAt(0, text.length);
    const answer = await client.ask('textDocument/codeAction', { range, context: { diagnostics: [] } });
    expect(Array.isArray(answer)).toBe(true);
    expect(client.logged).toEqual([]);
  },
);
