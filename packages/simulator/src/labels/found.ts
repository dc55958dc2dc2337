/** Which events each rule finds: `SEMANTICS.md`, "Labels". Pure. */
import { SIGNALS } from '@steward/events';
import { judgesFor, preferredEvaluation } from '../program/judges.ts';
import type { GroupProgram, Program } from '../program/program.ts';
import { banStream } from '../run/content/content.ts';
import { groupProgram } from '../run/group.ts';
import { type OpenedIncident, runRisks } from '../run/risks/incidents.ts';
import { type GroupStore, openStore } from '../run/store.ts';
import type { LogOfGroup } from '../scenario/scenario-log.ts';

export interface RuleMatches {
  kind: 'category' | 'ban' | 'risk';
  /** Name of the category or risk; for a ban, of its lexicon. */
  rule: string;
  /** What labels may call it: name and label. */
  names: string[];
  /** Event numbers. */
  events: ReadonlySet<number>;
}

const MESSAGE = SIGNALS.indexOf('message');

/** Categories, bans and risks, each as declared. */
export function foundEvents(program: Program, policyGroup: string, source: LogOfGroup): RuleMatches[] {
  const group = groupProgram(program, policyGroup);
  const store = openStore({ ...source, program: group, bits: program.bits });
  const { content, risks } = group.policy;
  const incidents = runRisks(store, judgesFor(preferredEvaluation()), group).incidents;
  return [
    ...content.categories.map(({ name, label }, index): RuleMatches => {
      return { kind: 'category', rule: name, names: namesOf(name, label), events: ofCategory(store, index) };
    }),
    ...content.bans.map((ban): RuleMatches => {
      const { name, label } = program.policy.lexicons.find((one) => one.name === ban.lexicon) ?? {
        name: ban.lexicon,
        label: null,
      };
      return { kind: 'ban', rule: name, names: namesOf(name, label), events: new Set(banStream(store, ban).events) };
    }),
    ...risks.map(({ name, label }, index): RuleMatches => {
      const events = ofRisk(store, group, index, incidents[index] ?? []);
      return { kind: 'risk', rule: name, names: namesOf(name, label), events };
    }),
  ];
}

function namesOf(name: string, label: string | null): string[] {
  return label === null || label === name ? [name] : [name, label];
}

function ofCategory({ log, categories }: GroupStore, category: number): Set<number> {
  const events = new Set<number>();
  for (let event = 0; event < log.length; event += 1) {
    if (log.kind[event] === MESSAGE && categories[event] === category) events.add(event);
  }
  return events;
}

/** Evidence of its incidents, and what its condition counts while one is open. */
function ofRisk(
  store: GroupStore,
  { risks }: GroupProgram,
  index: number,
  incidents: readonly OpenedIncident[],
): Set<number> {
  const found = new Set<number>();
  if (incidents.length === 0) return found;
  for (const { events } of incidents) for (const event of events) found.add(event);
  for (const { read } of risks[index]?.leaves ?? []) {
    if (read.kind !== 'aggregate') continue;
    const { events, ts } = store.stream(read.stream);
    let at = 0;
    for (const { opened, closed } of incidents) {
      while (at < events.length && (ts[at] as number) < opened) at += 1;
      const end = closed ?? Number.POSITIVE_INFINITY;
      while (at < events.length && (ts[at] as number) < end) {
        found.add(events[at] as number);
        at += 1;
      }
    }
  }
  return found;
}
