/**
 * The pattern engine of the simulator, for use by the checker: a pattern accepted here runs there.
 *
 * - Loaded on the first pattern: most files have none, and loading takes a tenth of the start-up time.
 * - Caches compiled patterns: an editor asks for the same ones on every keystroke.
 */
import type { RE2JS, RE2JSSyntaxException } from 're2js';

type Engine = typeof import('re2js');

/** Why a pattern was rejected, in the engine's words (`invalid escape sequence`), and the piece it failed on. */
export interface Refusal {
  error: string;
  input: string | null;
}

export type Compiled = { kind: 'pattern'; pattern: RE2JS } | { kind: 'refused'; refusal: Refusal };

const MOST_KEPT = 2_000;

let loaded: Engine | null = null;
const compiled = new Map<string, Compiled>();

/** @param pattern in RE2 syntax, without slashes */
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

/** Anything the engine throws means that it cannot run the pattern, even if the cause is a bug in the engine. */
function refusalOf(error: unknown, engine: Engine): Refusal {
  if (isSyntaxException(error, engine)) return { error: error.error, input: error.input };
  return { error: error instanceof Error ? error.message : String(error), input: null };
}

function isSyntaxException(error: unknown, engine: Engine): error is RE2JSSyntaxException {
  return error instanceof engine.RE2JSSyntaxException;
}

/** Checks are synchronous, so `import()` is no option. A bundle has a `require` that finds the engine inside it; a module has none. */
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
