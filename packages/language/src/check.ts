/**
 * The checker: paths in, diagnostics out.
 *
 * - Synchronous and total: faults of the input are diagnostics; an exception is our bug.
 * - Reads only through the file system that it is given.
 */
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { compareDiagnostics } from './diagnostics/diagnostic.ts';
import { rangeOf, START } from './diagnostics/place.ts';
import { DiagnosticSink } from './diagnostics/sink.ts';
import { linkDocument } from './linking/link.ts';
import { GroupScopeProvider } from './linking/scope-provider.ts';
import { reportUnresolved } from './linking/unresolved.ts';
import { reportSyntax } from './parser/syntax-errors.ts';
import type { GroupServices } from './services.ts';
import { createGroupServices } from './services.ts';
import type { FileContent, FileSystem } from './workspace/file-system.ts';
import type { LoadedFile, LoadResult } from './workspace/load.ts';
import { Loader, visibleFiles } from './workspace/load.ts';

export interface CheckResult {
  /** In order of file and place. */
  diagnostics: readonly Diagnostic[];
  files: readonly LoadedFile[];
}

/** A checker that keeps the trees of unchanged files between checks. */
export class Checker {
  readonly services: GroupServices;
  private readonly loader: Loader;

  constructor(services: GroupServices = createGroupServices()) {
    this.services = services;
    this.loader = new Loader(services);
  }

  check(entryPaths: readonly string[], fileSystem: FileSystem): CheckResult {
    const sink = new DiagnosticSink();
    const loaded = this.loader.load(entryPaths, fileSystem);
    reportFiles(loaded, sink);
    for (const file of loaded.files) reportSyntax(file.document.parseResult, file.path, file.text, sink);
    this.link(loaded, sink);
    return { diagnostics: sink.diagnostics.toSorted(compareDiagnostics), files: loaded.files };
  }

  private link(loaded: LoadResult, sink: DiagnosticSink): void {
    const { ScopeProvider, Linker } = this.services.group.references;
    if (!(ScopeProvider instanceof GroupScopeProvider)) throw new Error('The services were built without our scopes');
    const all = [...loaded.files, loaded.prelude];
    ScopeProvider.symbols.forget();
    for (const file of all) {
      Linker.unlink(file.document);
      const visible = visibleFiles(file, loaded.prelude).map((other) => other.document);
      ScopeProvider.symbols.setVisible(file.document, visible);
    }
    for (const file of all) {
      for (const failed of linkDocument(file.document)) reportUnresolved(failed, file.path, this.services.group, sink);
    }
  }
}

function reportFiles(loaded: LoadResult, sink: DiagnosticSink): void {
  for (const { path, failure } of loaded.failures) reportFailure(failure, path, path, START, sink);
  for (const file of loaded.files) {
    for (const { node, failure } of file.imports) {
      if (failure) reportFailure(failure, node.path, file.path, rangeOf({ node, property: 'path' }), sink);
    }
  }
}

function reportFailure(
  failure: FileContent,
  path: string,
  file: string,
  range: Diagnostic['range'],
  sink: DiagnosticSink,
): void {
  if (failure.kind === 'missing') sink.report('file-missing', file, range, { path });
  if (failure.kind === 'unreadable') sink.report('file-unreadable', file, range, { path, reason: failure.reason });
}
