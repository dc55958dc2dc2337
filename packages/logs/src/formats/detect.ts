/** Detects a file's format: the one the user names, else by file name and content. */
import { type Bilingual, choice } from '@steward/text';
import { firstBytes } from '../input/bytes.ts';
import { formatEnding } from '../input/paths.ts';
import { delimiterOf } from '../input/table.ts';
import { foreignExport, unknownFormat, unknownJson } from '../problems/file-problems.ts';
import { LogError } from '../problems/problem.ts';
import { fieldNamed } from '../schema/fields.ts';
import { EXPORTS } from './all.generated.ts';
import { EVENTS_CSV, EVENTS_JSON, EVENTS_JSONL, EVENTS_TSV } from './events/events.ts';
import { foreignFormat } from './foreign.ts';
import type { Format } from './format.ts';
import { headOf } from './head.ts';
import { otherJson } from './other-json.ts';

/** The database reads Parquet; an importer reads every other format. */
export type Reading = { kind: 'parquet' } | { kind: 'text'; format: Format };

const FORMATS: readonly Format[] = [EVENTS_JSONL, EVENTS_JSON, EVENTS_CSV, EVENTS_TSV, ...EXPORTS];

/** Names for `--from`. `events` is our own schema in any file type. */
export const FORMAT_NAMES: readonly string[] = ['auto', 'events', 'parquet', ...FORMATS.map((format) => format.name)];

const OWN_SCHEMA = 'events';

/** Everything we can read, for the message about a file that we cannot. */
const READ: Bilingual = {
  en: `events in Steward’s own schema (JSONL, JSON, CSV, TSV, Parquet), or an export of ${choice.en(EXPORTS.map(({ about }) => about.en))}`,
  zh: `Steward 自己的事件格式（JSONL、JSON、CSV、TSV、Parquet），或 ${EXPORTS.map(({ about }) => about.zh).join('、')} 的导出文件`,
};

/** @throws LogError if the name is unknown, or the file has an unknown or unsupported format */
export async function readingOf(file: string, name: string): Promise<Reading> {
  if (!FORMAT_NAMES.includes(name)) throw new LogError([unknownFormat(file, READ, FORMAT_NAMES)]);
  if (name === 'parquet') return { kind: 'parquet' };
  const magic = await firstBytes(file, 4);
  const named = FORMATS.find((format) => format.name === name);
  if (named === undefined && (magic.toString('latin1') === 'PAR1' || formatEnding(file) === '.parquet')) {
    return { kind: 'parquet' };
  }
  const head = await headOf(file);
  const format = named ?? detectedBy(file, name, head);
  refuseOthers(file, head, format);
  if (format === null) throw new LogError([unknownFormat(file, READ, FORMAT_NAMES)]);
  return { kind: 'text', format };
}

/** @throws LogError for an intact file of another format that would be read as a broken one of this format */
function refuseOthers(file: string, head: string, format: Format | null): void {
  const foreign = foreignFormat(head);
  if (foreign !== null) throw new LogError([foreignExport(file, READ, foreign.what, foreign.advice)]);
  const isOwn = EXPORTS.some((one) => one === format && one.anyJson === true);
  const found = isOwn ? null : otherJson(head);
  if (found !== null) throw new LogError([unknownJson(file, READ, found)]);
}

function detectedBy(file: string, name: string, head: string): Format | null {
  // An empty file has the format that its name suggests, and no events.
  if (head.trim() === '') return OWN_BY_ENDING[formatEnding(file)] ?? EVENTS_JSONL;
  const own = ownSchema(file, head);
  if (name === OWN_SCHEMA) return own;
  return exportIn(head) ?? own;
}

function exportIn(head: string): Format | null {
  const first = firstLineOf(head);
  return EXPORTS.find((format) => format.matches(head, first)) ?? null;
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
