import { expect, test } from 'vitest';
import { LineDrift, type LineEdit } from './drift.ts';

const edit = (startLine: number, startCharacter: number, endLine: number, added: number): LineEdit => ({
  startLine,
  startCharacter,
  endLine,
  added,
});

/** Where lines 0 to 5 are after edits, each a version of its own. */
function after(...edits: LineEdit[]): (number | null)[] {
  const drift = new LineDrift();
  edits.forEach((one, i) => {
    drift.note(i + 2, [one]);
  });
  return [0, 1, 2, 3, 4, 5].map((line) => drift.place(line, 1));
}

test('typing within a line moves nothing', () => expect(after(edit(2, 4, 2, 0))).toEqual([0, 1, 2, 3, 4, 5]));
test('an inserted line moves those below', () => expect(after(edit(2, 9, 2, 1))).toEqual([0, 1, 2, 4, 5, 6]));
test('a line inserted before another moves that one', () =>
  expect(after(edit(2, 0, 2, 1))).toEqual([0, 1, 3, 4, 5, 6]));
test('a deleted line is gone', () => expect(after(edit(1, 0, 2, 0))).toEqual([0, null, 1, 2, 3, 4]));
test('two lines joined stay where the first was', () => expect(after(edit(1, 7, 2, 0))).toEqual([0, 1, 1, 2, 3, 4]));
test('edits one after another', () => expect(after(edit(0, 0, 0, 2), edit(4, 0, 5, 0))).toEqual([2, 3, null, 4, 5, 6]));

test('edits of one version do not move each other', () => {
  const drift = new LineDrift();
  drift.note(2, [edit(1, 0, 1, 1), edit(3, 0, 3, 1)]);
  expect([0, 1, 2, 3, 4].map((line) => drift.place(line, 1))).toEqual([0, 2, 3, 5, 6]);
});

test('edits already in a version move nothing in it', () => {
  const drift = new LineDrift();
  drift.note(2, [edit(0, 0, 0, 1)]);
  drift.note(3, [edit(0, 0, 0, 1)]);
  expect([drift.place(5, 1), drift.place(5, 2), drift.place(5, 3)]).toEqual([7, 6, 5]);
  drift.forget(2);
  expect([drift.place(5, 2), drift.place(5, 3)]).toEqual([6, 5]);
});
