/** What may not lead back to itself: imports, `extends`, metrics, derived signals. */
import type { AstNode } from 'langium';
import { kindName } from '../diagnostics/kinds.ts';
import { rangeOf } from '../diagnostics/place.ts';
import type * as ast from '../generated/ast.ts';
import { findCycles } from '../linking/cycles.ts';
import type { Host } from '../linking/symbols.ts';
import { referencesIn } from '../types/metrics.ts';
import type { Session } from '../types/session.ts';
import type { LoadedFile, LoadResult } from '../workspace/load.ts';

export function checkCycles(loaded: LoadResult, session: Session): void {
  reportImports(loaded, session);
  const elements = loaded.files.flatMap((file) => file.model.elements);
  const hosts = elements.filter((element): element is Host => element.$type === 'Group' || element.$type === 'Policy');
  report(
    findCycles(hosts, (host) => present(host.bases)),
    session,
  );
  const metrics = elements.filter((element) => element.$type === 'Metric');
  report(
    findCycles(metrics, (metric) => referencesIn(metric.value).filter((target) => target.$type === 'Metric')),
    session,
  );
  const signals = elements.filter((element) => element.$type === 'Signal');
  report(
    findCycles(signals, (signal) => present(signal.parts.map((part) => part.signal))),
    session,
  );
}

function present<T>(references: readonly ({ ref: T | undefined } | undefined)[]): T[] {
  return references.flatMap((reference) => (reference?.ref === undefined ? [] : [reference.ref]));
}

/** Marks every declaration of a cycle as broken and reports it at the first. */
function report(cycles: readonly (readonly (AstNode & { name: string })[])[], session: Session): void {
  for (const cycle of cycles) {
    const first = cycle[0];
    if (first === undefined) continue;
    for (const node of cycle) session.taint.mark(node);
    const chain = cycle.map((node) => node.name).join(' → ');
    session.report('definition-cycle', { node: first, property: 'name' }, { kind: kindName(first.$type), chain });
  }
}

function reportImports(loaded: LoadResult, session: Session): void {
  const targets = (file: LoadedFile): LoadedFile[] => file.imports.flatMap(({ target }) => (target ? [target] : []));
  for (const cycle of findCycles(loaded.files, targets)) {
    const [first, second] = cycle;
    const node: ast.Import | undefined = first?.imports.find(({ target }) => target === second)?.node;
    if (first === undefined || node === undefined) continue;
    const chain = cycle.map((file) => file.path).join(' → ');
    session.sink.report('import-cycle', first.path, rangeOf({ node, property: 'path' }), { chain });
  }
}
