/** How cases about risks are written, and their incidents read. */
import type { Risk } from '@steward/policy';
import type { GroupOutcome } from '@steward/simulator';
import { micros } from '../log-builder.ts';
import type { HandCase } from './case.ts';

/** A tail long enough for hour windows to run out within the log. */
export const COVERS = { from: micros('2025-03-01T00:00'), to: micros('2025-03-02T12:00') };

/** `id opened-closed by`, times of the first day without their ends. */
export function incidents(outcome: GroupOutcome): string[] {
  return outcome.risks.flatMap((each) =>
    each.incidents.map((incident) => {
      const reopened = incident.reopened.map((at) => ` again ${short(at)}`).join('');
      const from = incident.escalatedFrom === null ? '' : ` from ${incident.escalatedFrom}`;
      const ladder = incident.escalations.map((step) => ` ${step.rule} ${short(step.at)} ${step.to}`).join('');
      return `${incident.id} ${short(incident.opened)}-${short(incident.closed)} ${incident.closedBy}${reopened}${from}${ladder}`;
    }),
  );
}

function short(at: string | null): string {
  return at === null
    ? 'open'
    : at
        .replace('2025-03-', '')
        .replace('Z', '')
        .replace(/(:00)?\.000$/, '');
}

export function risks(...list: Risk[]): HandCase['group'] {
  return { risks: list };
}
