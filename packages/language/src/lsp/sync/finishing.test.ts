/** Proofs cut short while typing are finished when typing pauses. */
import { expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import { Client } from '../testing/client.ts';

const LIMIT = { timeout: 30_000 };
const METRICS = [
  'messages',
  'interactions',
  'shares',
  'contributions',
  'checkins',
  'complaints',
  'recalls',
  'purchases',
] as const;

/**
 * Tiers whose order takes more steps to prove than a keystroke allows, and fewer than a check allows.
 * @param least a different number for each test, because results of proofs are cached
 */
function hard(least: number): string {
  const condition = (tier: number): string =>
    METRICS.map((metric, index) => `${metric} in ${7 + (tier % 5) * 7}d >= ${least + tier + index}`).join(
      tier % 2 === 1 ? ' and ' : ' or ',
    );
  const lines = Array.from({ length: 20 }, (_, tier) => `  tier T${tier} { when ${condition(tier)} }`);
  return `group G : service {\n${lines.join('\n')}\n  tier Rest { otherwise }\n}\n`;
}

const isUnfinished = ({ code }: { code?: string | number | undefined }): boolean => code === 'proofs-unfinished';

test('a check that was cut short is finished in a pause and published again', LIMIT, async () => {
  const client = await Client.start();
  await client.open(hard(3));
  await client.pushed('main.group', ({ diagnostics }) => diagnostics.some(isUnfinished));
  const found = await client.pushed('main.group', ({ diagnostics }) => !diagnostics.some(isUnfinished));
  expect(found.length).toBeGreaterThan(0);
  expect(client.logged).toEqual([]);
});

test('a client that pulls is asked to refresh', LIMIT, async () => {
  const capabilities = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };
  const client = await Client.start({ capabilities });
  await client.open(hard(4));
  const pulled = async (): Promise<boolean> => {
    const { items } = await client.ask<{ items: Diagnostic[] }>('textDocument/diagnostic', {});
    return items.some(isUnfinished);
  };
  expect(await pulled()).toBe(true);
  const before = client.asked.length;
  await expect.poll(pulled, { timeout: 20_000, interval: 300 }).toBe(false);
  expect(client.asked.slice(before)).toContain('workspace/diagnostic/refresh');
});

test('an edit precedes the rest of an unfinished check', LIMIT, async () => {
  const client = await Client.start();
  const { text } = await client.open(hard(5));
  await client.pushed('main.group', ({ diagnostics }) => diagnostics.some(isUnfinished));
  await client.edit(0, text.length, 'policy P { }\n');
  // The report is about the current text.
  const { version } = client.document();
  const found = await client.pushed('main.group', (params) => params.version === version);
  expect(found).toEqual([]);
});
