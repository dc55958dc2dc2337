import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, schemaFaults, steward } from './steward.ts';

const rules = (least: number): string => `group Vip "贵宾群" : interest {
  match "vip-*"
  timezone "Asia/Shanghai"
  tier Active "活跃用户" { when messages in 2d >= ${least} }
  tier Regular "普通用户" { otherwise }
  content { category ad "广告" when text contains "领券" }
  risk Ads "广告过多" { when count(message where category == ad) per day >= ${least}  do warn(sender) }
}
`;

const row = (minute: number, group: string, member: string, text: string): string =>
  JSON.stringify({ ts: new Date(Date.UTC(2025, 2, 1, 4, minute)).toISOString(), group, member, text });

const LOG = [
  row(0, 'vip-1', '小李', '大家好'),
  row(1, 'vip-1', '小李', '新品领券'),
  row(2, 'vip-1', '小李', '再来领券'),
  row(3, 'vip-1', '阿强<b>|@all', '今天吃什么'),
  row(4, 'vip-1', '阿强<b>|@all', '早'),
  row(5, 'vip-2', '苏苏', '你好'),
  '',
].join('\n');

const folder = (): string => folderWith({ 'old.group': rules(2), 'new.group': rules(3), 'log.jsonl': LOG });

describe('diff', () => {
  test('members that move, incidents that vanish, fewer actions; only the group that changes', async () => {
    const cwd = folder();
    const { code, stdout, stderr } = await steward(['diff', 'old.group', 'new.group', '--log', 'log.jsonl'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('1 member changes tier · 0 incidents appear, 1 goes · 0 actions more, 1 fewer');
    expect(stdout).toContain('1 of 2 groups differs.');
    expect(stdout).toContain('活跃用户 → 普通用户: 1 (阿强<b>|@all)');
    expect(stdout).toContain('− 广告过多, 2025-03-01 12:02 (小李)');
    expect(stdout).toContain('warn: 1 → 0 (−1)');
    expect(stdout).not.toContain('vip-2');
  });

  test('in Chinese, as Markdown: names from the log are not markup', async () => {
    const args = ['diff', 'old.group', 'new.group', '-l', 'log.jsonl', '--format', 'markdown', '--lang', 'zh'];
    const { stdout } = await steward(args, { cwd: folder() });
    expect(stdout).toContain('**1 名成员换了等级 · 新增 0 起事件，消失 1 起 · 动作多 0 次，少 1 次**');
    expect(stdout).toContain('- 活跃用户 → 普通用户：1 人（阿强&lt;b&gt;\\|&#64;all）');
    expect(stdout).not.toContain('@all');
  });

  test('JSON, and a gate', async () => {
    const cwd = folder();
    const args = ['--log', 'log.jsonl', '--format', 'json', '--exit-code'];
    const changed = await steward(['diff', 'old.group', 'new.group', ...args], { cwd });
    expect(changed.code).toBe(1);
    expect(JSON.parse(changed.stdout)).toMatchObject({
      format: 'steward-diff/1',
      groups: 2,
      changed: [
        {
          group: 'vip-1',
          members: [{ before: { tier: 'Active' }, after: { tier: 'Regular' }, days: 1, first: '2025-03-01' }],
          incidents: [{ kind: 'goes', risk: 'Ads' }],
          actions: [{ action: 'warn', before: 1, after: 0 }],
        },
      ],
    });
    expect(await schemaFaults('diff', JSON.parse(changed.stdout))).toEqual([]);
    expect(await schemaFaults('diff', { ...JSON.parse(changed.stdout), groups: 'two' })).not.toEqual([]);
    const same = await steward(['diff', 'old.group', 'old.group', ...args], { cwd });
    expect(same.code).toBe(0);
    expect(JSON.parse(same.stdout)).toMatchObject({ groups: 2, changed: [] });
  });

  test('a side may be a file of a git revision, relative to the working folder or to the top', async () => {
    const cwd = folderWith({ 'log.jsonl': LOG });
    const inside = join(cwd, 'rules');
    mkdirSync(inside);
    const git = (...args: string[]): void => {
      const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false'];
      const { status, stderr } = spawnSync('git', [...identity, ...args], { cwd, encoding: 'utf8' });
      expect({ args, status, stderr: status === 0 ? '' : stderr }).toEqual({ args, status: 0, stderr: '' });
    };
    git('init', '-q');
    writeFileSync(join(inside, 'lib.group'), 'lexicon Words { "领券" }\n');
    writeFileSync(join(inside, 'vip.group'), `import "lib.group"\n${rules(2)}`);
    git('add', '.');
    git('commit', '-q', '-m', 'rules');
    writeFileSync(join(inside, 'vip.group'), rules(3));
    writeFileSync(join(inside, 'lib.group'), 'this is no longer a file of rules');
    for (const [where, old, now, log] of [
      [cwd, 'HEAD:rules/vip.group', 'rules/vip.group', 'log.jsonl'],
      [inside, 'HEAD:rules/vip.group', 'vip.group', '../log.jsonl'],
      [inside, 'HEAD:vip.group', 'vip.group', '../log.jsonl'],
    ] as const) {
      const { code, stdout, stderr } = await steward(['diff', old, now, '--log', log], { cwd: where });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain('活跃用户 → 普通用户: 1');
    }
    const wrong = await steward(['diff', 'HEAD:no.group', 'rules/vip.group'], { cwd });
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain('The revision HEAD has no file no.group.');
    const unknown = await steward(['diff', 'nowhere:vip.group', 'rules/vip.group'], { cwd });
    expect(unknown).toMatchObject({ code: 2, stdout: '' });
    expect(unknown.stderr).toContain('git knows no revision nowhere');
  });

  test('rules with errors are reported, and nothing is compared', async () => {
    const cwd = folderWith({ 'old.group': rules(2), 'new.group': 'group Vip : interest { tier }', 'log.jsonl': LOG });
    const { code, stdout, stderr } = await steward(['diff', 'old.group', 'new.group', '--log', 'log.jsonl'], { cwd });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('new.group has errors: nothing was compared.');
  });
});

describe('sweep', () => {
  test('every step that the log can tell apart, the current bound, and only the numbers that change', async () => {
    const args = ['sweep', 'old.group', 'Active', '--log', 'log.jsonl'];
    const { code, stdout, stderr } = await steward(args, { cwd: folder() });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n').map((line) => line.trim().replace(/ +/g, ' '))).toEqual([
      'Vip/Active.when[0] messages in 2d >= 2',
      'bound 活跃用户 普通用户',
      '>= 0…1 3 0',
      '▸ >= 2 2 1',
      '>= 3 1 2',
      '>= 4… 0 3',
      '',
    ]);
  });

  test('the bounds that are asked for', async () => {
    const cwd = folder();
    const list = await steward(['sweep', 'old.group', '--list'], { cwd });
    expect(list.stdout.split('\n').map((line) => line.split('\t')[0])).toEqual([
      'Vip/Active.when[0]',
      'Vip/Ads.when[0]',
      '',
    ]);
    const args = ['sweep', 'old.group', 'Ads:message', '--log', 'log.jsonl', '--format', 'json'];
    const { stdout } = await steward(args, { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ bound: { address: 'Vip/Ads.when[0]' }, steps: expect.any(Array) });
    expect(await schemaFaults('sweep', JSON.parse(stdout))).toEqual([]);
    expect(await schemaFaults('sweep', { ...JSON.parse(stdout), steps: [{}] })).not.toEqual([]);
    const wrong = await steward(['sweep', 'old.group', 'Idle', '--log', 'log.jsonl', '--lang', 'zh'], { cwd });
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain('没有界限 Idle。规则中有：\n  Vip/Active.when[0]  messages in 2d >= 2\n');
  });
});

describe('sweep of a clause without a comparison', () => {
  const dials = `group Vip : interest {
  match "vip-*"
  timezone "Asia/Shanghai"
  tier Core { when top 1 by messages in 2d  grace 2d }
  tier Rest { otherwise }
  content { category ad "广告" when text contains "领券"  cap ad 10% per day }
}
`;
  const lines = async (bound: string): Promise<string[]> => {
    const cwd = folderWith({ 'dials.group': dials, 'log.jsonl': LOG });
    const { code, stdout, stderr } = await steward(['sweep', 'dials.group', bound, '--log', 'log.jsonl'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return stdout.split('\n').map((line) => line.trim().replace(/ +/g, ' '));
  };

  test('a cap, at the shares that days had', async () => {
    expect(await lines('cap[0].ad')).toEqual([
      'Vip/cap[0].ad cap ad 10% per day',
      'bound periods exceeded',
      '▸ > 0%…<40% 1',
      '> 40%… 0',
      '',
    ]);
  });

  test('a rank, and a clause with two numbers but no comparison', async () => {
    expect((await lines('Core.rank[0]'))[0]).toBe('Vip/Core.rank[0] top 1 by messages in 2d');
    const cwd = folderWith({ 'dials.group': dials, 'log.jsonl': LOG });
    const { code, stderr } = await steward(['sweep', 'dials.group', 'Core', '--log', 'log.jsonl'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('Vip/Core.rank[0]  top 1 by messages in 2d\n  Vip/Core.grace  grace 2d');
  });
});

describe('explain --member', () => {
  const explain = (cwd: string, ...args: string[]) =>
    steward(['explain', 'new.group', '--member', ...args, '--log', 'log.jsonl'], { cwd });

  test('the tiers tried, with values and events, unknowns, and what would change the result', async () => {
    const { code, stdout, stderr } = await explain(folder(), '阿强<b>|@all', '--at', '2025-03-01');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(
      [
        '阿强<b>|@all in vip-1 on 2025-03-01: 普通用户 Regular',
        '  活跃用户 Active',
        '    ? messages in 2d >= 3  (messages in 2d = at least 2)',
        '      count(message) in 2d: 2 events: log.jsonl:4, log.jsonl:5',
        '    would turn with: messages in 2d >= 3 (is at least 2)',
        '  普通用户 Regular',
        '    ✓ always',
        '',
      ].join('\n'),
    );
  });

  test('as JSON; an unknown member is reported', async () => {
    const cwd = folder();
    const { stdout } = await explain(cwd, '小李', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject([
      { member: '小李', state: { tier: 'Active' }, tiers: [{ tier: 'Active', flip: [{ needs: { operator: '<' } }] }] },
    ]);
    const wrong = await explain(cwd, '路人', '--at', '2025-03-01', '--lang', 'zh');
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain('2025-03-01 这一天没有叫 路人 的成员');
    expect((await explain(cwd, '小李', '--at', 'today')).stderr).toContain('--at cannot be today.');
  });
});
