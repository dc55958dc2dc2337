/**
 * The simulation of one file: its host, and the last results.
 *
 * - Starts a host with the first simulation; restarts a crashed one once, with the next edit.
 * - Results of an older text move with its lines until newer ones arrive.
 */
import type { Policy } from '@steward/policy';
import type { LogSelection } from '@steward/sessions/selection';
import { besideFile } from '@steward/sessions/sources';
import type { Hello, HostAsk, HostAsks, ProgressNote, Rules, RunNote } from '../host/messages.ts';
import type { FileResults, LineResult, RunScenariosAnswer, SimulateAnswer } from '../protocol.ts';
import { HostGone, HostProcess, HostRefusal } from './host-process.ts';
import type { SimulateSettings } from './settings.ts';
import { shifted } from './shift.ts';
import type { ServiceWords } from './words.ts';

/** Shorter runs are not announced. */
const QUICK_MILLISECONDS = 60;
/** How long an idle host lives. */
const IDLE_MILLISECONDS = 30_000;

export interface FileContext {
  /** URL of the host's entry file. */
  entry: string;
  hello(): Hello;
  words(): ServiceWords;
  settings(): SimulateSettings;
  /** null if the file cannot be read. */
  text(): string | null;
  version(): number | null;
  textOf(path: string): string | null;
  /** Called whenever results change. */
  publish(results: FileResults): void;
  /** For the server's output channel. */
  log(text: string): void;
}

export type OnProgress = (note: ProgressNote) => void;

interface DisplayedResults {
  state: FileResults['state'];
  message: string | null;
  run: FileResults['run'];
  lines: LineResult[];
  /** Version that the lines refer to; they move with each edit. */
  text: string;
  /** Version that was simulated. */
  of: string;
  /** Results of imported files, by path in the policy. */
  imported: ReadonlyMap<string, { lines: LineResult[]; text: string }>;
}

const NOTHING: DisplayedResults = {
  state: 'none',
  message: null,
  run: null,
  lines: [],
  text: '',
  of: '',
  imported: new Map(),
};

export class FileSimulation {
  private readonly context: FileContext;
  private host: HostProcess | null = null;
  private displayed: DisplayedResults = NOTHING;
  /** What a restarted host has to simulate. */
  private chosen: LogSelection[] = [];
  /** The newest rules sent to the host, with their text. */
  private sent = { number: 0, text: '' };
  private readonly sentTexts = new Map<string, string>();
  private lastPolicy: Policy | null = null;
  private onProgress: OnProgress | null = null;
  private deaths = 0;
  private publishing: NodeJS.Timeout | null = null;
  private idling: NodeJS.Timeout | null = null;

  constructor(context: FileContext) {
    this.context = context;
  }

  /** Whether edits trigger new simulations. */
  get isSimulated(): boolean {
    return this.chosen.length > 0;
  }

  /** @param cancelled fires once; the run ends and the previous results stay */
  async simulate(
    policy: Policy,
    chosen: LogSelection,
    onProgress: OnProgress,
    cancelled: (listener: () => void) => void,
  ): Promise<SimulateAnswer> {
    const before = { chosen: this.chosen, displayed: this.displayed };
    const host = this.started();
    this.deaths = 0;
    this.chosen =
      chosen.group === null ? [chosen] : [...this.chosen.filter(({ group }) => group !== chosen.group), chosen];
    this.onProgress = onProgress;
    let isCancelled = false;
    cancelled(() => {
      isCancelled = true;
      this.abandon(host, before);
    });
    const rules = this.rulesOf(policy);
    this.begin();
    this.publish();
    try {
      const state = await host.ask('simulate', { rules, chosen });
      return { state };
    } catch (error) {
      if (isCancelled) return { state: 'cancelled' };
      if (error instanceof HostRefusal) return { state: 'failed', message: error.message };
      if (error instanceof HostGone)
        return { state: 'failed', message: this.displayed.message ?? this.context.words().failed };
      throw error;
    } finally {
      if (this.onProgress === onProgress) this.onProgress = null;
    }
  }

  /** The text was checked. @param policy null if it has errors */
  read(policy: Policy | null): void {
    if (!this.isSimulated) return;
    if (policy === null) {
      this.lastPolicy = null;
      this.host?.send({ kind: 'cancel', undo: false });
      this.show({ ...this.displayed, state: 'stale', message: null });
    } else if (policy !== this.lastPolicy) {
      if (this.context.settings().on === 'type') this.edited(policy);
      else if (this.context.text() !== this.displayed.of)
        this.show({ ...this.displayed, state: 'stale', message: null });
    }
  }

  /** There is a newer text, not checked yet. */
  changed(): void {
    const text = this.context.text() ?? '';
    this.displayed = { ...this.displayed, lines: shifted(this.displayed.lines, this.displayed.text, text), text };
  }

  saved(policy: Policy | null): void {
    if (this.isSimulated && policy !== null && this.context.settings().on === 'save') this.edited(policy);
  }

  /** Results beside the lines of the current text. */
  lines(): LineResult[] {
    return shifted(this.displayed.lines, this.displayed.text, this.context.text() ?? '');
  }

  get state(): FileResults['state'] {
    return this.displayed.state;
  }

  get results(): FileResults {
    const { state, message, run } = this.displayed;
    const { uri } = this.context.hello();
    return { uri, version: this.context.version(), state, message, run, lines: this.lines() };
  }

  /** Absolute paths of imported files with results. */
  get importedPaths(): string[] {
    return [...this.displayed.imported.keys()].map((path) => this.placeOf(path));
  }

  /** Results of an imported file in the groups that inherit it; null if there are none. */
  inheritedLines(path: string): { inPolicy: string; lines: LineResult[] } | null {
    for (const [inPolicy, { lines, text }] of this.displayed.imported) {
      if (this.placeOf(inPolicy) !== path) continue;
      return { inPolicy, lines: shifted(lines, text, this.context.textOf(path) ?? '') };
    }
    return null;
  }

  /** As the server writes paths. */
  private placeOf(inPolicy: string): string {
    return besideFile(this.context.hello().file, inPolicy).replaceAll('\\', '/');
  }

  /** @returns null if nothing was simulated or the host is gone */
  async ask<Ask extends HostAsk>(what: Ask, ask: HostAsks[Ask]['ask']): Promise<HostAsks[Ask]['answer'] | null> {
    const { host } = this;
    if (host === null) return null;
    try {
      return await host.ask(what, ask);
    } catch (error) {
      if (error instanceof HostGone) return null;
      throw error;
    }
  }

  /** Uses a short-lived host if nothing is simulated. @throws HostGone @throws HostRefusal */
  async runScenarios(policy: Policy, titles: string[] | null, coverage: boolean): Promise<RunScenariosAnswer> {
    const host = this.started();
    const texts = this.newTexts(policy);
    const rules = { number: this.sent.number, policy, texts };
    try {
      return await host.ask('scenarios', { rules, titles, coverage });
    } finally {
      this.endWhenIdle();
    }
  }

  /** The next version number, with the texts that the host lacks. */
  private rulesOf(policy: Policy): Rules {
    const texts = this.newTexts(policy);
    this.lastPolicy = policy;
    this.sent = { number: this.sent.number + 1, text: this.context.text() ?? '' };
    return { number: this.sent.number, policy, texts };
  }

  private newTexts(policy: Policy): Record<string, string> {
    const texts: Record<string, string> = {};
    for (const { path } of policy.files) {
      const text = path.startsWith('prelude:') ? null : this.context.textOf(this.pathOf(path));
      if (text === null || this.sentTexts.get(path) === text) continue;
      texts[path] = text;
      this.sentTexts.set(path, text);
    }
    return texts;
  }

  /** Of a file of the policy, as the server names it. */
  private pathOf(inPolicy: string): string {
    return besideFile(this.context.hello().file, inPolicy).replaceAll('\\', '/');
  }

  /** Scenarios are often rerun right away. */
  private endWhenIdle(): void {
    if (this.idling !== null) clearTimeout(this.idling);
    this.idling = setTimeout(() => {
      this.idling = null;
      if (!this.isSimulated) this.end();
    }, IDLE_MILLISECONDS);
    this.idling.unref();
  }

  stop(): void {
    const wasShown = this.displayed.state !== 'none';
    this.chosen = [];
    this.end();
    this.displayed = NOTHING;
    if (wasShown) this.publish();
  }

  /** Silently: the server is shutting down. */
  end(): void {
    if (this.publishing !== null) clearTimeout(this.publishing);
    this.publishing = null;
    if (this.idling !== null) clearTimeout(this.idling);
    this.idling = null;
    this.host?.end();
    this.host = null;
    this.lastPolicy = null;
  }

  private edited(policy: Policy): void {
    if (this.host !== null) {
      this.host.send({ kind: 'edited', rules: this.rulesOf(policy) });
      this.begin();
    } else if (this.deaths < 2) this.again(policy);
  }

  /** After a crash. */
  private again(policy: Policy): void {
    const host = this.started();
    for (const chosen of this.chosen) {
      // Results arrive as notes, as after an edit.
      host.ask('simulate', { rules: this.rulesOf(policy), chosen }).catch(() => undefined);
    }
    this.begin();
  }

  private started(): HostProcess {
    if (this.host !== null) return this.host;
    this.sentTexts.clear();
    this.host = new HostProcess(this.context.entry, this.context.hello(), {
      onRun: (note) => this.hear(note),
      onProgress: (note) => this.onProgress?.(note),
      onFault: (stack) => {
        this.context.log(stack);
        this.show({ ...this.displayed, state: 'failed', message: this.context.words().failed });
      },
      onDeath: (reason) => this.died(reason),
    });
    return this.host;
  }

  private begin(): void {
    this.displayed = { ...this.displayed, state: 'running', message: null };
    if (this.publishing === null) {
      this.publishing = setTimeout(() => {
        this.publishing = null;
        if (this.displayed.state === 'running') this.publish();
      }, QUICK_MILLISECONDS);
    }
  }

  private hear(note: RunNote): void {
    // Newer results are on their way.
    if (note.kind === 'running' || note.rules !== this.sent.number) return;
    if (note.kind === 'unable') {
      this.show({ ...this.displayed, state: 'failed', message: note.message });
      return;
    }
    this.deaths = 0;
    const { text } = this.sent;
    const isNow = this.lastPolicy !== null && text === this.context.text();
    const state = isNow
      ? 'fresh'
      : this.lastPolicy !== null && this.context.settings().on === 'type'
        ? 'running'
        : 'stale';
    const imported = new Map(
      note.imported.map(({ path, lines }) => [path, { lines, text: this.sentTexts.get(path) ?? '' }] as const),
    );
    this.show({ state, message: null, run: note.run, lines: note.lines, text, of: text, imported });
  }

  private died(reason: string): void {
    const words = this.context.words();
    this.host = null;
    this.lastPolicy = null;
    this.deaths += 1;
    const [short = reason] = reason.split('\n');
    this.context.log(reason);
    this.show({
      ...this.displayed,
      state: 'failed',
      message: this.deaths > 1 ? words.diedAgain(short) : words.died(short),
    });
  }

  /** Reading a log cannot be interrupted, so cancelling a first run ends the process. */
  private abandon(host: HostProcess, before: { chosen: LogSelection[]; displayed: DisplayedResults }): void {
    if (this.host !== host) return;
    if (before.displayed.run === null) {
      this.chosen = [];
      this.end();
      this.show(NOTHING);
      return;
    }
    host.send({ kind: 'cancel', undo: true });
    this.chosen = before.chosen;
    this.show({ ...this.displayed, state: 'stale', message: null });
  }

  private show(displayed: DisplayedResults): void {
    this.displayed = displayed;
    this.publish();
  }

  private publish(): void {
    if (this.publishing !== null) clearTimeout(this.publishing);
    this.publishing = null;
    this.context.publish(this.results);
  }
}
