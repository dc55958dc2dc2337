/** Ids cut to fifteen digits by a spreadsheet: both readers notice them, in the same way. */
import { describe, expect, test } from 'vitest';
import { describeProblem } from '../src/index.ts';
import { eventLines, type Options, places, problemsOf, withLog } from './support.ts';

const STRICT: Options = { withoutMembers: false };

describe('ids whose last digits Excel turned into zeros', () => {
  const table = (ids: readonly string[], column = 'member'): string => {
    const others = column === 'member' ? '' : ',member';
    return `ts,${column}${others}\n${ids.map((id, row) => `${1740830400 + row},${id}${others === '' ? '' : ',a'}`).join('\n')}\n`;
  };
  const lines = (ids: readonly string[]): string =>
    ids.map((id, row) => `{"ts":${1740830400 + row},"group":"g","member":${id}}`).join('\n');
  const CUT = ['1097262584103750000', '1097262584103760000', '8594229559345670'];

  const refused: [what: string, files: Record<string, string>, place: string][] = [
    ['a table', { 'log.csv': table(CUT) }, 'log.csv:2 zerosInIds'],
    ['group ids', { 'log.csv': table(CUT, 'group') }, 'log.csv:2 zerosInIds'],
    ['message ids', { 'log.csv': table(CUT, 'id') }, 'log.csv:2 zerosInIds'],
    ['beside short ids and names', { 'log.csv': table(['wxid_a', '10000', ...CUT]) }, 'log.csv:4 zerosInIds'],
    ['numbers in JSON', { 'log.jsonl': lines(CUT) }, 'log.jsonl:1 zerosInIds'],
    ['texts in JSON', { 'log.jsonl': lines(CUT.map((id) => `"${id}"`)) }, 'log.jsonl:1 zerosInIds'],
  ];
  test.each(refused)('%s: rejected', async (_what, files, place) => {
    const [problem, ...more] = await problemsOf(files, STRICT);
    if (problem === undefined) throw new Error('The log was read');
    expect(places([problem, ...more])).toEqual([place]);
    expect(describeProblem(problem, 'en')).toMatch(/Excel.*import its ids as text.*--lenient/);
    expect(describeProblem(problem, 'zh')).toMatch(/Excel.*按文本导入.*--lenient/);
  });

  const read: [what: string, ids: string[]][] = [
    ['one of them has its digits', [...CUT, '1097262584103751681']],
    ['only two of them', CUT.slice(0, 2)],
    ['one id many times', ['1097262584103750000', '1097262584103750000', '1097262584103750000']],
    ['fifteen digits', ['109726258410370', '109726258410380', '109726258410390']],
    ['no numbers', ['g1097262584103750000', 'g1097262584103760000', 'g1097262584103770000']],
  ];
  test.each(read)('%s: read', async (_what, ids) => {
    await withLog({ 'log.csv': table(ids) }, STRICT, async (reader) => {
      expect((await eventLines(reader)).map((line) => line.split(' ')[2])).toEqual(ids);
      expect(reader.notes).toEqual([]);
    });
  });

  test('--lenient reads them, with a note', async () => {
    await withLog({ 'log.csv': table(CUT) }, { ...STRICT, lenient: true }, async (reader) => {
      expect(reader.events).toBe(3);
      expect(reader.notes.map(({ message }) => message.en)).toEqual([
        expect.stringMatching(/log\.csv:2: `member`: All long ids.*1097262584103750000/),
      ]);
    });
  });
});
