/**
 * Keeps the server running: catches whatever is thrown while it answers, checks or listens.
 *
 * - Each fault of a file is reported once: in the client's log with its stack, and at the start of the file.
 * - A request that throws is retried once with all cached state dropped, because that state may be the cause. If it throws again,
 *   the answer is empty.
 * - Errors meant for the client (`ResponseError`) pass through.
 */
import type { Bilingual } from '@steward/text';
import type { Connection } from 'vscode-languageserver';
import { DocumentDiagnosticReportKind, ResponseError } from 'vscode-languageserver';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type Fault, faultOf, keyOfFault } from '../diagnostics/fault.ts';
import { DiagnosticSink } from '../diagnostics/sink.ts';
import { pathOfUri } from './text/places.ts';

export interface GuardOptions {
  /** Drops everything cached from earlier texts. */
  renew: () => void;
  say: (text: Bilingual) => string;
  /** Called when there is something new to show at the start of a file. */
  refresh: (path: string) => void;
}

type Handler = (...parameters: unknown[]) => unknown;

/** For faults that belong to no file. */
const NO_FILE = '';

export class Guard {
  /** The same connection; every handler registered through it is guarded. */
  readonly connection: Connection;
  private readonly raw: Connection;
  private readonly options: GuardOptions;
  private readonly reported = new Set<string>();
  private readonly found = new Map<string, Fault[]>();

  constructor(raw: Connection, options: GuardOptions) {
    this.raw = raw;
    this.options = options;
    this.connection = guarded(raw, '', (name, handler) => this.wrapped(name, handler));
  }

  /** Runs work that no request waits for. */
  run(part: Bilingual, path: string, work: () => void): void {
    try {
      work();
    } catch (error) {
      this.options.renew();
      this.formatter(faultOf(path, part, error));
    }
  }

  /** Guards a promise that nobody awaits. */
  later(part: Bilingual, work: Promise<unknown>): void {
    work.catch((error: unknown) => this.formatter(faultOf(NO_FILE, part, error)));
  }

  /** Handles exceptions that nothing else caught; the server keeps running. */
  uncaught(error: unknown): void {
    this.options.renew();
    this.formatter(faultOf(NO_FILE, { en: 'the language server', zh: '语言服务' }, error));
  }

  /** Writes a fault to the client's log, once. @returns whether it was new */
  log(fault: Fault): boolean {
    const key = keyOfFault(fault);
    if (this.reported.has(key)) return false;
    this.reported.add(key);
    const said = this.options.say({
      en: `This is a bug in Steward, not in your files: please report it. It failed in ${fault.part.en}; everything else keeps working.`,
      zh: `这是 Steward 的故障，不是你的文件的问题，请反馈给我们。出错的是${fault.part.zh.trim()}，其余功能照常。`,
    });
    this.raw.console.error(`${fault.file}\n${said}\n${fault.stack}`.trimStart());
    return true;
  }

  /** The faults of features in a file, to be shown with the checker's findings. */
  faultsOf(path: string): readonly Diagnostic[] {
    const sink = new DiagnosticSink();
    for (const fault of this.found.get(path) ?? []) sink.fault(fault, 'warning');
    return sink.diagnostics;
  }

  /** The file has a new text: what failed may work now. */
  changed(path: string): void {
    this.found.delete(path);
  }

  private formatter(fault: Fault): void {
    this.log(fault);
    const { file } = fault;
    const before = this.found.get(file) ?? [];
    const isShown = before.some((other) => keyOfFault(other) === keyOfFault(fault));
    if (file === NO_FILE || isShown) return;
    this.found.set(file, [...before, fault]);
    this.options.refresh(file);
  }

  private wrapped(name: string, handler: Handler): Handler {
    const part = { en: `the feature \`${name}\``, zh: `功能 \`${name}\` ` };
    const isQuestion = !/^(onDid|onInitialize|onShutdown|onExit|onNotification|onProgress|onRequest)/.test(name);
    return (...parameters) => {
      const fail = (error: unknown): unknown => {
        if (error instanceof ResponseError) throw error;
        this.options.renew();
        this.formatter(faultOf(pathIn(parameters), part, error));
        // Our own requests report their failure themselves.
        if (name === 'onRequest' || name === 'onInitialize') throw error;
        return nothing(name);
      };
      const again = (error: unknown): unknown => {
        if (error instanceof ResponseError || !isQuestion) return fail(error);
        this.options.renew();
        return attempt(() => handler(...parameters), fail);
      };
      return attempt(() => handler(...parameters), again);
    };
  }
}

function attempt(work: () => unknown, recover: (error: unknown) => unknown): unknown {
  try {
    const result = work();
    return result instanceof Promise ? result.catch(recover) : result;
  } catch (error) {
    return recover(error);
  }
}

/** The empty answer. */
function nothing(name: string): unknown {
  if (name === 'diagnostics') return { kind: DocumentDiagnosticReportKind.Full, items: [] };
  return name === 'semanticTokens' ? { data: [] } : null;
}

/** The file that a request or notification is about. */
function pathIn([first]: readonly unknown[]): string {
  const uri = property(property(first, 'textDocument') ?? property(first, 'document') ?? first, 'uri');
  return typeof uri === 'string' ? pathOfUri(uri) : NO_FILE;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** @param within the name of the object that `target` is part of */
function guarded<T extends object>(target: T, within: string, wrap: (name: string, handler: Handler) => Handler): T {
  return new Proxy(target, {
    get(object, name) {
      const value: unknown = Reflect.get(object, name, object);
      if (typeof name !== 'string' || value === null) return value;
      if (typeof value === 'object') return guarded(value, name, wrap);
      if (typeof value !== 'function') return value;
      if (!/^on(?=[A-Z]|$)/.test(name)) return value.bind(object);
      const called = name === 'on' || within === 'semanticTokens' ? within : name;
      return (...given: unknown[]) =>
        Reflect.apply(
          value,
          object,
          given.map((one) => (typeof one === 'function' ? wrap(called, one as Handler) : one)),
        );
    },
  });
}
