/** A history as a `scenario` block that replays it and expects what it shows. */
import type { History, HistoryEvent } from '../realise/history.ts';
import { DAY_SECONDS } from '../realise/history.ts';

/** A signal that no measure of the policy reads closes the log, so that its last day is the one looked at. */
const CLOSING = ['resolve', 'campaign', 'recall', 'complaint'] as const;
const CLOSER = '群管家';

export interface ScenarioRequest {
  title: string;
  group: string;
  history: History;
  /** Base signals that some measure reads. */
  read: ReadonlySet<string>;
  /** `tier Active of "小李"`, with `no ` before it where it must not be; each on the last day. */
  expectations: readonly string[];
}

/** @returns null where every signal that could close the log is read by some measure */
export function scenarioText(request: ScenarioRequest): string | null {
  const { history, title, group, read, expectations } = request;
  const rows = history.events.map((event) => rowText(event, history));
  if (history.events.every(({ day }) => day !== 0)) {
    const signal = CLOSING.find((candidate) => !read.has(candidate));
    if (signal === undefined) return null;
    const event: HistoryEvent = {
      member: CLOSER,
      signal,
      fields: { role: 'bot' },
      day: 0,
      second: DAY_SECONDS - 60,
      times: 1,
    };
    rows.push(rowText(event, history));
  }
  const today = dateText(history, 0);
  return [
    `scenario ${quoted(title)} for ${group} {`,
    '  given {',
    ...rows.map((row) => `    ${row}`),
    '  }',
    ...expectations.map((expectation) => `  expect ${expectation} on ${today}`),
    '}',
    '',
  ].join('\n');
}

function rowText({ member, signal, fields, day, second, times }: HistoryEvent, history: History): string {
  const given = Object.entries(fields).map(
    ([field, value]) => `${field} = ${typeof value === 'number' ? value : wordOrText(field, value)}`,
  );
  const repeated = times > 1 ? [`x ${times}`] : [];
  const at = `${dateText(history, day)}T${clockText(second)}`;
  return [at, quoted(member), signal, given.join(', '), ...repeated].filter((part) => part !== '').join(' ');
}

/** Values of closed sets are words of the language; everything else is text. */
function wordOrText(field: string, value: string): string {
  return field === 'role' || field === 'media' ? value : quoted(value);
}

function dateText(history: History, day: number): string {
  return new Date(history.date - day * DAY_SECONDS * 1_000).toISOString().slice(0, 10);
}

function clockText(second: number): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  const clock = `${pad(Math.floor(second / 3_600))}:${pad(Math.floor(second / 60) % 60)}`;
  return second % 60 === 0 ? clock : `${clock}:${pad(second % 60)}`;
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}
