/** Members' histories, as stretches of days in one state. */
import { dateText } from '@steward/time';
import type { MemberHistory, TierOrNone } from '../../outcome/outcome.ts';
import type { GroupStore } from '../store.ts';

type Stretch = MemberHistory['stretches'][number];

export interface HistoryKeeper {
  begin(person: number): void;
  /** Days come in order; on omitted days the member is outside. */
  note(day: number, past: number, state: TierOrNone, grace: boolean, unknown: string[]): void;
  end(): void;
  /** By member id (code units). */
  histories(): MemberHistory[];
}

export function historyKeeper(store: GroupStore): HistoryKeeper {
  const { frame, people } = store;
  const found: MemberHistory[] = [];
  let stretches: Stretch[] = [];
  let until = 0;

  const push = (day: number, past: number, state: TierOrNone, grace: boolean, unknown: string[]): void => {
    if (day >= past) return;
    const last = stretches.at(-1);
    if (last !== undefined && alike(last, state, grace, unknown)) last.days += past - day;
    else stretches.push({ from: dateText(frame.firstDay + day), days: past - day, state, grace, unknown });
    until = past;
  };
  const outside = (past: number): void => push(until, past, { kind: 'outside' }, false, []);

  return {
    begin(number) {
      const person = people.persons[number];
      if (person === undefined) throw new Error(`no person ${number}`);
      stretches = [];
      until = 0;
      found.push({ member: person.id, name: person.name, role: person.role, stretches });
    },
    note(day, past, state, grace, unknown) {
      outside(day);
      push(day, past, state, grace, unknown);
    },
    end: () => outside(frame.days),
    histories: () => found.sort((a, b) => (a.member < b.member ? -1 : a.member > b.member ? 1 : 0)),
  };
}

function alike(stretch: Stretch, state: TierOrNone, grace: boolean, unknown: readonly string[]): boolean {
  if (stretch.grace !== grace || stretch.state.kind !== state.kind) return false;
  if (stretch.state.kind === 'tier' && state.kind === 'tier' && stretch.state.tier !== state.tier) return false;
  return stretch.unknown.length === unknown.length && stretch.unknown.every((tier, i) => tier === unknown[i]);
}
