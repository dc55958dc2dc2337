/**
 * Reports the checker's findings to the editor.
 *
 * - Pushes for every file that a change can affect. If the client pulls, its open files are left to it.
 * - A newer change postpones a check that has not started; a cancelled pull does no work.
 */
import type {
  CodeDescription,
  DocumentDiagnosticReport,
  Diagnostic as ProtocolDiagnostic,
} from 'vscode-languageserver';
import { DiagnosticSeverity, DiagnosticTag, DocumentDiagnosticReportKind } from 'vscode-languageserver';
import type { Diagnostic, Severity } from '../../diagnostics/diagnostic.ts';
import { PRELUDE_PATH } from '../../workspace/load.ts';
import type { Server } from '../feature.ts';
import { pathOfUri, rangeOfText } from '../text/places.ts';
import { ProofFinisher, type Provable } from './finishing.ts';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** Unused code is shown faded. */
const UNUSED: ReadonlySet<string> = new Set([
  'unused-declaration',
  'tier-after-otherwise',
  'tier-unreachable',
  'stage-unreachable',
  'cap-never-exceeded',
]);

export function toProtocol(diagnostic: Diagnostic, server: Server): ProtocolDiagnostic {
  const { workspace, locale } = server;
  const page = server.pageOf(diagnostic);
  const description: { codeDescription?: CodeDescription } = page === null ? {} : { codeDescription: { href: page } };
  return {
    range: rangeOfText(diagnostic.range),
    severity: SEVERITIES[diagnostic.severity],
    code: diagnostic.code,
    ...description,
    source: 'steward',
    message: diagnostic.message[locale],
    ...(UNUSED.has(diagnostic.code) ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    relatedInformation: diagnostic.related.map((related) => ({
      location: { uri: workspace.uriOf(related.file), range: rangeOfText(related.range) },
      message: related.message[locale],
    })),
  };
}

/** Everything there is to report about a file. */
function shown(diagnostics: readonly Diagnostic[], path: string, server: Server): ProtocolDiagnostic[] {
  const own = [...server.guard.faultsOf(path), ...diagnostics].map((diagnostic) => toProtocol(diagnostic, server));
  return [...own, ...(server.results?.findings(path) ?? [])];
}

/** If a change affects more files than this, those that nobody looks at wait until there is time. */
const MOST_AT_ONCE = 8;
/** Milliseconds to check waiting files before yielding to other work. */
const SLICE = 10;
/** Checks that fit between two keystrokes start at once. Longer ones wait for as long as they exceed QUICK, at most LONGEST_WAIT. Milliseconds. */
const QUICK = 80;
const LONGEST_WAIT = 150;

const TELLING = { en: 'checking this file', zh: '对这个文件的检查' };

/** Findings by file, kept until something they depend on changes. */
export class Findings implements Provable {
  private readonly found = new Map<string, readonly Diagnostic[]>();
  private readonly server: Server;

  constructor(server: Server) {
    this.server = server;
  }

  /** Drops everything that a change of `path` can affect. */
  invalidate(path: string): string[] {
    const affected = this.server.workspace.affectedBy(path);
    for (const one of affected) this.found.delete(one);
    return affected;
  }

  /** For when many files changed at once. */
  clear(): void {
    this.found.clear();
  }

  /** Called for a reported file that nobody looks at: it is checked again on request. */
  release(path: string): void {
    this.found.delete(path);
    this.server.workspace.checker.release(path);
  }

  isUnfinished(path: string): boolean {
    return hasUnfinished(this.found.get(path) ?? []);
  }

  finish(path: string, steps: number): boolean {
    const { together, isPart } = this.judgedWith(path);
    const found = this.server.workspace.checkFurther(together, isPart, steps);
    if (hasUnfinished(found.get(path) ?? [])) return false;
    for (const [file, diagnostics] of found) {
      if (!hasUnfinished(diagnostics)) this.found.set(file, diagnostics);
    }
    return true;
  }

  /** A file is checked together with the files that see it, because they may use what it declares. */
  private judgedWith(path: string): { together: readonly string[]; isPart: boolean } {
    const { workspace } = this.server;
    const affected = workspace.affectedBy(path);
    const isPart = affected.length > MOST_AT_ONCE;
    return { together: isPart ? affected.filter((one) => one === path || workspace.isOpen(one)) : affected, isPart };
  }

  of(path: string): readonly Diagnostic[] {
    // Shown only for reading. Its effects on other files are found there.
    if (path === PRELUDE_PATH) return [];
    const known = this.found.get(path);
    if (known !== undefined) return known;
    const { together, isPart } = this.judgedWith(path);
    for (const [file, diagnostics] of this.server.workspace.check(together, isPart)) {
      this.found.set(file, diagnostics);
      for (const { fault } of diagnostics) if (fault !== undefined) this.server.guard.log(fault);
    }
    return this.found.get(path) ?? [];
  }
}

function hasUnfinished(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ code }) => code === 'proofs-unfinished');
}

/** How the client learns about findings. */
export interface DiagnosticClient {
  /** Whether it pulls the findings of open files itself. */
  pulls: () => boolean;
  /** Makes it pull again. */
  refresh: () => void;
}

/** Checks soon and notifies the client: open files at once, all others bit by bit, postponed by edits. */
export class Publisher {
  private readonly due = new Set<string>();
  private readonly later = new Set<string>();
  private turn: NodeJS.Immediate | null = null;
  /** Processor time of the last check, in milliseconds: on a busy machine it must not wait on top. */
  private cost = 0;
  private timer: NodeJS.Timeout | null = null;
  private readonly server: Server;
  private readonly findings: Findings;
  private readonly client: DiagnosticClient;
  private readonly finishing: ProofFinisher;

  constructor(server: Server, findings: Findings, client: DiagnosticClient) {
    this.server = server;
    this.findings = findings;
    this.client = client;
    this.finishing = new ProofFinisher(server, findings, (path) => {
      if (this.isPulled(path)) client.refresh();
      else this.send(path, findings.of(path));
    });
  }

  /** Call whenever findings were requested: proofs cut short are finished when it stays quiet. */
  judged(): void {
    this.finishing.begin();
  }

  schedule(paths: readonly string[]): void {
    this.finishing.stop();
    for (const path of paths) this.due.add(path);
    if (this.timer !== null) clearTimeout(this.timer);
    const wait = Math.min(Math.max(0, this.cost - QUICK), LONGEST_WAIT);
    this.timer = setTimeout(() => this.flush(), Math.max(wait, this.server.settings.debounce));
  }

  /** A closed file that was deleted has no findings any more. */
  withdraw(path: string): void {
    this.due.delete(path);
    this.later.delete(path);
    this.send(path, []);
  }

  stop(): void {
    this.finishing.stop();
    if (this.timer !== null) clearTimeout(this.timer);
    if (this.turn !== null) clearImmediate(this.turn);
    this.timer = null;
    this.turn = null;
  }

  private flush(): void {
    this.timer = null;
    const { workspace } = this.server;
    const started = process.cpuUsage();
    const paths = [...this.due];
    this.due.clear();
    for (const path of paths) {
      if (paths.length > MOST_AT_ONCE && !workspace.isOpen(path)) this.later.add(path);
      else this.guarded(path);
    }
    const { user, system } = process.cpuUsage(started);
    this.cost = (user + system) / 1_000;
    this.finishing.begin();
    this.goOn();
  }

  private guarded(path: string): void {
    this.later.delete(path);
    this.server.guard.run(TELLING, path, () => this.publish(path));
  }

  private publish(path: string): void {
    if (this.isPulled(path)) {
      // Results follow the text even if nobody asks for its findings. The findings are kept until somebody does.
      if (this.server.results?.follows(path)) this.findings.of(path);
    } else if (this.server.workspace.fileSystem.look(path).kind === 'file') this.send(path, this.findings.of(path));
    else this.send(path, []);
    if (!this.server.workspace.isOpen(path)) this.findings.release(path);
  }

  /** Checks waiting files while idle; edits that wait for their check come first. */
  private goOn(): void {
    if (this.turn !== null || this.timer !== null || this.later.size === 0) return;
    this.turn = setImmediate(() => {
      this.turn = null;
      const until = performance.now() + SLICE;
      for (const path of this.later) {
        if (this.timer !== null || performance.now() > until) break;
        this.guarded(path);
      }
      this.goOn();
    });
  }

  private isPulled(path: string): boolean {
    return this.client.pulls() && this.server.workspace.isOpen(path);
  }

  private send(path: string, diagnostics: readonly Diagnostic[]): void {
    const { workspace, connection } = this.server;
    const version = workspace.versionOf(path);
    // Fails only after the client has gone, when it no longer matters.
    const sent = connection.sendDiagnostics({
      uri: workspace.uriOf(path),
      ...(version === null ? {} : { version }),
      diagnostics: shown(diagnostics, path, this.server),
    });
    sent.catch(() => {});
  }
}

export function registerPull(server: Server, findings: Findings, publisher: Publisher): void {
  server.connection.languages.diagnostics.on(
    async ({ textDocument, previousResultId }, token): Promise<DocumentDiagnosticReport> => {
      await nextTurn();
      if (token.isCancellationRequested) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      const path = pathOfUri(textDocument.uri);
      const items = shown(findings.of(path), path, server);
      publisher.judged();
      const resultId = String(hash(JSON.stringify(items)));
      if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
    },
  );
}

/** Yields, so that whatever arrived meanwhile (a newer edit, a cancellation) is read before work starts. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return value;
}
