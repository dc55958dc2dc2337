/** Names of the members that an outcome refers to by id. */
import type { ActionsOutcome } from '../../outcome/actions.ts';
import type { RiskOutcome } from '../../outcome/incidents.ts';
import type { MemberName } from '../../outcome/outcome.ts';
import type { GroupStore } from '../store.ts';

/** Those whose name differs from their id, ordered by id (code units). */
export function mentionedNames(
  { people, keep }: GroupStore,
  risks: readonly RiskOutcome[],
  actions: ActionsOutcome,
): MemberName[] {
  const mentioned = new Set<string>();
  for (const { incidents } of risks) {
    for (const { senders } of incidents) for (const member of senders) mentioned.add(member);
  }
  for (const record of actions.records) {
    if (record.cause.kind === 'tier') mentioned.add(record.cause.member);
    for (const { value } of record.arguments) {
      if (value.kind === 'members') for (const member of value.members) mentioned.add(member);
    }
  }
  const names = keep('names by id', () => new Map(people.persons.map(({ id, name }) => [id, name])));
  return [...mentioned].sort().flatMap((member) => {
    const name = names.get(member) ?? null;
    return name === null || name === member ? [] : [{ member, name }];
  });
}
