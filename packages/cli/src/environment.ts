/** What the surroundings say about language, colours and width. Pure: the environment is an argument. */
import type { Locale } from '@steward/text';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The first that is set of `LC_ALL`, `LC_MESSAGES`, `LANG`; where none is, what the system says. */
export function localeOf(environment: Environment, systemLocale: () => string): Locale {
  const set = [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']].find(
    (value) => value !== undefined && value !== '',
  );
  return (set ?? systemLocale()).toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/**
 * Whether a stream is coloured: an option decides, then `NO_COLOR`, then `FORCE_COLOR`, then whether it is a terminal.
 * @param option `--color` true, `--no-color` false, neither null
 */
export function colored(option: boolean | null, environment: Environment, terminal: boolean): boolean {
  if (option !== null) return option;
  if ((environment['NO_COLOR'] ?? '') !== '') return false;
  const forced = environment['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  return terminal && environment['TERM'] !== 'dumb';
}

const USUAL_WIDTH = 100;

/** Cells of a line: the terminal's, else `COLUMNS`, else a usual width. */
export function widthOf(environment: Environment, columns: number | undefined): number {
  if (columns !== undefined && columns > 0) return columns;
  const reported = Number(environment['COLUMNS']);
  return Number.isInteger(reported) && reported > 0 ? reported : USUAL_WIDTH;
}
