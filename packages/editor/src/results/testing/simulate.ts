/** Rules as text and events as lines of text → what a run gives. */

import { type LogInfo, SIGNALS, type Signal } from '@steward/events';
import { checkWorkspace, memoryFileSystem } from '@steward/language';
import { assemble, bindGroups, columnsFromEvents, compile, type EventRow, runGroup } from '@steward/simulator';
import type { Locale } from '@steward/text';
import type { ResultsInput } from '../input.ts';

export interface Setting {
  shows?: Signal[];
  /** The log holds all that ever happened. */
  complete?: boolean;
  locale?: Locale;
  histories?: boolean;
}

/** @param events `2025-03-01T10:00 vip-1 lily message some words`, in UTC. */
export function simulated(text: string, events: string, setting: Setting = {}): ResultsInput {
  const { policy, diagnostics } = checkWorkspace(['test.group'], memoryFileSystem({ 'test.group': text }));
  if (policy === null) throw new Error(diagnostics.map(({ message }) => message.en).join('\n'));
  const program = compile(policy);
  const logs = columnsFromEvents(rowsOf(events), program.textPredicates);
  const { shows = [...SIGNALS], complete = false, locale = 'en', histories = true } = setting;
  const info: LogInfo = { files: ['log.csv'], shows, roles: false, complete };
  const names = bindGroups(policy, logs);
  const outcomes = logs.flatMap((log, i) => {
    const name = names[i] ?? null;
    return name === null ? [] : [runGroup(program, name, log, info, [], { memberHistories: histories })];
  });
  const events_ = logs.reduce((sum, log) => sum + log.length, 0);
  return { policy, outcome: assemble(policy, { ...info, events: events_, messages: 0 }, outcomes, []), locale };
}

function rowsOf(events: string): EventRow[] {
  return events
    .trim()
    .split('\n')
    .map((line) => {
      const [at = '', group = '', member = '', kind = '', ...text] = line.trim().split(' ');
      const signal = SIGNALS.find((one) => one === kind);
      if (signal === undefined) throw new Error(`no signal in ${line}`);
      return { ts: Date.parse(`${at}Z`) * 1_000, group, member, kind: signal, text: text.join(' ') };
    });
}
