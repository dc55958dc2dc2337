/** The events behind the numbers: which ones are listed, and their ids in the log. */
import type { EventReference, Evidence, GroupOutcome } from '@steward/simulator';

export interface IdentifiedEvent {
  id: string | null;
  text: string | null;
}

/** Every evidence of an outcome, in order. */
function* evidences(group: GroupOutcome): Generator<Evidence> {
  for (const cap of group.content.caps) yield cap.evidence;
  for (const ban of group.content.bans) yield ban.evidence;
  for (const risk of group.risks) for (const incident of risk.incidents) yield incident.evidence;
  for (const record of group.actions.records) {
    for (const { value } of record.arguments) if (value.kind === 'messages') yield value.evidence;
  }
}

/** Keeps the last `limit` events of each evidence; its count stays. */
export function limitEvidence(groups: readonly GroupOutcome[], limit: number): void {
  for (const group of groups) {
    for (const evidence of evidences(group)) {
      if (evidence.events.length > limit) evidence.events = limit === 0 ? [] : evidence.events.slice(-limit);
    }
  }
}

/**
 * Looks up the ids and texts of the events that the groups name, each place once, and writes the ids into the outcome.
 * @returns texts by place
 */
export async function identifyEvidence(
  groups: readonly GroupOutcome[],
  identify: (references: EventReference[]) => Promise<IdentifiedEvent[]>,
): Promise<(reference: EventReference) => string | null> {
  const references = groups.flatMap((group) => [...evidences(group)].flatMap(({ events }) => events));
  const places = new Map(references.map((reference) => [placeOf(reference), reference]));
  const found = places.size === 0 ? [] : await identify([...places.values()]);
  const byPlace = new Map([...places.keys()].map((place, index) => [place, found[index]]));
  for (const reference of references) reference.id = byPlace.get(placeOf(reference))?.id ?? null;
  return (reference) => byPlace.get(placeOf(reference))?.text ?? null;
}

const placeOf = (reference: EventReference): string => `${reference.file}:${reference.line}`;
