/** One case: a policy, a matching log, and rosters. */
import type { RosterEntry } from '@steward/events';
import type { GroupPolicy, Policy, Risk, RoleDefinition, Tier } from '@steward/policy';
import fc from 'fast-check';
import { group, policyOf, RANGE } from '../../oracle/policy-builder.ts';
import type { RowLog } from '../../oracle/rows.ts';
import { actionDefinitions, cadence, campaigns, content, duty, health, lifecycle, risks, tiers } from './clauses.ts';
import { logOfPlan, logPlan, rosterOf, rosterPlan } from './log.ts';
import { type Place, place, type Stretch, stretch } from './time.ts';

export interface Case {
  policy: Policy;
  log: RowLog;
  rosters: Map<string, RosterEntry[]>;
}

/** Clauses that a case always has: tiers and content (`members`), or health, risks and campaigns (`group`). */
export type Focus = 'members' | 'group';

/** Only the policy's clock matters: a second policy group may use another zone than the log was made for. */
function groupPolicy(
  name: string,
  match: string[],
  where: Place,
  when: Stretch,
  focus: Focus,
): fc.Arbitrary<GroupPolicy> {
  const isGroup = focus === 'group';
  return fc
    .record({
      tiers: isGroup
        ? fc.oneof({ weight: 3, arbitrary: fc.constant<Tier[]>([]) }, { weight: 1, arbitrary: tiers(1) })
        : tiers(1),
      content,
      health: health(isGroup ? 1 : 0),
      risks: isGroup
        ? risks(1)
        : fc.oneof({ weight: 3, arbitrary: fc.constant<Risk[]>([]) }, { weight: 1, arbitrary: risks(1) }),
      campaigns: isGroup ? campaigns(1, when) : campaigns(0, when),
      cadence,
      lifecycle,
      duty,
      capacity: fc.option(fc.integer({ min: 0, max: 6 }), { freq: 2 }),
      nickname: fc.option(
        fc.constantFrom({ pattern: '^.+-.+$', ignoreCase: false }, { pattern: 'B', ignoreCase: true }),
      ),
      founded: fc.option(founding(when), { freq: 2 }),
    })
    .map((more) => group(name, { ...more, match, timezone: where.timezone }));
}

/** Ids, names of one or two members, and a name of nobody. */
const declaredRoles: fc.Arbitrary<RoleDefinition[]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<RoleDefinition[]>([]) },
  {
    weight: 2,
    arbitrary: fc.array(
      fc.record({
        name: fc.constantFrom('helper', 'lead'),
        label: fc.constant(null),
        standing: fc.constantFrom('staff' as const, 'staff' as const, 'owner' as const, 'bot' as const),
        members: fc.subarray(['m1', 'm4', 'Bo', '小美', 'Ann-A', 'r1', 'nobody']),
        range: fc.constant(RANGE),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  },
);

/** Before, on or after the first day of the log. */
function founding({ calendar, days }: Stretch): fc.Arbitrary<string> {
  const first = days[0]?.number ?? 0;
  return fc
    .tuple(fc.constantFrom(-40, -3, -1, 0, 1, 2), fc.constantFrom('00:00', '02:30', '12:00:01'))
    .map(([day, time]) => `${calendar.day(first + day).date}T${time}`);
}

export function caseOf(focus: Focus): fc.Arbitrary<Case> {
  return placed((where, when) => caseAt(where, when, focus));
}

function placed<T>(of: (where: Place, when: Stretch) => fc.Arbitrary<T>): fc.Arbitrary<T> {
  return place.chain((where) => stretch(where).chain((when) => of(where, when)));
}

function caseAt(where: Place, when: Stretch, focus: Focus): fc.Arbitrary<Case> {
  return fc
    .record({
      groups: groupPolicies(where, when, focus),
      actions: actionDefinitions,
      log: logPlan.map((plan) => logOfPlan(plan, when)),
      roster: rosterPlan.map((plan) => rosterOf(plan, when)),
      roles: declaredRoles,
    })
    .map(({ groups, actions, log, roster, roles }) => ({
      policy: policyOf(groups, actions, roles),
      log,
      rosters: new Map(groups.slice(0, 1).map((each) => [each.name, roster])),
    }));
}

/** A case and its policy after each edit; the last version is often the first again. */
export interface EditedCase {
  start: Case;
  versions: Policy[];
}

const EDITED = [
  ...['tiers', 'content', 'health', 'risks', 'campaigns', 'cadence', 'lifecycle', 'duty', 'capacity', 'founded'],
  ...['nickname', 'timezone'],
] as const;

/** Each edit takes some of the first group's clauses from another policy, or moves every threshold by one. */
export function editedCaseOf(focus: Focus): fc.Arbitrary<EditedCase> {
  return placed((where, when) =>
    fc
      .record({
        start: caseAt(where, when, focus),
        donors: fc.array(groupPolicy('G1', [], where, when, focus), { minLength: 1, maxLength: 2 }),
        edits: fc.array(
          fc.record({
            donor: fc.nat(1),
            names: fc.subarray([...EDITED], { minLength: 1, maxLength: 3 }),
            move: fc.nat(2),
          }),
          { minLength: 1, maxLength: 4 },
        ),
        actions: actionDefinitions,
        undo: fc.boolean(),
      })
      .map(({ start, donors, edits, actions, undo }) => {
        const versions = [start.policy];
        for (const { donor, names, move } of edits) {
          const before = versions.at(-1) ?? start.policy;
          const other = donors[donor % donors.length];
          versions.push(
            move === 0 || other === undefined ? thresholdsMoved(before) : clausesTaken(before, other, names),
          );
        }
        versions.push({ ...(versions.at(-1) ?? start.policy), actions: [...actions] });
        return { start, versions: undo ? [...versions, start.policy] : versions };
      }),
  );
}

function clausesTaken(policy: Policy, donor: GroupPolicy, names: readonly (typeof EDITED)[number][]): Policy {
  const taken = Object.fromEntries(names.map((name) => [name, donor[name]]));
  return { ...policy, groups: policy.groups.map((each, index) => (index === 0 ? { ...each, ...taken } : each)) };
}

/** Increments the integers and durations of comparisons. */
function thresholdsMoved(policy: Policy): Policy {
  const moved = (_key: string, value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || !('kind' in value) || value.kind !== 'constant') return value;
    if (!('value' in value) || typeof value.value !== 'object' || value.value === null) return value;
    if (!('numerator' in value.value) || typeof value.value.numerator !== 'number') return value;
    return { ...value, value: { ...value.value, numerator: value.value.numerator + 1, denominator: 1 } };
  };
  const copied: Policy = JSON.parse(JSON.stringify(policy, moved));
  return copied;
}

/** Usually one that takes every group; otherwise one with globs, next to another that takes the rest or nothing. */
function groupPolicies(where: Place, when: Stretch, focus: Focus): fc.Arbitrary<GroupPolicy[]> {
  const one = groupPolicy('G1', [], where, when, focus).map((only) => [only]);
  const two = fc
    .record({
      first: groupPolicy('G1', ['vip-*', 'cl?b'], where, when, focus),
      elsewhere: place.chain((other) => groupPolicy('G2', [], other, when, focus)),
      rest: fc.constantFrom<string[][]>([], ['oth*'], ['none']),
    })
    .map(({ first, elsewhere, rest }) => [first, { ...elsewhere, match: rest }]);
  return fc.oneof({ weight: 3, arbitrary: one }, { weight: 1, arbitrary: two });
}
