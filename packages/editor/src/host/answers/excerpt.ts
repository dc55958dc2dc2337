/** The events around a place in a log, as readable text. */

import { fileURLToPath } from 'node:url';
import { type GroupLog, MEDIA, NO_MEDIA, NONE, ROLES, SIGNALS } from '@steward/events';
import { localTime } from '@steward/report';
import { instantText } from '@steward/time';
import type { EvidencePlace, Excerpt } from '../../protocol.ts';
import type { Finished, Part } from '../finished.ts';
import { type HostWords, Refusal } from '../words.ts';

/** Events of the same group shown before and after. */
const AROUND = 50;

interface EventLocation {
  part: Part;
  log: GroupLog;
  event: number;
}

/** @throws Refusal if the file is not one of the open logs or the line has no event */
export async function excerpt(
  { outcome, parts }: Finished,
  { uri, line }: EvidencePlace,
  words: HostWords,
): Promise<Excerpt> {
  const path = fileURLToPath(uri);
  const file = outcome.log.files.indexOf(path);
  if (file < 0) throw new Refusal(words.noSuchFile(path));
  const found = eventAt(parts, file, line);
  if (found === null) throw new Refusal(words.noSuchLine(path, line));
  const { part, log, event } = found;
  const first = Math.max(0, event - AROUND);
  const events = Array.from({ length: Math.min(log.length, event + AROUND + 1) - first }, (_, i) => first + i);
  const places = events.map((one) => ({ file: log.sourceFile[one] ?? 0, line: log.sourceLine[one] ?? 0 }));
  const said = await part.held.identify(places);
  const zone = outcome.groups.find(({ group }) => group === log.group)?.timezone ?? 'UTC';
  const lines = events.map((one, i) => eventLine(log, one, said[i]?.text ?? null, zone));
  return { text: `${lines.join('\n')}\n`, line: event - first };
}

function eventAt(parts: readonly Part[], file: number, line: number): EventLocation | null {
  for (const part of parts.filter(({ held }) => held.holds(file))) {
    for (const log of part.held.heldLogs()) {
      const { sourceFile, sourceLine } = log;
      for (let event = sourceLine.indexOf(line); event >= 0; event = sourceLine.indexOf(line, event + 1)) {
        if (sourceFile[event] === file) return { part, log, event };
      }
    }
  }
  return null;
}

/** `2025-03-03 20:01  Ann (staff)  message image  the text` */
function eventLine(log: GroupLog, event: number, text: string | null, zone: string): string {
  const instant = instantText(log.ts[event] ?? 0);
  const number = log.member[event] ?? NONE;
  const member = log.members[number];
  const role = ROLES[log.role[event] ?? 0] ?? 'member';
  const media = log.media[event] ?? NO_MEDIA;
  const parts = [
    localTime(instant, zone),
    member === undefined ? '—' : `${member.name ?? member.id}${role === 'member' ? '' : ` (${role})`}`,
    [SIGNALS[log.kind[event] ?? 0], media === NO_MEDIA ? null : MEDIA[media]].filter((one) => one != null).join(' '),
    (text ?? '').replace(/\s+/g, ' ').trim(),
  ];
  return parts.filter((part) => part !== '').join('  ');
}
