/** How many members there are, who they are, and what does not fit. */
import { comingsAndGoings } from '../../../values/members.ts';
import { staffTexts } from '../../../values/staff.ts';
import type { DashboardMembers } from '../../parts.ts';
import type { View } from '../../view.ts';

export function dataOf(view: View): { members: DashboardMembers } {
  return { members: membersOf(view) };
}

function membersOf({ group, outcome, words, names }: View): DashboardMembers {
  const { atEnd, byDay, capacity, nickname } = group.members;
  const { known, absent, silent, unlisted } = staffTexts(words, group, names.short);
  const moves = comingsAndGoings(words, group, outcome.log);
  const misfits = [...absent, silent, unlisted].filter((text) => text !== null);
  return { atEnd, byDay, moves, capacity, nickname, staff: known, misfits };
}
