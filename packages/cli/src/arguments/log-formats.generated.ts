/** Generated from the folders of packages/logs/src/formats; do not edit. */

/** What `--from` takes: known without loading the reader of logs. */
export const LOG_FORMATS: readonly string[] = [
  'auto',
  'events',
  'parquet',
  'jsonl',
  'json',
  'csv',
  'tsv',
  'chatlog',
  'gitter',
  'wecom',
  'weflow',
];
