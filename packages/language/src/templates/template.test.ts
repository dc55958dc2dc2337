import { describe, expect, test } from 'vitest';
import { Checker } from '../check.ts';
import { memoryFileSystem } from '../workspace/file-system.ts';
import { groupTemplate, TEMPLATE_KINDS } from './template.ts';

const CHECKER = new Checker();

describe.each(TEMPLATE_KINDS)('the first file of a %s group', (kind) => {
  test.each(['en', 'zh'] as const)('has no findings, and is formatted (%s)', (language) => {
    const text = groupTemplate(kind, language);
    const files = memoryFileSystem({ 'main.group': text });
    const { diagnostics, policy } = CHECKER.check(['main.group'], files);
    expect(diagnostics).toEqual([]);
    expect(policy?.groups.map((group) => group.kind)).toEqual([kind]);
    expect(policy?.scenarios.length).toBeGreaterThanOrEqual(3);
    expect(CHECKER.format(text)).toBe(text);
  });

  test('has the same rules in both languages', () => {
    expect(shape(groupTemplate(kind, 'zh'))).toEqual(shape(groupTemplate(kind, 'en')));
  });

  test('has no keyword of the other language', () => {
    for (const language of ['en', 'zh'] as const) {
      const files = memoryFileSystem({ 'main.group': groupTemplate(kind, language) });
      expect(CHECKER.translate('main.group', language, files)).toBe(groupTemplate(kind, language));
    }
  });
});

/** How many of everything. */
function shape(text: string): unknown {
  const { policy } = CHECKER.check(['main.group'], memoryFileSystem({ 'main.group': text }));
  const [group] = policy?.groups ?? [];
  return {
    tiers: group?.tiers.map(({ benefits, tasks, actions }) => [benefits.length, tasks.length, actions.length]),
    content: [
      group?.content.categories.length,
      group?.content.mixes.map(({ shares }) => shares.map((one) => one.share)),
    ],
    health: group?.health.map(({ goals, responses }) => [goals.length, responses.length]),
    risks: group?.risks.map(({ actions, escalations }) => [actions.length, escalations.length]),
    campaigns: group?.campaigns.map(({ size, phases }) => [size, phases.length]),
    expectations: policy?.scenarios.map(({ expectations }) => expectations.length),
  };
}
