/**
 * Runs one file's rules over its chosen logs, and again whenever the rules change.
 *
 * - One run at a time. A newer one replaces an older one, between groups or before it starts.
 * - Handles incoming messages between groups.
 */
import { describeProblem, LogError } from '@steward/logs';
import type { Policy } from '@steward/policy';
import { HeldLog, type Hooks, type Preparation } from '@steward/sessions/held-log';
import type { LogSelection } from '@steward/sessions/selection';
import { type ChosenSource, Selection } from '@steward/sessions/selection';
import { assemble, type GroupOutcome, type LogSummary, mergeOutcomes, type Outcome } from '@steward/simulator';
import type { Finished, Part } from './finished.ts';
import type { Hello, ProgressNote, Rules } from './messages.ts';
import { summaryOf } from './summary.ts';
import { HOST_WORDS, type HostWords, named, Refusal } from './words.ts';

/** Longest time without handling messages before users would notice. */
const LONGEST_TURN_MILLISECONDS = 8;
const MOST_PROBLEMS = 5;

export class Runner {
  finished: Finished | null = null;
  readonly words: HostWords;
  private readonly hello: Hello;
  private readonly progress: (note: ProgressNote) => void;
  private selection = new Selection();
  /** The previous selection while the run of a new one is pending; null if none is. */
  private before: Selection | null = null;
  private readonly held = new Map<string, HeldLog>();
  private files = 0;
  /** Token of the current run; a run that finds another stops. */
  private wanted: object = {};
  private turn: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  constructor(hello: Hello, progress: (note: ProgressNote) => void) {
    this.hello = hello;
    this.words = HOST_WORDS[hello.locale];
    this.progress = progress;
  }

  /** Whether a run is waiting, so that long, repeatable work should yield. */
  get isWaitedFor(): boolean {
    return this.waiting > 0;
  }

  choose(chosen: LogSelection, policy: Policy): void {
    const { group } = chosen;
    const names = policy.groups.map(({ name }) => name);
    if (names.length === 0) throw new Refusal(this.words.noGroups);
    if (group !== null && !names.includes(group)) {
      throw new Refusal(this.words.noSuchGroup(group, named(this.words, names)));
    }
    this.before ??= this.selection.copy();
    this.selection.choose(chosen);
  }

  /** @param undo whether to revert a selection that has not run */
  cancel(undo: boolean): void {
    this.wanted = {};
    if (undo && this.before !== null) this.selection = this.before;
    if (undo) this.before = null;
  }

  /**
   * @param fresh whether to reread logs that changed on disk
   * @returns null if superseded or cancelled
   * @throws Refusal for problems that the user can fix
   */
  run(rules: Rules, fresh: boolean): Promise<Finished | null> {
    const mine = {};
    this.wanted = mine;
    this.waiting += 1;
    const result = this.turn.then(() => {
      this.waiting -= 1;
      return this.wanted === mine ? this.runNow(rules, fresh, mine) : null;
    });
    this.turn = result.catch(() => undefined);
    return result;
  }

  /** Gives `use` the last run's logs once nothing runs; they stay unchanged until it ends. */
  exclusively<Result>(use: () => Promise<Result>): Promise<Result> {
    const result = this.turn.then(use);
    this.turn = result.catch(() => undefined);
    return result;
  }

  private async runNow(rules: Rules, fresh: boolean, mine: object): Promise<Finished | null> {
    const started = performance.now();
    const { policy } = rules;
    const sources = this.selection.sources(policy, this.hello.file);
    if (sources.length === 0) throw new Refusal(this.words.noGroups);
    await this.release(sources, fresh);
    const parts: Part[] = [];
    for (const source of sources) {
      const held = await this.logOf(policy, source);
      if (this.wanted !== mine) return null;
      parts.push({ held, source, prepared: await this.prepared(held, policy, source) });
      if (this.wanted !== mine) return null;
    }
    this.requireBound(parts);
    const outcomes = await this.outcomes(policy, parts, mine);
    if (outcomes === null) return null;
    const outcome = mergeOutcomes(policy, outcomes);
    this.before = null;
    const milliseconds = performance.now() - started;
    this.finished = { rules, outcome, parts, run: summaryOf(this.words, this.hello, parts, outcome, milliseconds) };
    return this.finished;
  }

  /** Closes logs that are no longer used. */
  private async release(sources: readonly ChosenSource[], fresh: boolean): Promise<void> {
    for (const [key, held] of this.held) {
      const wanted = sources.some((source) => source.key === key);
      if (wanted && !(fresh && held.changedOnDisk())) continue;
      this.held.delete(key);
      this.finished = null;
      await held.close();
    }
  }

  private async logOf(policy: Policy, source: ChosenSource): Promise<HeldLog> {
    const known = this.held.get(source.key);
    if (known !== undefined) return known;
    const hooks: Hooks = {
      onRead: (done) => this.progress({ kind: 'progress', phase: 'opening', done, all: null }),
    };
    const held = await this.settled(() => HeldLog.open(policy, source, this.files, hooks));
    this.files += held.reader.info.files.length;
    this.held.set(source.key, held);
    return held;
  }

  private prepared(held: HeldLog, policy: Policy, source: ChosenSource): Promise<Preparation> {
    return this.settled(() => held.prepare(policy, source, this.hello.file));
  }

  private requireBound(parts: readonly Part[]): void {
    if (parts.some(({ prepared }) => prepared.binding.bound.length > 0)) return;
    const groups = parts.flatMap(({ held }) => held.reader.groupNames.map(({ group }) => group));
    throw new Refusal(this.words.nothingBound(named(this.words, groups)));
  }

  private async outcomes(policy: Policy, parts: readonly Part[], mine: object): Promise<Outcome[] | null> {
    const all = parts.reduce((sum, { prepared }) => sum + prepared.binding.bound.length, 0);
    const files = this.fileNames(parts);
    const outcomes: Outcome[] = [];
    let done = 0;
    let heard = performance.now();
    for (const { held, prepared } of parts) {
      const groups: GroupOutcome[] = [];
      for (const outcome of held.groups(policy, prepared)) {
        groups.push(outcome);
        done += 1;
        if (performance.now() - heard < LONGEST_TURN_MILLISECONDS) continue;
        this.progress({ kind: 'progress', phase: 'running', done, all });
        await nextTurn();
        if (this.wanted !== mine) return null;
        heard = performance.now();
      }
      outcomes.push(assemble(policy, summaryOfLog(held, files), groups, prepared.binding.unbound));
    }
    return outcomes;
  }

  /** By file number across all logs; empty for closed logs. */
  private fileNames(parts: readonly Part[]): string[] {
    const names = Array.from({ length: this.files }, () => '');
    for (const { held } of parts) {
      held.reader.info.files.forEach((path, index) => {
        names[held.firstFile + index] = path;
      });
    }
    return names;
  }

  /** Problems with logs and rosters are the user's to fix; anything else is our bug. */
  private async settled<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof LogError) throw new Refusal(this.words.unreadable(this.problems(error)));
      throw error;
    }
  }

  private problems({ problems }: LogError): string {
    const lines = problems.slice(0, MOST_PROBLEMS).map((problem) => describeProblem(problem, this.hello.locale));
    const rest = problems.length - lines.length;
    return [...lines, ...(rest > 0 ? [this.words.more(rest)] : [])].join('\n');
  }
}

function summaryOfLog({ reader }: HeldLog, files: string[]): LogSummary {
  const { shows, complete } = reader.info;
  return { files, shows, complete, events: reader.events, messages: reader.messages };
}

/** Handles messages that arrived meanwhile. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
