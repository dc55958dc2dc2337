import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, steward } from './steward.ts';

const rules = (role: string): string => `${role}
group Vip "贵宾群" : service {
  timezone "Asia/Shanghai"
  health replies "答复" { healthy when count(message where role == staff) per day >= 1 }
}
`;

/** An export without roles. */
const LOG = `ts,group,member,member_name,text
2025-03-01T10:00:00+08:00,vip,u1,小李,在吗
2025-03-01T10:05:00+08:00,vip,u2,小美,您好
2025-03-02T10:00:00+08:00,vip,u1,小李,怎么退货
2025-03-02T10:05:00+08:00,vip,u2,小美,这样退
`;

interface RoleReport {
  groups: { health: { byDay: string[] }[]; roles: { people: { member: string; role: string; declared: string }[] } }[];
}

async function simulated(role: string, roster: string | null): Promise<{ reported: RoleReport; text: string }> {
  const files = { 'vip.group': rules(role), 'log.csv': LOG, ...(roster === null ? {} : { 'roster.csv': roster }) };
  const folder = folderWith(files);
  const args = ['simulate', join(folder, 'vip.group'), '--log', join(folder, 'log.csv'), '--lang', 'en'];
  const more = roster === null ? [] : ['--roster', join(folder, 'roster.csv')];
  const json = await steward([...args, ...more, '--format', 'json']);
  const text = await steward([...args, ...more]);
  return { reported: JSON.parse(json.stdout), text: text.stdout.replace(/\s+/g, ' ') };
}

test('people listed by a role are staff in a log without roles', async () => {
  const { reported, text } = await simulated('role 客服 members "小美"', null);
  expect(reported.groups[0]?.health[0]?.byDay).toEqual(['healthy', 'healthy']);
  expect(reported.groups[0]?.roles.people).toMatchObject([{ member: 'u2', role: 'staff', declared: '客服' }]);
  expect(text).toContain('Staff: 小美 (by role 客服)');
});

test('a listed name that matches nobody is reported', async () => {
  const { reported, text } = await simulated('role 客服 members "小妹"', null);
  expect(reported.groups[0]?.health[0]?.byDay).toEqual(['breach', 'breach']);
  expect(text).toContain('Role 客服 lists “小妹”, but neither the log nor the roster has that id or name');
});

test('without any list of staff, a filter on the role is unknown, and the report says what to write', async () => {
  const { reported, text } = await simulated('', null);
  expect(reported.groups[0]?.health[0]?.byDay).toEqual(['unknown', 'unknown']);
  expect(text).toContain('Nobody says who is staff');
  expect(text).toContain('role staff members "name"');
});

test('the roster defines staff too, and people missing from it are reported', async () => {
  const { reported, text } = await simulated('', 'member,name,role\nu2,小美,客服\nu9,小周,\n');
  expect(reported.groups[0]?.health[0]?.byDay).toEqual(['healthy', 'healthy']);
  expect(text).toContain('Staff: 小美 (by the roster)');
  expect(text).toContain('1 of 2 on the roster never occur in the log: u9');
  expect(text).toContain('1 person of the log is on no roster: u1');
});
