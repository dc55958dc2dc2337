/** The command line that shows one group of a run in detail. */
import type { SimulateOptions } from './options.ts';

/** An argument, quoted for a shell. */
export function quoted(text: string): string {
  return /^[\w./:@%+,=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** Ready for a shell. */
export function commandFor(command: 'simulate' | 'explain', options: SimulateOptions, group: string): string {
  const logs = options.logs.map((log) => ` --log ${quoted(log)}`).join('');
  const from = options.from === null ? '' : ` --from ${quoted(options.from)}`;
  return `steward ${command} ${quoted(options.file)}${logs}${from} --group ${quoted(group)}`;
}
