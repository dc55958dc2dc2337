/** Links every file, and marks the clauses whose names mean nothing or whose text is incomplete. */
import type { LangiumCoreServices } from 'langium';
import { rangeOf } from '../diagnostics/place.ts';
import { reportDuplicates } from '../linking/duplicates.ts';
import { flatten, linkDocument } from '../linking/link.ts';
import type { SymbolTables } from '../linking/symbols.ts';
import { isUndeclared } from '../linking/undeclared-categories.ts';
import { reportUnresolved } from '../linking/unresolved.ts';
import { quoted } from '../parser/slips.ts';
import type { Session } from '../types/session.ts';
import type { LoadedFile, LoadResult } from '../workspace/load.ts';
import { visibleFiles } from '../workspace/load.ts';

export function linkFiles(
  loaded: LoadResult,
  services: LangiumCoreServices,
  symbols: SymbolTables,
  session: Session,
): void {
  const all = [...loaded.files, loaded.prelude];
  symbols.forget();
  for (const file of all) {
    // A declaration may have come over from an earlier tree of its file, which knew what it had linked.
    file.document.references = flatten(file.model).uses.map(({ reference }) => reference);
    services.references.Linker.unlink(file.document);
    symbols.setVisible(
      file.document,
      visibleFiles(file, loaded.prelude).map((other) => other.document),
    );
  }
  for (const file of all) {
    for (const failed of linkDocument(file.document)) {
      reportUnresolved(failed, file.path, services, session.sink);
      session.taint.mark(failed.container);
    }
  }
  for (const file of loaded.files) reportUndeclared(file, session);
  const { AstReflection } = services.shared;
  for (const file of loaded.files) {
    for (const node of flatten(file.model).nodes) {
      if (AstReflection.isComplete(node)) continue;
      session.incomplete.add(node);
      session.taint.mark(node);
    }
  }
  const reported = new Set<object>();
  for (const file of loaded.files) reportDuplicates(file, visibleFiles(file, loaded.prelude), session, reported);
}

/** Once a category and file: a mix counts what nothing but the log's own labels can tell. */
function reportUndeclared(file: LoadedFile, session: Session): void {
  const reported = new Set<string>();
  for (const { container, property, reference } of flatten(file.model).uses) {
    const category = 'ref' in reference ? reference.ref : undefined;
    if (container.$type !== 'Share' || category === undefined || !isUndeclared(category)) continue;
    const name = reference.$refText;
    if (reported.has(name)) continue;
    reported.add(name);
    session.sink.report('category-undeclared', file.path, rangeOf({ node: container, property }), {
      name: quoted(name),
    });
  }
}
