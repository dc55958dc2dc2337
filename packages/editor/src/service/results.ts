/**
 * Simulations for a language server: results beside the rules, and requests about them.
 *
 * - One process per simulated file; it ends with the file, with the server, or on request.
 * - Clients that draw results get them as messages; others as inlay hints, hovers and commands.
 */
import type { CreateResults, Results, ResultsHost } from '@steward/language/lsp/results';
import type { Policy } from '@steward/policy';
import { besideFile } from '@steward/sessions/sources';
import {
  type Diagnostic,
  type InitializeParams,
  type InlayHint,
  type MessageType,
  ShowMessageNotification,
} from 'vscode-languageserver';
import { type LineResult, RESULTS } from '../protocol.ts';
import { COMMANDS, registerCommands } from './commands.ts';
import { FileSimulation } from './file-simulation.ts';
import { HostRefusal } from './host-process.ts';
import { registerRequests } from './requests.ts';
import type { Service, ShownSimulation } from './service.ts';
import { readSimulateSettings, type SimulateSettings, USUAL } from './settings.ts';
import { SERVICE_WORDS, type ServiceWords } from './words.ts';

export interface ResultsOptions {
  /** URL of the entry file of simulation processes. */
  host: string;
}

/** How long a hover waits for a busy process. */
const HOVER_PATIENCE_MILLISECONDS = 700;

/** For `serve` of the language server. */
export function createResults(options: ResultsOptions): CreateResults {
  return (host) => new Simulations(options, host);
}

const NO_RUN = { state: 'none', message: null, run: null } as const;

interface Read {
  policy: Policy | null;
  text: string | null;
}

class Simulations implements Results, Service {
  readonly host: ResultsHost;
  client: InitializeParams['capabilities'] = {};
  drawsItself = false;
  private readonly options: ResultsOptions;
  private readonly files = new Map<string, FileSimulation>();
  /** Checked files that somebody asked about. */
  private readonly readings = new Map<string, Read>();
  private readonly lastPolicies = new Map<string, Policy>();
  private readonly ownFindings = new Map<string, { findings: Diagnostic[]; text: string | null }>();
  private settings: SimulateSettings = USUAL;
  private readonly simulate: (path: string) => void;
  /** The simulation that last reported on an imported file, by path. */
  private readonly inheritedFrom = new Map<string, FileSimulation>();

  constructor(options: ResultsOptions, host: ResultsHost) {
    this.options = options;
    this.host = host;
    registerRequests(this);
    this.simulate = registerCommands(this);
  }

  // ── What the server tells ──────────────────────────────────────────────────────────────────────────────────────────

  initialize({ capabilities }: InitializeParams): ReturnType<Results['initialize']> {
    this.client = capabilities;
    const experimental: unknown = capabilities.experimental;
    this.drawsItself =
      typeof experimental === 'object' &&
      experimental !== null &&
      'steward' in experimental &&
      experimental.steward === true;
    return this.drawsItself ? {} : { executeCommandProvider: { commands: [...COMMANDS] } };
  }

  configure(given: unknown): void {
    this.settings = readSimulateSettings(given, this.settings);
  }

  trusted(): void {
    for (const path of this.host.openPaths()) this.startByItself(path);
  }

  opened(path: string): void {
    if (this.shownBy(path) !== null) setImmediate(() => this.publishInheritedAt(path));
    this.startByItself(path);
  }

  /** If a setting says so. Without trust, a folder's settings are not followed. */
  private startByItself(path: string): void {
    if (!this.settings.automatically || this.host.trust !== 'all' || this.existing(path)?.isSimulated === true) return;
    // After the checker has the text.
    setImmediate(() => {
      if (this.host.isOpen(path)) this.simulate(path);
    });
  }

  changed(path: string): void {
    this.files.get(path)?.changed();
    if (this.ownFindings.delete(path)) this.host.refreshFindings(path);
  }

  saved(path: string): void {
    const file = this.files.get(path);
    if (file !== undefined && this.settings.on === 'save') file.saved(this.policyOf(path));
  }

  closed(path: string): void {
    this.files.get(path)?.stop();
    this.files.delete(path);
    this.readings.delete(path);
    this.lastPolicies.delete(path);
    this.ownFindings.delete(path);
  }

  /** Cached results may depend on them. */
  changedOnDisk(): void {
    for (const [path, { policy }] of this.readings) this.readings.set(path, { policy, text: null });
  }

  follows(path: string): boolean {
    return this.readings.has(path);
  }

  read(path: string, policy: Policy | null): void {
    if (!this.readings.has(path)) return;
    this.readings.set(path, { policy, text: this.host.textOf(path) });
    if (policy !== null) this.lastPolicies.set(path, policy);
    this.files.get(path)?.read(policy);
  }

  hints(path: string): InlayHint[] {
    const shown = this.shownBy(path);
    if (this.drawsItself || shown === null) return [];
    const lines = (this.host.textOf(path) ?? '').split(/\r?\n/);
    const { state } = shown.simulation;
    const isOld = state === 'stale' || state === 'failed';
    return linesOf(shown, path).map(({ line, text, change }): InlayHint => {
      const notes = [...(change === null ? [] : [change]), ...(isOld ? [this.words().stale] : [])];
      const label = notes.length === 0 ? text : `${text} (${notes.join(' · ')})`;
      return { position: { line, character: lines[line]?.length ?? 0 }, label, paddingLeft: true };
    });
  }

  async hover(path: string, start: { line: number; character: number }): Promise<string | null> {
    const shown = this.shownBy(path);
    if (shown === null) return null;
    const at = linesOf(shown, path).find(
      ({ range }) => range.start.line === start.line && range.start.character === start.character,
    );
    if (at === undefined) return null;
    const { simulation, file } = shown;
    const details = await soon(simulation.ask('clause', { file, clause: at.clause }), HOVER_PATIENCE_MILLISECONDS);
    return details?.markdown ?? null;
  }

  findings(path: string): readonly Diagnostic[] {
    return this.ownFindings.get(path)?.findings ?? [];
  }

  shutdown(): void {
    for (const file of this.files.values()) file.end();
    this.files.clear();
  }

  // ── What the parts of the service share ────────────────────────────────────────────────────────────────────────────

  words(): ServiceWords {
    return SERVICE_WORDS[this.host.locale];
  }

  simulationOf(path: string): FileSimulation {
    const known = this.files.get(path);
    if (known !== undefined) return known;
    if (this.host.trust === 'none') throw new HostRefusal(this.words().untrusted);
    const made = new FileSimulation({
      entry: this.options.host,
      hello: () => ({
        file: path,
        uri: this.host.uriOf(path),
        locale: this.host.locale,
        client: { images: this.drawsItself, commands: this.drawsItself },
      }),
      words: () => this.words(),
      settings: () => this.settings,
      text: () => this.host.textOf(path),
      version: () => this.host.versionOf(path),
      textOf: (other) => this.host.textOf(other),
      publish: (results) => {
        this.publishInherited(made);
        if (this.drawsItself) void this.host.connection.sendNotification(RESULTS, results);
        else this.host.refreshHints();
      },
      log: (text) => this.host.connection.console.error(text),
    });
    this.files.set(path, made);
    return made;
  }

  existing(path: string): FileSimulation | null {
    return this.files.get(path) ?? null;
  }

  shownBy(path: string): ShownSimulation | null {
    const own = this.files.get(path);
    if (own !== undefined && own.state !== 'none') return { simulation: own, file: null };
    const simulation = this.inheritedFrom.get(path);
    const inherited = simulation?.inheritedLines(path) ?? null;
    return simulation === undefined || inherited === null ? null : { simulation, file: inherited.inPolicy };
  }

  /** Updates the files that a simulation imports or imported. */
  private publishInherited(simulation: FileSimulation): void {
    const before = [...this.inheritedFrom].filter(([, lender]) => lender === simulation).map(([path]) => path);
    const now = simulation.importedPaths;
    for (const path of before) if (!now.includes(path)) this.inheritedFrom.delete(path);
    for (const path of now) this.inheritedFrom.set(path, simulation);
    for (const path of new Set([...before, ...now])) this.publishInheritedAt(path);
  }

  /** Results of the groups that inherit a file, unless it was simulated itself. */
  private publishInheritedAt(path: string): void {
    const own = this.files.get(path);
    if (!this.drawsItself || !this.host.isOpen(path) || (own !== undefined && own.state !== 'none')) return;
    const simulation = this.inheritedFrom.get(path);
    const inherited = simulation?.inheritedLines(path) ?? null;
    const { state, message, run } = simulation === undefined || inherited === null ? NO_RUN : simulation.results;
    const at = { uri: this.host.uriOf(path), version: this.host.versionOf(path) };
    void this.host.connection.sendNotification(RESULTS, { ...at, state, message, run, lines: inherited?.lines ?? [] });
  }

  simulations(): Iterable<FileSimulation> {
    return this.files.values();
  }

  uriOfFile(path: string, { files }: Policy, index: number): string | null {
    const written = files[index]?.path;
    if (written === undefined || written.startsWith('prelude:')) return null;
    return this.host.uriOf(besideFile(path, written).replaceAll('\\', '/'));
  }

  policyOf(path: string): Policy | null {
    const known = this.readings.get(path);
    const text = this.host.textOf(path);
    if (known !== undefined && known.text === text && this.host.isOpen(path)) return known.policy;
    const policy = this.host.policyOf(path);
    this.readings.set(path, { policy, text });
    if (policy !== null) this.lastPolicies.set(path, policy);
    return policy;
  }

  lastPolicyOf(path: string): Policy | null {
    return this.policyOf(path) ?? this.lastPolicies.get(path) ?? null;
  }

  say(type: MessageType, message: string): void {
    void this.host.connection.sendNotification(ShowMessageNotification.type, { type, message });
  }

  setFindings(path: string, findings: Diagnostic[]): void {
    this.ownFindings.set(path, { findings, text: this.host.textOf(path) });
    this.host.refreshFindings(path);
  }
}

function linesOf({ simulation, file }: ShownSimulation, path: string): LineResult[] {
  return file === null ? simulation.lines() : (simulation.inheritedLines(path)?.lines ?? []);
}

/** @returns null if it takes longer */
function soon<Answer>(answer: Promise<Answer>, milliseconds: number): Promise<Answer | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), milliseconds);
    answer.then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      () => {
        clearTimeout(timer);
        resolve(null);
      },
    );
  });
}
