/** The command line that reproduces what the editor shows. */
import { basename } from 'node:path';
import type { Finished } from './finished.ts';
import type { Hello } from './messages.ts';

export function commandFor({ file }: Hello, { parts, outcome }: Finished): string {
  const logs = parts.filter(({ source }) => source.explicit).flatMap(({ source }) => source.log?.paths ?? []);
  const groups = [...new Set(outcome.groups.map(({ policy }) => policy))];
  const only = groups.length === 1 ? groups : [];
  const words = [
    'steward simulate',
    quoted(basename(file)),
    ...logs.map((path) => `--log ${quoted(path)}`),
    ...only.map((group) => `--group ${quoted(group)}`),
  ];
  return words.join(' ');
}

function quoted(text: string): string {
  return /^[\w./:@%+,=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
