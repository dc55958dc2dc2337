/** Serves a language server: holds one file's logs, runs its rules over them, and reports results. */
import { pathToFileURL } from 'node:url';
import type { Policy } from '@steward/policy';
import { dashboardOf } from '@steward/report';
import { besideFile } from '@steward/sessions/sources';
import type { EventReference, Outcome } from '@steward/simulator';
import type { Locale } from '@steward/text';
import type { LineResult } from '../protocol.ts';
import { lineResults } from '../results/lines.ts';
import { outline } from '../results/outline.ts';
import { changesByClause } from './answers/changes.ts';
import { clauseAnswer } from './answers/clause.ts';
import { excerpt } from './answers/excerpt.ts';
import { membersPage } from './answers/members.ts';
import { runScenarios } from './answers/scenarios.ts';
import { boundPlaces, sweep } from './answers/sweep.ts';
import { textsOf } from './answers/texts.ts';
import { why } from './answers/why.ts';
import { Comparison } from './comparison.ts';
import type { Finished } from './finished.ts';
import type { FromHost, Hello, HostAsk, HostAsks, HostRequest, ImportedLines, Rules, ToHost } from './messages.ts';
import { Runner } from './runner.ts';
import { Sources } from './sources.ts';
import { uriOfFile } from './summary.ts';
import { Refusal } from './words.ts';

/** A policy's first file is the entry file. */
const ENTRY = 0;

type Answers = { [Ask in HostAsk]: (ask: HostAsks[Ask]['ask']) => Promise<HostAsks[Ask]['answer']> };

export class Host {
  private readonly hello: Hello;
  private readonly send: (message: FromHost) => void;
  private readonly runner: Runner;
  private readonly sources = new Sources();
  private comparison: Comparison | null = null;
  private latest: Promise<boolean> | null = null;

  constructor(hello: Hello, send: (message: FromHost) => void) {
    this.hello = hello;
    this.send = send;
    this.runner = new Runner(hello, send);
  }

  receive(message: Exclude<ToHost, { kind: 'hello' }>): void {
    switch (message.kind) {
      case 'cancel':
        this.runner.cancel(message.undo);
        return;
      case 'edited':
        void this.edited(message.rules);
        return;
      case 'ask':
        void this.answer(message);
    }
  }

  private readonly answers: Answers = {
    simulate: async ({ rules, chosen }) => {
      this.runner.choose(chosen, rules.policy);
      let run = this.run(rules, true);
      // A newer run also answers requests for an older one.
      while (!(await run)) {
        if (this.latest === run || this.latest === null) return 'cancelled';
        run = this.latest;
      }
      return 'finished';
    },
    clause: ({ file, clause }) =>
      this.ofLast(
        (last) => clauseAnswer(last, this.hello, this.sources, fileIndex(last.rules.policy, file), clause),
        null,
      ),
    outline: ({ file }) =>
      this.ofLast(async ({ rules: { policy }, outcome }) => {
        const uriOf = (index: number): string | null => this.uriOf(policy, index);
        return outline({ policy, outcome, locale: this.hello.locale, uriOf }, fileIndex(policy, file));
      }, null),
    dashboard: ({ group }) => this.ofLast((last) => this.dashboard(last, group), null),
    members: (ask) => this.ofLast(async ({ outcome }) => membersPage(outcome, ask), { total: 0, members: [] }),
    why: (ask) => this.ofLast((last) => why(last, this.hello, this.sources, ask), null),
    excerpt: async (place) => {
      const found = await this.ofLast((last) => excerpt(last, place, this.runner.words), null);
      if (found === null) throw new Refusal(this.runner.words.notSimulated);
      return found;
    },
    bounds: ({ file }) => this.ofLast(async (last) => boundPlaces(last, fileIndex(last.rules.policy, file)), []),
    sweep: (at) =>
      this.ofLast(
        async (last) =>
          this.runner.isWaitedFor ? null : sweep(last, this.hello, fileIndex(last.rules.policy, at.file), at),
        null,
      ),
    scenarios: (ask) => {
      this.sources.take(ask.rules);
      return this.runner.exclusively(() => runScenarios(ask, this.hello, this.sources));
    },
    compare: ({ against, title }) => this.compare(against, title),
  };

  private async answer(request: HostRequest): Promise<void> {
    const { id } = request;
    try {
      // Each handler receives requests of its own kind.
      const handler = this.answers[request.what] as (ask: unknown) => Promise<HostAsks[HostAsk]['answer']>;
      this.send({ kind: 'answer', id, answer: await handler(request.ask) });
    } catch (error) {
      if (error instanceof Refusal) this.send({ kind: 'refusal', id, message: error.message });
      else this.send({ kind: 'fault', id, stack: stackOf(error) });
    }
  }

  private async edited(rules: Rules): Promise<void> {
    try {
      await this.run(rules, false);
    } catch (error) {
      if (!(error instanceof Refusal)) this.send({ kind: 'fault', id: null, stack: stackOf(error) });
    }
  }

  /** @returns whether it finished @throws Refusal, after reporting it */
  private run(rules: Rules, fresh: boolean): Promise<boolean> {
    const run = this.runAndPublish(rules, fresh);
    this.latest = run;
    return run;
  }

  private async runAndPublish(rules: Rules, fresh: boolean): Promise<boolean> {
    this.sources.take(rules);
    this.send({ kind: 'running', rules: rules.number });
    try {
      const finished = await this.runner.run(rules, fresh);
      if (finished === null) return false;
      await this.publish(finished);
      return true;
    } catch (error) {
      if (error instanceof Refusal) this.send({ kind: 'unable', rules: rules.number, message: error.message });
      throw error;
    }
  }

  private async publish(finished: Finished): Promise<void> {
    const { rules, outcome, run } = finished;
    const all = await this.compared(finished, linesByFile(rules.policy, outcome, this.hello.locale));
    const [entry, ...imported] = all;
    const inherited = imported.filter(({ lines }) => lines.length > 0);
    this.send({ kind: 'results', rules: rules.number, run, lines: entry?.lines ?? [], imported: inherited });
  }

  /** null if the file cannot be opened. */
  private uriOf({ files }: Policy, index: number): string | null {
    const path = files[index]?.path;
    if (path === undefined || isBuiltIn(path)) return null;
    return index === ENTRY ? this.hello.uri : pathToFileURL(besideFile(this.hello.file, path)).href;
  }

  private async compared(finished: Finished, files: ImportedLines[]): Promise<ImportedLines[]> {
    const { comparison } = this;
    if (comparison === null) return files;
    const diff = await this.runner.exclusively(async () =>
      // An older run's logs may be closed, and its lines are not shown.
      this.runner.finished === finished ? comparison.diff(finished) : null,
    );
    if (diff === null) return files;
    const changes = changesByClause(finished.rules.policy, diff, this.hello.locale);
    const marked = (line: LineResult): LineResult => ({ ...line, change: changes.get(line.clause) ?? null });
    return files.map(({ path, lines }) => ({ path, lines: lines.map(marked) }));
  }

  private async compare(
    against: HostAsks['compare']['ask']['against'],
    title: string,
  ): Promise<HostAsks['compare']['answer']> {
    const { finished, words } = this.runner;
    if (finished === null) return { state: 'failed', message: words.notSimulated };
    const comparison = against === null ? null : new Comparison(against, this.hello.file);
    this.comparison = comparison;
    await this.publish(finished);
    if (comparison === null) return { state: 'compared', markdown: '' };
    return this.ofLast<HostAsks['compare']['answer']>(
      async (last) => comparison.answer(last, await comparison.diff(last), title, this.hello.locale),
      { state: 'failed', message: words.notSimulated },
    );
  }

  private async dashboard(last: Finished, group: string | null): Promise<HostAsks['dashboard']['answer']> {
    const { rules, outcome, parts } = last;
    const asked: EventReference[] = [];
    const made = (evidenceText: (reference: EventReference) => string | null) =>
      dashboardOf({
        policy: rules.policy,
        outcome,
        group,
        locale: this.hello.locale,
        sourceText: this.sources.reader(rules.policy),
        evidenceText,
        uriOf: uriOfFile,
      });
    const blank = made((reference) => {
      asked.push(reference);
      return null;
    });
    return asked.length === 0 ? blank : made(await textsOf(parts, asked));
  }

  /** On logs that no run may change meanwhile. */
  private ofLast<Result>(use: (last: Finished) => Promise<Result>, without: Result): Promise<Result> {
    return this.runner.exclusively(async () => {
      const { finished } = this.runner;
      return finished === null ? without : use(finished);
    });
  }
}

/** The entry file first. */
function linesByFile(policy: Policy, outcome: Outcome, locale: Locale): ImportedLines[] {
  return policy.files.map(({ path }, index) => ({
    path,
    lines: isBuiltIn(path) ? [] : lineResults({ policy, outcome, locale }, index),
  }));
}

/** @param file path in the policy; null for the entry file */
function fileIndex({ files }: Policy, file: string | null): number {
  return file === null ? ENTRY : files.findIndex(({ path }) => path === file);
}

function isBuiltIn(path: string): boolean {
  return path.startsWith('prelude:');
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
