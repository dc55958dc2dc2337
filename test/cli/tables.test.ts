/** What the command line says about a misleading table, a roster that does not match, and a log for two groups. */
import { expect, test } from 'vitest';
import { folderWith, steward } from './steward.ts';

const RULES = 'group A : service {\n  match "*"\n  timezone "Asia/Shanghai"\n  tier All { otherwise }\n}\n';

test('a log without members is rejected unless explicitly allowed', async () => {
  const cwd = folderWith({ 'a.group': RULES, 'u.csv': 'ts,user,content\n2017-01-05T12:00:00+08:00,a,hi\n' });
  const refused = await steward(['simulate', 'a.group', '--log', 'u.csv'], { cwd });
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('did you mean `member`?');
  const asked = await steward(['simulate', 'a.group', '--log', 'u.csv', '--without-members'], { cwd });
  expect(asked.code).toBe(0);
  expect(asked.stderr).toContain('these columns are not read');
});

test('people missing from the roster, and people on it who never occur, are reported', async () => {
  const cwd = folderWith({
    'a.group': RULES,
    'log.csv': 'ts,member\n2025-03-01T10:00:00+08:00,wxid_b\n',
    'roster.csv': 'member\nwxid_bb\n',
  });
  const { code, stderr } = await steward(['simulate', 'a.group', '--log', 'log.csv', '--roster', 'roster.csv'], {
    cwd,
  });
  expect(code).toBe(0);
  expect(stderr).toContain('1 member of the log is not on the roster roster.csv: wxid_b (did you mean wxid_bb?)');
  expect(stderr).toContain('1 person of the roster roster.csv never occurs in the log: wxid_bb');
});

test.each([
  ['.', /error: .*\n {2}\.: The file cannot be read/],
  ['nowhere.csv', /nowhere\.csv: There is no such file/],
  ['names.csv', /names\.csv:1: The roster has no column `member`/],
  ['rounded.csv', /rounded\.csv:2:1: A spreadsheet \(Excel\) has rounded this id/],
])('an unreadable roster, %s, is the user’s mistake', { timeout: 60_000 }, async (roster, reported) => {
  const cwd = folderWith({
    'a.group': RULES,
    'log.csv': 'ts,member\n2025-03-01T10:00:00+08:00,wxid_b\n',
    'names.csv': 'who\nwxid_b\n',
    'rounded.csv': 'member\n1.097E+18\n',
  });
  const { code, stderr } = await steward(['simulate', 'a.group', '--log', 'log.csv', '--roster', roster], { cwd });
  expect(stderr).toMatch(reported);
  expect(code).toBe(2);
});

test('a made-up log is for one group', async () => {
  const cwd = folderWith({ 'a.group': RULES });
  const { code, stderr } = await steward(['generate', 'x.csv', '--for', 'a.group', '-g', 'A', '-g', 'B'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('A log can be generated for one group at a time');
});
