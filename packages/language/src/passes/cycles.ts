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
  const elements = loaded.files.flatMap((file) => file.model.elements);
  const hosts = elements.filter((element): element is Host => element.$type === 'Group' || element.$type === 'Policy');
  report(
    findCycles(hosts, (host) => present(host.bases)),
    session,
  );
  const metrics = elements.filter((element) => element.$type === 'Metric');
  const metricsOf = (metric: ast.Metric): ast.Metric[] =>
    referencesIn(metric.value).filter((target) => target.$type === 'Metric');
  report(findCycles(metrics, metricsOf), session);
  reportLarge(metrics, metricsOf, session);
  const signals = elements.filter((element) => element.$type === 'Signal');
  const signalsOf = (signal: ast.Signal): ast.Signal[] => present(signal.parts.map((part) => part.signal));
  report(findCycles(signals, signalsOf), session);
  reportLarge(signals, signalsOf, session);
}

/** Parts that a definition may have once all others are put in place. */
const LARGEST = 1_000;

/** Sizes multiply along definitions: a chain of a few lines could outgrow any memory when it is expanded. */
function reportLarge<T extends ast.Metric | ast.Signal>(
  definitions: readonly T[],
  usesOf: (definition: T) => readonly T[],
  session: Session,
): void {
  const sizes = new Map<T, number>();
  const sizeOf = (definition: T): number => {
    const known = sizes.get(definition);
    if (known !== undefined) return known;
    sizes.set(definition, 1);
    const uses = usesOf(definition);
    const size = Math.max(
      1,
      uses.reduce((sum, use) => sum + sizeOf(use), 0),
    );
    const tooLarge = size > LARGEST;
    // Reported once: what uses it is broken by that alone.
    if (uses.some((use) => session.taint.hasByName(use))) session.taint.mark(definition);
    if (tooLarge && !session.taint.hasByName(definition)) {
      const filling = { kind: kindName(definition.$type), name: definition.name };
      session.report('definition-too-large', { node: definition, property: 'name' }, filling);
    }
    sizes.set(definition, tooLarge ? 1 : size);
    return sizes.get(definition) ?? 1;
  };
  for (const definition of definitions) sizeOf(definition);
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

export function reportImportCycles(loaded: LoadResult, session: Session): void {
  const targets = (file: LoadedFile): LoadedFile[] => file.imports.flatMap(({ target }) => (target ? [target] : []));
  for (const cycle of findCycles(loaded.files, targets)) {
    const [first, second] = cycle;
    const node: ast.Import | undefined = first?.imports.find(({ target }) => target === second)?.node;
    if (first === undefined || node === undefined) continue;
    const chain = cycle.map((file) => file.path).join(' → ');
    session.sink.report('import-cycle', first.path, rangeOf({ node, property: 'path' }), { chain });
  }
}
