/**
 * A resident simulation: keeps the groups' columns and the results of earlier runs, so that a changed policy reruns only the clauses that
 * changed.
 *
 * - Every result is cached under a key that spells out its inputs, and dropped after three runs in a row without use.
 * - Outcomes of different runs may share parts, so treat them as read-only.
 */
import {
  type GroupLog,
  type LogInfo,
  type RosterEntry,
  SIGNALS,
  type Signal,
  type TextPredicate,
} from '@steward/events';
import { type Policy, shapeKey } from '@steward/policy';
import { assemble } from '../outcome/assemble.ts';
import type { GroupOutcome, LogSummary, Outcome } from '../outcome/outcome.ts';
import { type BindOptions, bindGroups } from '../program/bind-groups.ts';
import { compile, type Program } from '../program/program.ts';
import { predicateKey } from '../program/text-predicates.ts';
import { groupProgram, type RunOptions, runStages } from '../run/group.ts';
import { openStore } from '../run/store.ts';
import { type Keeper, keeper } from './keeper.ts';

export interface SimulationInput {
  info: LogInfo;
  /** Every group of the log. */
  logs: readonly GroupLog[];
  /** The predicates answered by the logs' text bits, in bit order. */
  predicates: readonly TextPredicate[];
  /** Roster of a policy group; must not change during the simulation's lifetime. */
  rosterOf?: (policyGroup: string) => readonly RosterEntry[];
}

export interface SimulationOptions extends RunOptions, BindOptions {
  /** Group to run first, because somebody is looking at it. */
  first?: string;
}

export interface Simulation {
  /** Text predicates of a policy without answers yet; call {@link Simulation.answer} before running it. */
  unanswered(policy: Policy): TextPredicate[];
  /** @param bitsOf the answers for a group, in the form of {@link GroupLog.textBits} and the order of `predicates` */
  answer(predicates: readonly TextPredicate[], bitsOf: (group: string) => Uint32Array[]): void;
  /** Groups one by one, in unspecified order except for `first`. Stop iterating to cancel the run. */
  groups(policy: Policy, options?: SimulationOptions): Generator<GroupOutcome, void, undefined>;
  run(policy: Policy, options?: SimulationOptions): Outcome;
}

interface HeldGroup {
  log: GroupLog;
  keeper: Keeper;
}

interface Answer {
  bit: number;
  /** null: of every signal. */
  only: ReadonlySet<Signal> | null;
}

export function createSimulation(input: SimulationInput): Simulation {
  const { info } = input;
  const held: HeldGroup[] = input.logs.map((log) => ({ log, keeper: keeper() }));
  const answers = new Map<string, Answer>();
  const note = (predicates: readonly TextPredicate[], firstBit: number): void => {
    predicates.forEach((predicate, i) => {
      const only = predicate.only === undefined ? null : new Set(predicate.only);
      answers.set(predicateKey(predicate), { bit: firstBit + i, only });
    });
  };
  note(input.predicates, 0);
  const programs = new WeakMap<Policy, Program>();

  const programOf = (policy: Policy): Program => {
    const known = programs.get(policy);
    if (known !== undefined) return known;
    const made = compile(policy);
    programs.set(policy, made);
    return made;
  };
  const bits = (): ReadonlyMap<string, number> => new Map([...answers].map(([key, { bit }]) => [key, bit]));

  const unanswered = (policy: Policy): TextPredicate[] =>
    programOf(policy).textPredicates.filter((predicate) => {
      const known = answers.get(predicateKey(predicate));
      if (known === undefined) return true;
      const { only } = known;
      return only !== null && (predicate.only ?? SIGNALS).some((signal) => !only.has(signal));
    });

  const bind = (policy: Policy, options: SimulationOptions): { group: HeldGroup; name: string | null }[] => {
    const names = bindGroups(
      policy,
      held.map(({ log }) => log),
      options,
    );
    return held.map((group, i) => ({ group, name: names[i] ?? null }));
  };

  function* groups(policy: Policy, options: SimulationOptions = {}): Generator<GroupOutcome, void, undefined> {
    const missing = unanswered(policy);
    if (missing.length > 0) throw new Error(`${missing.length} text predicates of the policy are not answered yet`);
    const program = programOf(policy);
    const known = bits();
    const bound = bind(policy, options);
    const ordered = [
      ...bound.filter(({ group }) => group.log.group === options.first),
      ...bound.filter(({ group }) => group.log.group !== options.first),
    ];
    for (const { group, name } of ordered) {
      if (name === null) continue;
      const roster = input.rosterOf?.(name) ?? [];
      const own = groupProgram(program, name);
      group.keeper.begin();
      // Another policy group may have another roster, and everything depends on who is staff.
      const keep = group.keeper.under(`${name} ${shapeKey(own.roles)}`);
      yield runStages(openStore({ log: group.log, info, roster, program: own, bits: known }, keep), own, options);
    }
  }

  return {
    unanswered,
    answer(predicates, bitsOf) {
      const words = held[0]?.log.textBits.length ?? 0;
      for (const group of held) {
        group.log = { ...group.log, textBits: [...group.log.textBits, ...bitsOf(group.log.group)] };
      }
      note(predicates, 32 * words);
    },
    groups,
    run(policy, options = {}) {
      const outcomes = [...groups(policy, options)];
      const unbound = bind(policy, options).flatMap(({ group: { log }, name }) =>
        name === null ? [{ group: log.group, groupName: log.groupName, events: log.length }] : [],
      );
      return assemble(policy, summary(info, held), outcomes, unbound);
    },
  };
}

function summary(info: LogInfo, held: readonly HeldGroup[]): LogSummary {
  const message = SIGNALS.indexOf('message');
  return {
    files: info.files,
    shows: info.shows,
    complete: info.complete,
    events: held.reduce((sum, { log }) => sum + log.length, 0),
    messages: held.reduce((sum, { log, keeper: kept }) => sum + kept.messages(() => countKind(log, message)), 0),
  };
}

function countKind(log: GroupLog, kind: number): number {
  let count = 0;
  for (let event = 0; event < log.length; event += 1) if (log.kind[event] === kind) count += 1;
  return count;
}
