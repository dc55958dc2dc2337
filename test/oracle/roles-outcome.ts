/** The outcome's part on roles and the roster. */
import type { GroupOutcome } from '@steward/simulator';
import type { World } from './world.ts';

type RolesOutcome = GroupOutcome['roles'];

const EXAMPLES = 10;

export function rolesOutcome(world: World): RolesOutcome {
  const { roster, names, rows, policy } = world;
  const speaking = world.log.members.map(({ id }) => id);
  const listed = [...new Set(roster.map(({ member }) => member))];
  const everybody = [...new Set([...speaking, ...listed])].sort();
  const called = [...everybody, ...names.values()];
  const first = (ids: readonly string[]): { count: number; examples: string[] } => ({
    count: ids.length,
    examples: [...ids].sort().slice(0, EXAMPLES),
  });
  return {
    people: everybody.flatMap((member) => knownRole(world, member)),
    unknown: rows.filter((row) => world.roles.ofRow(row) === null).length,
    absent: policy.roles.flatMap((role) =>
      role.members.filter((text) => !called.includes(text)).map((member) => ({ role: role.name, member })),
    ),
    roster:
      roster.length === 0
        ? null
        : {
            people: listed.length,
            silent: first(listed.filter((id) => !speaking.includes(id))),
            unlisted: first(speaking.filter((id) => !listed.includes(id) && !world.roles.isBot(id))),
          },
  };
}

function knownRole(world: World, member: string): RolesOutcome['people'] {
  const name = world.names.get(member) ?? null;
  const { role, from, declared } = world.roles.ofMember(member);
  if (world.roles.isBot(member) && role !== 'bot') return [{ member, name, role: 'bot', from: 'log', declared: null }];
  if (role === null || role === 'member' || from === null) return [];
  return [{ member, name, role, from, declared }];
}
