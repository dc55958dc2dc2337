/**
 * `steward.config.json`: what a team always passes, once. The nearest one from the working folder upward counts, as far as
 * the repository goes and the same owner.
 *
 * - Options are listed under their command's name and are named as on the command line, which overrides them.
 * - Paths in it are meant from its own folder; the rules it names lie inside that, because a repository may come from anyone.
 * - Reading it never throws: what is wrong with it is returned, and reported when a command runs.
 */
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { nodeFileSystem } from '@steward/language/node';
import { holdsOwn, ownFoldersUpward } from '@steward/language/own-folders';
import type { Bilingual, Locale } from '@steward/text';
import type { CommandSpecification, OptionSpecification } from '../arguments/specification.ts';

const CONFIG_NAME = 'steward.config.json';

/** The severity that a team wants for a finding; `off` hides it. Errors stay errors: a file with errors cannot run. */
export type ConfiguredSeverity = 'off' | 'info' | 'warning' | 'error';
export const SEVERITIES: readonly ConfiguredSeverity[] = ['off', 'info', 'warning', 'error'];

export interface Config {
  /** The file's path as shown to the user; null if there is no config. */
  path: string | null;
  lang: Locale | null;
  /** Paths to use if the command line names none, relative to the working folder; null if the config names none. */
  paths: readonly string[] | null;
  /** Folders that rules may name files in, besides their own. */
  roots: readonly string[];
  severity: ReadonlyMap<string, ConfiguredSeverity>;
  /** By command, then by option: values as on the command line; a flag has one empty value. */
  options: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
}

export const NO_CONFIG: Config = {
  path: null,
  lang: null,
  paths: null,
  roots: [],
  severity: new Map(),
  options: new Map(),
};

/** Options about a single run are set on the command line, as is everything that writes. */
const ONLY_SAID: ReadonlySet<string> = new Set([
  'dry-run',
  'stdin-name',
  'watch',
  'stdio',
  'node-ipc',
  'clientProcessId',
  'check',
]);

/** Values that are paths relative to the config's folder. */
const PATHS: ReadonlySet<string> = new Set(['FILE', 'FOLDER']);

/** What is wrong; `places.ts` finds the position when it is reported. */
export type UnplacedFault = { path: string } & (
  | { what: 'unreadable'; reason: Bilingual }
  | { what: 'syntax'; text: string }
  | { what: 'depth'; text: string; offset: number }
  | { what: 'unknown' | 'value' | 'said' | 'outside'; text: string; keys: Keys; expected: string }
);

/** The path of a value: keys of objects and indexes of arrays. */
type Keys = readonly (string | number)[];

/** Nesting depth; a config needs three levels. */
export const DEEPEST_JSON = 60;

export function configurable(command: CommandSpecification): OptionSpecification[] {
  if (command.onlySaid === true) return [];
  return command.options.filter(({ name, writes }) => writes !== true && !ONLY_SAID.has(name));
}

/** The config that applies in `folder`, or what is wrong with it. */
export function configFor(folder: string, commands: readonly CommandSpecification[]): Config | UnplacedFault {
  const path = nearest(folder);
  if (path === null) return NO_CONFIG;
  const shownPath = relative(folder, path);
  const content = nodeFileSystem.read(path, 'config');
  if (content.kind === 'unreadable') return { path: shownPath, what: 'unreadable', reason: content.reason };
  // It went away since it was found.
  if (content.kind !== 'text') return NO_CONFIG;
  return new Reader(content.text, shownPath, commands).read();
}

/** Stops at the repository's root, and skips files owned by another user, which may say anything, and links in place of the file. */
function nearest(folder: string): string | null {
  const holder = ownFoldersUpward(folder).find((one) => holdsOwn(one, CONFIG_NAME, { link: false }));
  return holder === undefined ? null : join(holder, CONFIG_NAME);
}

class Fault extends Error {
  readonly fault: UnplacedFault;

  constructor(fault: UnplacedFault) {
    super(fault.what);
    this.fault = fault;
  }
}

class Reader {
  private readonly text: string;
  private readonly path: string;
  private readonly commands: readonly CommandSpecification[];

  constructor(text: string, path: string, commands: readonly CommandSpecification[]) {
    this.text = text;
    this.path = path;
    this.commands = commands;
  }

  read(): Config | UnplacedFault {
    try {
      return this.config(this.parsed());
    } catch (error) {
      if (error instanceof Fault) return error.fault;
      throw error;
    }
  }

  private parsed(): unknown {
    // Walking an endlessly nested tree would exhaust the stack.
    const offset = tooDeepAt(this.text);
    if (offset !== null) throw new Fault({ path: this.path, what: 'depth', text: this.text, offset });
    try {
      return JSON.parse(this.text);
    } catch {
      throw new Fault({ path: this.path, what: 'syntax', text: this.text });
    }
  }

  private config(value: unknown): Config {
    const config = this.object(value, []);
    const known = ['$schema', 'lang', 'paths', 'roots', 'severity', ...this.commands.map(({ name }) => name)];
    for (const key of config.keys())
      if (!known.includes(key)) throw this.fault([key], 'unknown', known.slice(1).join(', '));
    const given = (key: string, absent: unknown): unknown => (config.has(key) ? config.get(key) : absent);
    return {
      path: this.path,
      lang: config.has('lang') ? this.choice<Locale>(config.get('lang'), ['lang'], ['en', 'zh']) : null,
      paths: config.has('paths') ? this.pathsInside(config.get('paths')) : null,
      roots: this.strings(given('roots', []), ['roots']).map((path) => this.fromHere(path)),
      severity: new Map(
        [...this.object(given('severity', {}), ['severity'])].map(([code, severity]) => [
          code,
          this.choice(severity, ['severity', code], SEVERITIES),
        ]),
      ),
      options: new Map(
        this.commands.map((command) => [command.name, this.optionsOf(command, given(command.name, {}))]),
      ),
    };
  }

  private optionsOf(command: CommandSpecification, value: unknown): Map<string, readonly string[]> {
    const options = configurable(command);
    const entries = [...this.object(value, [command.name])].map(([name, given]): [string, readonly string[]] => {
      const option = options.find((candidate) => candidate.name === name);
      const keys = [command.name, name];
      const isSaid = command.options.some((candidate) => candidate.name === name);
      if (option === undefined && isSaid) throw this.fault(keys, 'said', `steward ${command.name} --${name}`);
      if (option === undefined) throw this.fault(keys, 'unknown', options.map((one) => one.name).join(', '));
      return [name, this.valuesOf(option, given, keys)];
    });
    return new Map(entries.filter(([, values]) => values.length > 0));
  }

  private valuesOf(option: OptionSpecification, given: unknown, keys: Keys): readonly string[] {
    if (option.kind === 'flag') {
      if (typeof given !== 'boolean') throw this.fault(keys, 'value', 'true, false');
      return given ? [''] : [];
    }
    const { choices } = option;
    const expected = choices?.join(', ');
    const values = option.kind === 'list' ? this.strings(given, keys) : [this.scalar(given, keys, expected)];
    if (choices !== undefined && !values.every((one) => choices.includes(one))) {
      throw this.fault(keys, 'value', choices.join(', '));
    }
    return PATHS.has(option.value ?? '') ? values.map((path) => this.fromHere(path)) : values;
  }

  private scalar(value: unknown, keys: Keys, expected = '"…", 0…'): string {
    if (typeof value === 'number') return String(value);
    if (typeof value === 'string' && value !== '') return value;
    throw this.fault(keys, 'value', expected);
  }

  private strings(value: unknown, keys: Keys): string[] {
    if (!Array.isArray(value)) throw this.fault(keys, 'value', '["…"]');
    const items: readonly unknown[] = value;
    return items.map((item, index) => this.scalar(item, [...keys, index]));
  }

  private pathsInside(value: unknown): string[] {
    const paths = this.strings(value, ['paths']);
    const outside = paths.findIndex((path) => leadsOutside(dirname(this.path), path));
    if (outside >= 0) throw this.fault(['paths', outside], 'outside', paths[outside] ?? '');
    return paths.map((path) => this.fromHere(path));
  }

  private choice<Choice extends string>(value: unknown, keys: Keys, choices: readonly Choice[]): Choice {
    const found = choices.find((choice) => choice === value);
    if (found === undefined) throw this.fault(keys, 'value', choices.join(', '));
    return found;
  }

  private object(value: unknown, keys: Keys): Map<string, unknown> {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return new Map(Object.entries(value));
    throw this.fault(keys, 'value', '{ … }');
  }

  private fromHere(path: string): string {
    const folder = dirname(this.path);
    return folder === '.' ? path : join(folder, path);
  }

  private fault(keys: Keys, what: 'unknown' | 'value' | 'said' | 'outside', expected: string): Fault {
    return new Fault({ path: this.path, what, text: this.text, keys, expected });
  }
}

function leadsOutside(folder: string, path: string): boolean {
  const way = relative(folder, resolve(folder, path));
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
}

/** The offset of the first bracket that nests too deeply; brackets inside strings do not count. */
function tooDeepAt(text: string): number | null {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\\n]|\\.)*"|[[\]{}]/g)) {
    if (token === '{' || token === '[') depth++;
    if (token === '}' || token === ']') depth--;
    if (depth > DEEPEST_JSON) return index;
  }
  return null;
}
