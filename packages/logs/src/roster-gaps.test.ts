import type { GroupLog } from '@steward/events';
import { SIGNALS } from '@steward/events';
import { expect, test } from 'vitest';
import { RosterCheck } from './roster-gaps.ts';

/** A log with one event per person. */
function logOf(events: readonly [id: string, name: string | null, kind: (typeof SIGNALS)[number]][]): GroupLog {
  const parts: Partial<GroupLog> = {
    members: events.map(([id, name]) => ({ id, name })),
    member: Int32Array.from(events.keys()),
    kind: Uint8Array.from(events, ([, , kind]) => SIGNALS.indexOf(kind)),
  };
  return parts as GroupLog;
}

const entry = (member: string, name: string | null = null) => ({ member, name, role: null, joined: null });

test('people missing from the roster, with suggestions, and people on it who never occur', () => {
  const check = new RosterCheck([entry('u_1'), entry('u_22'), entry('wxid_x', '小美'), entry('lurker')]);
  check.add(
    logOf([
      ['u_1', null, 'message'],
      ['u_2', null, 'message'],
      ['7', '小美', 'message'],
      ['gone', null, 'leave'],
    ]),
  );
  expect(check.gaps(5)).toEqual({
    strangers: 2,
    absent: 3,
    named: {
      strangers: [
        { id: 'u_2', nearest: 'u_22' },
        { id: '7', nearest: 'wxid_x' },
      ],
      absent: ['u_22', 'wxid_x', 'lurker'],
    },
  });
});

test('nothing to report if both agree', () => {
  const check = new RosterCheck([entry('a')]);
  check.add(logOf([['a', null, 'message']]));
  expect(check.gaps(5)).toMatchObject({ strangers: 0, absent: 0 });
});
