/** Why a clause was unknown at an instant: `SEMANTICS.md`, "Why unknown". */
import { SIGNALS } from '@steward/events';
import type { EventField } from '@steward/policy';
import { withCategories } from '../columns/doubt.ts';
import type { Unknowns } from '../outcome/unknowns.ts';
import type { Clause } from '../program/plan.ts';
import type { GroupStore } from './store.ts';
import type { WindowReader } from './time/windows.ts';

export type Reason = keyof Unknowns['reasons'];

export function reasonAt(store: GroupStore, clause: Clause, windows: WindowReader, instant: number): Reason {
  if (!store.shows(clause.signals)) return 'missingSignal';
  const doubt = doubtOf(store, clause.fields);
  if (doubt !== null) return doubt;
  const uncovered = clause.windows.some(({ window, earlier }) => !windows.span(window, earlier, instant).covered);
  if (uncovered) return 'beforeLog';
  if (clause.usesStart && !store.info.complete) return 'unknownStart';
  const running = clause.periods.some((window) => windows.span(window, false, instant).running);
  return running ? 'periodRunning' : 'noBase';
}

/** Which unknown property of some event the fields depend on; null if none. */
export function doubtOf(store: GroupStore, fields: readonly EventField[]): 'unknownRole' | 'unknownMedia' | null {
  const { doubtful, declared } = store.filter;
  if (doubtful.size === 0) return null;
  const hangsOn = (field: 'role' | 'media'): boolean => {
    const one = new Set<EventField>([field]);
    return doubtful.has(field) && fields.some((read) => withCategories(one, declared).has(read));
  };
  if (hangsOn('role')) return 'unknownRole';
  return hangsOn('media') ? 'unknownMedia' : null;
}

export function noUnknowns(store: GroupStore, signals: Unknowns['missingSignals']): Unknowns {
  return {
    evaluations: 0,
    unknown: 0,
    missingSignals: signals.filter((signal) => !store.shows([signal])),
    reasons: {
      missingSignal: 0,
      unknownRole: 0,
      unknownMedia: 0,
      beforeLog: 0,
      unknownStart: 0,
      periodRunning: 0,
      noBase: 0,
    },
  };
}

/** Adds unknown evaluations with one reason. */
export function noteUnknown(unknowns: Unknowns, reason: Reason, times = 1): void {
  unknowns.unknown += times;
  unknowns.reasons[reason] += times;
}

/** Base signals that any of the clauses reads, in SIGNALS order. */
export function signalsOf(clauses: readonly Clause[]): Unknowns['missingSignals'] {
  const read = new Set(clauses.flatMap((clause) => clause.signals));
  return SIGNALS.filter((signal) => read.has(signal));
}
