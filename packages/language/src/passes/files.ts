/** Files that could not be read. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rangeOf, START } from '../diagnostics/place.ts';
import type { DiagnosticSink } from '../diagnostics/sink.ts';
import type { FileContent } from '../workspace/file-system.ts';
import type { LoadResult } from '../workspace/load.ts';

export function reportFiles(loaded: LoadResult, sink: DiagnosticSink): void {
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
