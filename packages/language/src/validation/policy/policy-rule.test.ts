/** Rules on files with errors and on policies without a group, and the places of their findings. */
import { expect, test } from 'vitest';
import { Checker } from '../../check.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { createGroupServices } from '../../services.ts';
import { memoryFileSystem } from '../../workspace/file-system.ts';
import type { GroupRule, Rule } from '../registry.ts';
import { RULES } from '../rules/all.generated.ts';

function check(text: string, files: Readonly<Record<string, string>> = {}): readonly Diagnostic[] {
  return new Checker().check(['main.group'], memoryFileSystem({ ...files, 'main.group': text })).diagnostics;
}

function codes(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code }) => code);
}

const BAD_MIX = 'content { category a when text contains "a"  mix per day { a 40% } }';
const TIERS = 'tier T { otherwise }';

test('a rule still reports next to an error in another clause', () => {
  const found = codes(check(`group G : interest { ${TIERS} ${BAD_MIX} risk R { when nonsense > 3  do warn } }`));
  expect(found).toContain('unknown-name');
  expect(found).toContain('mix-not-100');
});

test('a rule still reports after a syntax error', () => {
  const found = codes(check(`group G : interest {\n ${TIERS}\n ${BAD_MIX}\n capacity lots\n}`));
  expect(found).toContain('mix-not-100');
});

test('nothing is reported as missing while something is broken', () => {
  const gap = (shift: string): string =>
    `role m members "A" group G : interest { ${TIERS} duty { 08:00..20:00 m ${shift} } }`;
  expect(codes(check(gap('')))).toContain('duty-gap');
  const broken = codes(check(gap('20:00..08:00 nobody')));
  expect(broken).toContain('unknown-name');
  expect(broken).not.toContain('duty-gap');
});

test('a policy that no group extends is checked by itself, and not as a group', () => {
  const found = codes(check(`policy P { ${BAD_MIX} }`));
  expect(found).toEqual(['mix-not-100']);
});

test('findings in inherited clauses are reported once', () => {
  const groups = ['G', 'H', 'I'].map((name) => `group ${name} : service extends P { match "${name}" }`).join('\n');
  const found = check(`policy P { ${TIERS} ${BAD_MIX} }\n${groups}`);
  expect(codes(found).filter((code) => code === 'mix-not-100')).toHaveLength(1);
});

test('a finding in an imported file is reported there', () => {
  const found = check(`import "lib/base.group"\ngroup G : interest extends P { match "g" }`, {
    'lib/base.group': `policy P { ${TIERS} ${BAD_MIX} }`,
  });
  expect(found.find(({ code }) => code === 'mix-not-100')?.file).toBe('lib/base.group');
});

test('the prelude has no findings', () => {
  expect(check('group G : interest { match "g" }').filter(({ file }) => file.startsWith('prelude:'))).toEqual([]);
});

test('a fix in a Chinese file is written in Chinese', () => {
  const text = '群 G : 兴趣型 {\n  层级 活跃 { 当 发言数 近7天 > 3 }\n}';
  const found = check(text).find(({ code }) => code === 'tier-gap');
  expect(found?.fixes[0]?.edits[0]?.newText).toBe('\n  层级 普通用户 { 其余 }');
});

test('declarations of an entry file that another one imports are not unused', () => {
  const files = memoryFileSystem({
    'shared.group': `script S "x"\npolicy P { ${TIERS} }\ngroup G : interest extends P { match "g" }`,
    'main.group':
      'import "shared.group"\ngroup H : interest extends P { match "h"  risk R { when complaints in 1d > 3  do announce(S) } }',
  });
  const { diagnostics } = new Checker().check(['shared.group', 'main.group'], files);
  expect(codes(diagnostics)).not.toContain('unused-declaration');
  expect(codes(new Checker().check(['shared.group'], files).diagnostics)).toContain('unused-declaration');
});

/** CPU time of this thread in microseconds, which other processes and tests do not affect. */
function cpuTime(): number {
  const { user, system } = process.threadCpuUsage();
  return user + system;
}

test('rules take time in proportion to the text', () => {
  const block = (index: number): string => `
    group G${index} : interest {
      match "g${index}"
      ${TIERS}
      ${BAD_MIX}
      risk A { when complaints in 1d > 3  do warn  escalate to B after 2h }
      risk B { when complaints in 1d > 9  do warn  cooldown 2h }
      campaign C medium { preheat 1d  burst 2h  sustain 1d  review 1d  starts every mon at 20:00 }
      cadence { medium 1 per week }
    }`;
  const services = createGroupServices();
  const time = (groups: number): number => {
    const text = Array.from({ length: groups }, (_, index) => block(index)).join('\n');
    let inRules = 0;
    const timing = (work: () => void): void => {
      const before = cpuTime();
      work();
      inRules += cpuTime() - before;
    };
    const timed = RULES.map((rule): Rule => {
      const { byGroup } = rule;
      const own = byGroup && {
        ...byGroup,
        run: (...input: Parameters<GroupRule['run']>) => timing(() => byGroup.run(...input)),
      };
      return { ...rule, run: (...input) => timing(() => rule.run(...input)), ...(own && { byGroup: own }) };
    });
    // A new checker has no state from earlier runs.
    new Checker(services).check(['main.group'], memoryFileSystem({ 'main.group': text }), { rules: timed });
    return inRules;
  };
  time(50);
  const rounds = [1, 2, 3, 4].map(() => ({ small: time(100), large: time(800) }));
  const small = Math.min(...rounds.map((round) => round.small));
  const large = Math.min(...rounds.map((round) => round.large));
  // Eight times the text; a quadratic rule would take 64 times as long.
  expect(large / small).toBeLessThan(24);
});
