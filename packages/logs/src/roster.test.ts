import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { LogError } from './problems/problem.ts';
import { readRoster } from './roster.ts';

const folder = mkdtempSync(join(tmpdir(), 'steward-roster-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, 'members.csv');

async function read(text: string): Promise<Awaited<ReturnType<typeof readRoster>>> {
  writeFileSync(path, text);
  return readRoster(path, 'Asia/Shanghai');
}

const MARCH = Date.parse('2025-03-01T00:00:00+08:00') * 1000;

describe('a roster', () => {
  test('in English, with dates, times and nothing', async () => {
    const text = 'member,name,role,joined\na,Ann,staff,2025-03-01\nb,,,2025-03-01T00:00:01+08:00\nc,,BOT,\n';
    expect(await read(text)).toEqual([
      { member: 'a', name: 'Ann', role: 'staff', joined: MARCH },
      { member: 'b', name: null, role: null, joined: MARCH + 1_000_000 },
      { member: 'c', name: null, role: 'bot', joined: null },
    ]);
  });

  test('in Chinese, from a spreadsheet', async () => {
    expect(await read('\uFEFF加入时间;角色;成员;昵称\r\n2025/3/1;群主;wx1;小美\r\n')).toEqual([
      { member: 'wx1', name: '小美', role: 'owner', joined: MARCH },
    ]);
  });

  test('is rejected if a spreadsheet turned the last digits of its ids into zeros', async () => {
    const ids = ['1097262584103750000', '1097262584103760000', '1097262584103770000'];
    const refused = await read(`member\n${ids.join('\n')}\n`).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(LogError);
    const [problem] = refused instanceof LogError ? refused.problems : [];
    expect([problem?.code, problem?.line, problem?.advice.en]).toEqual([
      'zerosInIds',
      2,
      'Export the file again; where it has to go through Excel, import its ids as text.',
    ]);
    expect(await read(`member\n${ids.join('\n')}\n1097262584103751681\n`)).toHaveLength(4);
  });

  test('ignores columns named like properties of every object', async () => {
    const text = 'member,constructor,toString,constructor,__proto__\na,1,2,3,4\n';
    expect((await read(text)).map(({ member }) => member)).toEqual(['a']);
  });

  test('uses the later of two rows for a member', async () => {
    expect(await read('member,role\na,staff\nb,\na,owner\n')).toEqual([
      { member: 'b', name: null, role: null, joined: null },
      { member: 'a', name: null, role: 'owner', joined: null },
    ]);
  });

  const faulty: [what: string, text: string, place: string][] = [
    ['no member column', 'name\nAnn\n', '1 noMemberColumn'],
    ['a column twice', 'member,id\na,b\n', '1 duplicateColumn'],
    ['nobody', 'name,member\nAnn,\n', '2:5 badRecord'],
    ['unknown role', 'member,role\na,king\n', '2:3 badRecord'],
    ['no date', 'member,joined\na,yesterday\n', '2:3 badRecord'],
    ['a day that does not exist', 'member,joined\na,2025-02-30\n', '2:3 badRecord'],
    ['too few values', 'member,role\na\n', '2 wrongWidth'],
    ['an open quote', 'member,name\na,"Ann\n', '2:3 unclosedQuote'],
  ];
  test.each(faulty)('%s', async (_what, text, place) => {
    const error = await read(text).then(
      () => null,
      (reason: unknown) => reason,
    );
    const problem = error instanceof LogError ? error.problems[0] : undefined;
    expect([[problem?.line, problem?.column].filter((part) => part != null).join(':'), problem?.code].join(' ')).toBe(
      place,
    );
  });
});
