/**
 * The pattern engine that simulations run, for the checker: what it accepts here runs there.
 *
 * - Loaded by the first pattern that is met: most files have none, and loading it takes a tenth of a start.
 * - Compiled patterns are kept: an editor asks for the same ones at every keystroke.
 */
import type { RE2JS, RE2JSSyntaxException } from 're2js';

type Engine = typeof import('re2js');

/** Why a pattern was refused, in the engine's own words: `invalid escape sequence`, and the piece that it stumbled over. */
export interface Refusal {
  error: string;
  input: string | null;
}

export type Compiled = { kind: 'pattern'; pattern: RE2JS } | { kind: 'refused'; refusal: Refusal };

const MOST_KEPT = 2_000;

let loaded: Engine | null = null;
const compiled = new Map<string, Compiled>();

/** @param pattern in RE2's syntax, without slashes */
export function compilePattern(pattern: string, ignoreCase: boolean): Compiled {
  const key = `${ignoreCase ? 'i' : '-'}${pattern}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  if (compiled.size >= MOST_KEPT) compiled.clear();
  const made = compile(pattern, ignoreCase);
  compiled.set(key, made);
  return made;
}

function compile(pattern: string, ignoreCase: boolean): Compiled {
  const engine = load();
  try {
    return {
      kind: 'pattern',
      pattern: engine.RE2JS.compile(pattern, ignoreCase ? engine.RE2JS.CASE_INSENSITIVE : 0),
    };
  } catch (error) {
    return { kind: 'refused', refusal: refusalOf(error, engine) };
  }
}

/** Whatever the engine throws means that it cannot run the pattern, also where that is a fault of its own. */
function refusalOf(error: unknown, engine: Engine): Refusal {
  if (isSyntaxException(error, engine)) return { error: error.error, input: error.input };
  return { error: error instanceof Error ? error.message : String(error), input: null };
}

function isSyntaxException(error: unknown, engine: Engine): error is RE2JSSyntaxException {
  return error instanceof engine.RE2JSSyntaxException;
}

/** Checks are synchronous, so `import()` will not do. A bundle has a `require` that finds the engine inside it; a module has none. */
function load(): Engine {
  loaded ??= typeof require === 'function' ? bundled() : installed();
  return loaded;
}

function bundled(): Engine {
  return require('re2js');
}

function installed(): Engine {
  return process.getBuiltinModule('node:module').createRequire(import.meta.url)('re2js');
}
