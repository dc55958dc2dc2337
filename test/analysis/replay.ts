/** Runs the scenario that a witness comes with, as the simulator runs any log. */
import type { LogInfo, Signal } from '@steward/events';
import { SIGNALS } from '@steward/events';
import { Checker, memoryFileSystem } from '@steward/language';
import type { Policy, Scenario, ScenarioEvent } from '@steward/policy';
import { columnsFromEvents, compile, type EventRow, runGroup, type TierOrNone } from '@steward/simulator';

/** Asia/Shanghai, the time zone of a group that names none, keeps one offset. */
const OFFSET_HOURS = 8;

const checker = new Checker();

export function checked(source: string): Policy {
  const { policy, diagnostics } = checker.check(['main.group'], memoryFileSystem({ 'main.group': source }), {
    rules: [],
  });
  if (policy !== null) return policy;
  throw new Error(
    `${source}\n${diagnostics.map(({ range, message }) => `${range.startLine}: ${message.en}`).join('\n')}`,
  );
}

/** @returns the tier of the member at the end of the scenario's last day */
export function replay(source: string, scenarioText: string, member: string): TierOrNone | null {
  const policy = checked(`${source}\n${scenarioText}`);
  const scenario = policy.scenarios.at(-1);
  if (scenario === undefined) throw new Error('no scenario');
  const rows = scenario.events.flatMap((event) => rowsOf(event, scenario));
  const program = compile(policy);
  const [log] = columnsFromEvents(rows, program.textPredicates);
  if (log === undefined) throw new Error('no events');
  const info: LogInfo = { files: ['scenario'], shows: [...SIGNALS], complete: true };
  const outcome = runGroup(program, scenario.group, log, info, [], { memberHistories: true });
  return outcome.memberHistories?.find((history) => history.member === member)?.stretches.at(-1)?.state ?? null;
}

function rowsOf({ at, member, signal, fields, times }: ScenarioEvent, { group }: Scenario): EventRow[] {
  const seconds = at.length === 16 ? `${at}:00` : at;
  const given = Object.fromEntries(fields.map(({ field, value }) => [field, value]));
  const row: EventRow = {
    ts: (Date.parse(`${seconds}Z`) - OFFSET_HOURS * 3_600_000) * 1_000,
    group,
    kind: SIGNALS.find((known): known is Signal => known === signal) ?? 'message',
    ...given,
    member,
    ...(given['amount'] === undefined ? {} : { amount: Number(given['amount']) }),
  };
  return Array.from({ length: times }, () => row);
}
