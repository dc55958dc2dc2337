/** Reports unreadable files, and looks at (but does not read) files that rules name for others to read. */
import type { AstNode } from 'langium';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { replaceFix } from '../diagnostics/fixes.ts';
import { CHECK_PATH, didYouMean } from '../diagnostics/hints.ts';
import { rangeOf, START } from '../diagnostics/place.ts';
import type { DiagnosticSink } from '../diagnostics/sink.ts';
import type * as ast from '../generated/ast.ts';
import { flatten } from '../linking/link.ts';
import { quoted } from '../parser/slips.ts';
import { A_FOLDER, type FileContent, type FileState, type FileSystem } from '../workspace/file-system.ts';
import type { LoadResult } from '../workspace/load.ts';
import { meantPath } from '../workspace/meant-path.ts';
import { folderOf, resolvePath } from '../workspace/paths.ts';

/** Nodes that name a file that is read when the rules run. */
type FileReference = ast.Roster | ast.Sample | ast.GivenLog | ast.Snapshot;

const NAMING: ReadonlySet<string> = new Set<FileReference['$type']>(['Roster', 'Sample', 'GivenLog', 'Snapshot']);

export function reportFiles(loaded: LoadResult, fileSystem: FileSystem, sink: DiagnosticSink): void {
  for (const { path, failure } of loaded.failures) reportFailure(failure, path, path, START, sink);
  for (const file of loaded.files) {
    for (const { node, failure } of file.imports) {
      if (failure === null) continue;
      const range = rangeOf({ node, property: 'path' });
      const written = file.text.slice(range.startOffset + 1, range.endOffset - 1);
      const isLost = failure.kind === 'missing' || !written.endsWith('.group');
      const meant = isLost ? meantPath({ path: written, file: file.path, ending: '.group' }, fileSystem) : null;
      if (meant === null) reportFailure(failure, node.path, file.path, range, sink);
      else reportMeant(written, meant, file.path, range, sink);
    }
    for (const node of file.model.elements.flatMap(namingIn)) {
      if (node.path === undefined) continue;
      const state = fileSystem.look(resolvePath(folderOf(file.path), node.path));
      // A missing file may be created later, or be a glob: the rule `missing-file` handles it.
      if (state.kind === 'file' || state.kind === 'missing' || isLogFolder(node, state)) continue;
      reportFailure(state, node.path, file.path, rangeOf({ node, property: 'path' }), sink);
    }
  }
}

function reportMeant(
  written: string,
  meant: string,
  file: string,
  range: Diagnostic['range'],
  sink: DiagnosticSink,
): void {
  const fixes = [replaceFix(file, range, `"${meant}"`)];
  sink.report('file-missing', file, range, { path: quoted(written), hint: didYouMean(meant) }, { fixes });
}

const NAMED = new WeakMap<ast.Element, readonly FileReference[]>();

function namingIn(element: ast.Element): readonly FileReference[] {
  const known = NAMED.get(element);
  if (known !== undefined) return known;
  const found = flatten(element).nodes.filter(isNaming);
  NAMED.set(element, found);
  return found;
}

function isNaming(node: AstNode): node is FileReference {
  return NAMING.has(node.$type);
}

/** A log may be a folder of files. */
function isLogFolder({ $type }: FileReference, state: FileState): boolean {
  return state.kind === 'folder' && ($type === 'Sample' || $type === 'GivenLog');
}

function reportFailure(
  failure: FileContent | FileState,
  path: string,
  file: string,
  range: Diagnostic['range'],
  sink: DiagnosticSink,
): void {
  if (failure.kind === 'missing') sink.report('file-missing', file, range, { path, hint: CHECK_PATH });
  if (failure.kind === 'folder') sink.report('file-unreadable', file, range, { path, reason: A_FOLDER });
  if (failure.kind === 'outside') sink.report('file-outside', file, range, { path, allow: failure.allow });
  if (failure.kind === 'unreadable') sink.report('file-unreadable', file, range, { path, reason: failure.reason });
}
