/** Which package may import which: the table “Packages” of `packages/ARCHITECTURE.md` as data. */

/** What one package may import. */
export interface Layer {
  /** Our own packages, by folder name. */
  ours: readonly string[];
  /** `all`: any package and Node. `browser`: any package, but nothing from Node. `nothing`: no package and no Node. */
  outside: 'all' | 'browser' | 'nothing';
  /** Folders at the root whose JSON it may import by path. */
  data?: readonly string[];
}

const GROUND = ['numbers', 'time', 'policy', 'events', 'text'];
const BELOW_SESSIONS = [...GROUND, 'files', 'logs', 'synthetic', 'simulator', 'report'];
const BELOW_EDITOR = [...BELOW_SESSIONS, 'language', 'sessions'];

export const PACKAGES: Readonly<Record<string, Layer>> = {
  numbers: { ours: [], outside: 'nothing' },
  time: { ours: [], outside: 'nothing' },
  policy: { ours: ['numbers', 'time', 'text'], outside: 'nothing' },
  events: { ours: [], outside: 'nothing' },
  text: { ours: [], outside: 'nothing' },
  files: { ours: [], outside: 'all' },
  patterns: { ours: [], outside: 'all' },
  proofs: { ours: ['numbers', 'time', 'policy', 'text', 'patterns'], outside: 'all' },
  language: { ours: [...GROUND, 'patterns', 'proofs'], outside: 'all', data: ['grammar'] },
  logs: { ours: ['numbers', 'time', 'events', 'text', 'files'], outside: 'all' },
  synthetic: { ours: ['time', 'events', 'text', 'files', 'logs'], outside: 'all' },
  simulator: { ours: ['numbers', 'time', 'policy', 'events'], outside: 'browser' },
  report: { ours: [...GROUND, 'simulator'], outside: 'browser' },
  sessions: { ours: BELOW_SESSIONS, outside: 'all' },
  editor: { ours: BELOW_EDITOR, outside: 'all' },
  cli: { ours: [...BELOW_EDITOR, 'editor'], outside: 'all' },
  vscode: { ours: [...BELOW_EDITOR, 'editor'], outside: 'all' },
};

/** A module that only one package may import. */
export interface Exclusive {
  matches: RegExp;
  owner: string;
  why: string;
}

export const EXCLUSIVE: readonly Exclusive[] = [
  { matches: /^@duckdb\//, owner: 'logs', why: 'only logs/ knows a database driver' },
  { matches: /^vscode$/, owner: 'vscode', why: 'only vscode/ knows the editor' },
  { matches: /^(langium|chevrotain)(\/|$)/, owner: 'language', why: 'only language/ knows the parser' },
];
