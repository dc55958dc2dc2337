/** Language, colours and width from the environment. Pure: the environment is an argument. */
import type { Locale } from '@steward/text';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set, or else the system's locale. */
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

/** Width of a line in cells: the terminal's, else `COLUMNS`, else a default. */
export function widthOf(environment: Environment, columns: number | undefined): number {
  if (columns !== undefined && columns > 0) return columns;
  const reported = Number(environment['COLUMNS']);
  return Number.isInteger(reported) && reported > 0 ? reported : USUAL_WIDTH;
}
