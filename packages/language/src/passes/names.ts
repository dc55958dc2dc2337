/** Links declarations, and marks clauses with unresolved names or incomplete text as broken. */
import type { AstNode, AstReflection, LangiumCoreServices } from 'langium';
import { DocumentState } from 'langium';
import { rangeOf } from '../diagnostics/place.ts';
import type { Element } from '../generated/ast.ts';
import { flatten } from '../linking/link.ts';
import { isUndeclared } from '../linking/undeclared-categories.ts';
import { reportUnresolved } from '../linking/unresolved.ts';
import { wordsLeftOut } from '../parser/errors.ts';
import { quoted } from '../parser/slips.ts';
import type { Session } from '../types/session.ts';
import type { LoadedFile } from '../workspace/load.ts';

/** A file, and those of its declarations that this check judges. */
export interface Work {
  file: LoadedFile;
  elements: readonly Element[];
}

/** Resets all references before any is resolved: resolving one may lead through others. */
export function unlink(work: readonly Work[], { references }: LangiumCoreServices): void {
  for (const { file, elements } of work) {
    const { document } = file;
    document.references = elements.flatMap((element) => flatten(element).uses.map(({ reference }) => reference));
    references.Linker.unlink(document);
    document.state = DocumentState.ComputedScopes;
  }
}

export function link({ file, elements }: Work, services: LangiumCoreServices, session: Session): void {
  const leftOut = wordsLeftOut(file.document);
  const lacksFile = file.imports.some(({ failure }) => failure !== null);
  for (const element of elements) {
    for (const use of flatten(element).uses) {
      if (use.reference.ref !== undefined) continue;
      // It may be declared in text that a syntax error made unreadable, or in a missing file.
      if (!leftOut.has(use.reference.$refText) && !lacksFile) reportUnresolved(use, file.path, services, session.sink);
      session.taint.mark(use.container);
    }
  }
  // The linker keeps a long list of what it linked, which would only grow.
  file.document.references = [];
  file.document.state = DocumentState.Linked;
}

export function markIncomplete(nodes: Iterable<AstNode>, reflection: AstReflection, session: Session): void {
  for (const node of nodes) {
    if (reflection.isComplete(node)) continue;
    session.incomplete.add(node);
    session.taint.mark(node);
  }
}

/** Reports each category once per file: a mix may count messages that only the log's own labels identify. */
export function reportUndeclared(
  file: LoadedFile,
  sharesOf: (element: Element) => readonly { container: AstNode; property: string; reference: ShareReference }[],
  session: Session,
): void {
  const reported = new Set<string>();
  for (const { container, property, reference } of file.model.elements.flatMap(sharesOf)) {
    const category = reference.ref;
    if (category === undefined || !isUndeclared(category)) continue;
    const name = reference.$refText;
    if (reported.has(name)) continue;
    reported.add(name);
    session.sink.report('category-undeclared', file.path, rangeOf({ node: container, property }), {
      name: quoted(name),
    });
  }
}

type ShareReference = { ref: AstNode | undefined; $refText: string };
