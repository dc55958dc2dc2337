/** Our own schema in every text form, as formats. The database reads Parquet (`sources/parquet.ts`). */
import type { Format } from '../format.ts';
import { readDelimited } from './delimited.ts';
import { readEventArray, readEventLines } from './json.ts';

export const EVENTS_CSV: Format = {
  name: 'csv',
  read: readDelimited,
};

export const EVENTS_TSV: Format = {
  name: 'tsv',
  read: readDelimited,
};

export const EVENTS_JSONL: Format = { name: 'jsonl', read: readEventLines };

export const EVENTS_JSON: Format = { name: 'json', read: readEventArray };
