import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { type ElementItem, jsonElements } from './json-elements.ts';

const folder = mkdtempSync(join(tmpdir(), 'steward-json-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'x.json');

async function items(text: string, key: string | null): Promise<ElementItem[]> {
  writeFileSync(file, text);
  const all: ElementItem[] = [];
  for await (const block of jsonElements(file, key)) all.push(...block);
  return all;
}

function described(item: ElementItem): string {
  if ('problem' in item) return `${item.problem.line}:${item.problem.column} ${item.problem.code}`;
  const { element, name } =
    'element' in item ? { ...item, name: '' } : { element: item.member.element, name: `${item.member.key}=` };
  return `${element.line}:${element.column} ${name}${element.text}`;
}

test('any array is split into its values', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.jsonValue()), fc.constantFrom(0, 2), async (values, indent) => {
      const found = await items(JSON.stringify(values, null, indent), null);
      expect(found.map((item) => ('element' in item ? JSON.parse(item.element.text) : item))).toEqual(
        values.map((value) => JSON.parse(JSON.stringify(value))),
      );
    }),
    { numRuns: 60 },
  );
});

describe('an array inside an object', () => {
  test('comes with its sibling properties', async () => {
    const text = '{"a":{"messages":[1]},"messages":[{"x":"]"},\n {"加":[]}],"b":"}"}';
    expect((await items(text, 'messages')).map(described)).toEqual([
      '1:6 a={"messages":[1]}',
      '1:35 {"x":"]"}',
      '2:2 {"加":[]}',
      '2:16 b="}"',
    ]);
  });

  test('may be empty or missing', async () => {
    expect((await items('{"messages":[],"b":1}', 'messages')).map(described)).toEqual(['1:20 b=1']);
    expect((await items('{"b":1}', 'messages')).map(described)).toEqual(['1:6 b=1']);
  });
});

test('something other than an array, an unclosed one, and text after its end are reported with their place', async () => {
  expect((await items('x', null)).map(described)).toEqual(['1:1 badJson']);
  expect((await items('[1,\n[2', null)).map(described)).toEqual(['1:2 1', '2:1 badJson']);
  expect((await items('[1]\n x', null)).map(described)).toEqual(['1:2 1', '2:2 badJson']);
  expect((await items('  ', null)).map(described)).toEqual([]);
});
