/** All proofs about a file share a number of steps: this bounds their cost whatever the file, and proofs that were cut short are reported. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Budget, isSpent, shareOfSteps, spend, within } from '@steward/proofs';
import { expect, test } from 'vitest';
import { Checker } from '../src/check.ts';
import { PROOFS } from '../src/limits.ts';
import { memoryFileSystem } from '../src/workspace/file-system.ts';
import { nodeFileSystem } from '../src/workspace/node-file-system.ts';

const LIMIT = { timeout: 120_000 };
const many = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

/** Policies whose tiers and risks every group inherits. */
function hard(policies: number, groups: number): string {
  const names = many(policies, (index) => `P${index}`).replaceAll('\n', ', ');
  return `${many(
    policies,
    (i) => `policy P${i} {
  risk R${i} { when complaints in ${(i % 9) + 1}d > ${i} and messages in ${(i % 5) + 1}d < ${i + 10} do warn(sender) }
  tier T${i} { when interactions in ${(i % 30) + 1}d >= ${i} and shares in ${(i % 7) + 1}d >= ${i % 5} }
}`,
  )}
${many(groups, (k) => `group G${k} : interest extends ${names} { match "g${k}" tier A${k} { when messages in 7d > ${k} } tier Rest { otherwise } }`)}
`;
}

function codes(text: string, proofSteps: number, checker = new Checker()): string[] {
  const { diagnostics } = checker.check(['a.group'], memoryFileSystem({ 'a.group': text }), { proofSteps });
  return diagnostics.map(({ code, range }) => `${code} ${range.startLine}:${range.startColumn}`);
}

test('a hard proof leaves some budget for later ones, and no proof starts without budget', () => {
  const budget = new Budget(1_000, 60_000);
  within(budget, () => {
    for (let question = 0; question < 50; question++) {
      const share = shareOfSteps(1_000_000);
      expect(share).toBeGreaterThan(0);
      spend(share);
    }
    spend(1_000);
    expect([shareOfSteps(10), isSpent(), budget.cuts]).toEqual([0, true, 1]);
  });
  expect([shareOfSteps(10), isSpent()]).toEqual([10, false]);
});

test('cut-short proofs are reported once, with their groups, and reproducibly', LIMIT, () => {
  const text = hard(12, 4);
  const cut = codes(text, 20_000);
  expect(cut.filter((code) => code.startsWith('proofs-unfinished'))).toEqual(['proofs-unfinished 1:1']);
  const whole = codes(text, PROOFS.steps);
  expect(whole.filter((code) => code.startsWith('proofs-unfinished'))).toEqual([]);
  // A result that was cut short is not cached.
  const checker = new Checker();
  codes(text, 20_000, checker);
  expect(codes(text, PROOFS.steps, checker)).toEqual(whole);
});

test('the groups of a file do not multiply the cost of its proofs', LIMIT, () => {
  const seconds = (groups: number): number => {
    const before = process.cpuUsage().user;
    codes(hard(20, groups), 100_000);
    return (process.cpuUsage().user - before) / 1e6;
  };
  seconds(2);
  // Reading and lowering grow with the file, proofs do not: far less than the square of the groups.
  const ratios = Array.from({ length: 3 }, () => seconds(32) / seconds(8));
  expect(Math.min(...ratios)).toBeLessThan(12);
});

test('the categories of a file are only compared with nearby ones', LIMIT, () => {
  const text = (count: number): string =>
    `group G : interest { content {\n${many(count, (index) => `category c${index} when text contains "x${index}"`)}\n} }\n`;
  const seconds = (count: number): number => {
    const before = process.cpuUsage().user;
    codes(text(count), PROOFS.steps);
    return (process.cpuUsage().user - before) / 1e6;
  };
  seconds(100);
  const ratios = Array.from({ length: 2 }, () => seconds(1_600) / seconds(400));
  expect(Math.min(...ratios)).toBeLessThan(12);
});

test('realistic files are proven in full, even in an editor', LIMIT, () => {
  const examples = join(import.meta.dirname, '../../../examples');
  const files = readdirSync(examples, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.group'));
  expect(files.length).toBeGreaterThan(3);
  for (const path of files) {
    const file = join(examples, path);
    expect(readFileSync(file, 'utf8')).not.toBe('');
    const { diagnostics } = new Checker().check([file], nodeFileSystem, { proofSteps: PROOFS.stepsWhileTyping / 2 });
    expect(diagnostics.filter(({ code }) => code === 'proofs-unfinished')).toEqual([]);
  }
});
