/** Which format a file is in: by what the user said, else by its name and its beginning. */
import { firstBytes } from '../input/bytes.ts';
import { formatEnding } from '../input/paths.ts';
import { delimiterOf } from '../input/table.ts';
import { foreignExport, unknownFormat, unknownJson } from '../problems/file-problems.ts';
import { LogError } from '../problems/problem.ts';
import { fieldNamed } from '../schema/fields.ts';
import { CHATLOG, looksLikeChatlog } from './chatlog/chatlog.ts';
import { EVENTS_CSV, EVENTS_JSON, EVENTS_JSONL, EVENTS_TSV } from './events/events.ts';
import { foreignFormat } from './foreign.ts';
import type { Format } from './format.ts';
import { GITTER, looksLikeGitter } from './gitter/gitter.ts';
import { headOf } from './head.ts';
import { otherJson } from './other-json.ts';
import { looksLikeWecom, WECOM } from './wecom/wecom.ts';
import { looksLikeWeflow, WEFLOW } from './weflow/weflow.ts';

/** Parquet is read by the database; every other format by its importer. */
export type Reading = { kind: 'parquet' } | { kind: 'text'; format: Format };

const FORMATS: readonly Format[] = [EVENTS_JSONL, EVENTS_JSON, EVENTS_CSV, EVENTS_TSV, GITTER, WECOM, CHATLOG, WEFLOW];

/** Names for `--from`. `events` is our own schema in whatever form the file has. */
export const FORMAT_NAMES: readonly string[] = ['auto', 'events', 'parquet', ...FORMATS.map((format) => format.name)];

const OWN_SCHEMA = 'events';

/** @throws LogError if the name is unknown, or the file is in no known format or in one that is known not to be read */
export async function readingOf(file: string, name: string): Promise<Reading> {
  if (!FORMAT_NAMES.includes(name)) throw new LogError([unknownFormat(file, FORMAT_NAMES)]);
  if (name === 'parquet') return { kind: 'parquet' };
  const magic = await firstBytes(file, 4);
  const named = FORMATS.find((format) => format.name === name);
  if (named === undefined && (magic.toString('latin1') === 'PAR1' || formatEnding(file) === '.parquet')) {
    return { kind: 'parquet' };
  }
  const head = await headOf(file);
  const format = named ?? detectedBy(file, name, head);
  refuseOthers(file, head, format);
  if (format === null) throw new LogError([unknownFormat(file, FORMAT_NAMES)]);
  return { kind: 'text', format };
}

/** @throws LogError for what would be read as a broken file of the format, and is a sound one of another */
function refuseOthers(file: string, head: string, format: Format | null): void {
  const foreign = foreignFormat(head);
  if (foreign !== null) throw new LogError([foreignExport(file, foreign.what, foreign.advice)]);
  const found = format === WEFLOW || format === WECOM ? null : otherJson(head);
  if (found !== null) throw new LogError([unknownJson(file, found)]);
}

function detectedBy(file: string, name: string, head: string): Format | null {
  // An empty file is of the format its name says, and a log without events.
  if (head.trim() === '') return OWN_BY_ENDING[formatEnding(file)] ?? EVENTS_JSONL;
  const own = ownSchema(file, head);
  if (name === OWN_SCHEMA) return own;
  return foreign(head) ?? own;
}

function foreign(head: string): Format | null {
  if (looksLikeGitter(firstLineOf(head))) return GITTER;
  if (looksLikeWecom(head)) return WECOM;
  if (looksLikeChatlog(head)) return CHATLOG;
  if (looksLikeWeflow(head)) return WEFLOW;
  return null;
}

/** The first line that is not blank. */
function firstLineOf(head: string): string {
  return (
    head
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trimEnd() ?? ''
  );
}

const OWN_BY_ENDING: Readonly<Record<string, Format>> = {
  '.jsonl': EVENTS_JSONL,
  '.ndjson': EVENTS_JSONL,
  '.json': EVENTS_JSON,
  '.csv': EVENTS_CSV,
  '.tsv': EVENTS_TSV,
};

function ownSchema(file: string, head: string): Format | null {
  const start = head.trimStart();
  const first = firstLineOf(head);
  if (start.startsWith('[')) return EVENTS_JSON;
  if (start.startsWith('{')) return EVENTS_JSONL;
  const named = OWN_BY_ENDING[formatEnding(file)];
  if (named === EVENTS_CSV || named === EVENTS_TSV) return delimiterOf(first) === '\t' ? EVENTS_TSV : EVENTS_CSV;
  if (named !== undefined) return named;
  const delimiter = delimiterOf(first);
  if (!first.split(delimiter).some((column) => fieldNamed(column) === 'ts')) return null;
  return delimiter === '\t' ? EVENTS_TSV : EVENTS_CSV;
}
