/** Finds cycles where none may be: imports, `extends`, metrics, derived signals. */
import type { AstNode } from 'langium';
import { kindName } from '../diagnostics/kinds.ts';
import { rangeOf } from '../diagnostics/place.ts';
import type * as ast from '../generated/ast.ts';
import { DEFINITION } from '../limits.ts';
import { findCycles, restedOnFirst } from '../linking/cycles.ts';
import { writtenBases } from '../linking/inheritance.ts';
import { flatten } from '../linking/link.ts';
import type { Host } from '../linking/symbols.ts';
import { referencesIn } from '../types/metrics.ts';
import type { Session } from '../types/session.ts';
import type { LoadedFile, LoadResult } from '../workspace/load.ts';

export function checkCycles(loaded: LoadResult, session: Session): void {
  const elements = loaded.files.flatMap((file) => file.model.elements);
  const hosts = elements.filter((element): element is Host => element.$type === 'Group' || element.$type === 'Policy');
  report(findCycles(hosts, writtenBases), session);
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

const TOO_MANY = {
  en: `has more than ${DEFINITION.parts} parts after expansion. Define it with fewer parts`,
  zh: `展开后超过 ${DEFINITION.parts} 个部分。请用更少的部分来定义`,
};
const TOO_DEEP = {
  en: `nests more than ${DEFINITION.depth} levels after expansion. Define it in fewer steps`,
  zh: `展开后嵌套超过 ${DEFINITION.depth} 层。请减少定义的层数`,
};

interface Extent {
  parts: number;
  depth: number;
}

/** Sizes multiply along definitions and depths add up, so expanding a few lines could exhaust memory or the stack. */
function reportLarge<T extends ast.Metric | ast.Signal>(
  definitions: readonly T[],
  usesOf: (definition: T) => readonly T[],
  session: Session,
): void {
  const extents = new Map<T, Extent>();
  for (const definition of restedOnFirst(definitions, usesOf)) {
    const uses = usesOf(definition);
    const extent = extentOf(definition, uses, extents);
    // Reported once, at its source: everything that uses it is broken because of that alone.
    if (uses.some((use) => session.taint.hasByName(use))) session.taint.mark(definition);
    const problem = extent.parts > DEFINITION.parts ? TOO_MANY : extent.depth > DEFINITION.depth ? TOO_DEEP : null;
    if (problem !== null && !session.taint.hasByName(definition)) {
      const filling = { kind: kindName(definition.$type), name: definition.name, problem };
      session.report('definition-too-large', { node: definition, property: 'name' }, filling);
    }
    extents.set(definition, problem === null ? extent : { parts: 1, depth: 1 });
  }
}

function extentOf<T extends ast.Metric | ast.Signal>(
  definition: T,
  uses: readonly T[],
  known: ReadonlyMap<T, Extent>,
): Extent {
  let [parts, deepest] = [0, 0];
  for (const use of uses) {
    const { parts: more, depth } = known.get(use) ?? { parts: 1, depth: 1 };
    parts += more;
    deepest = Math.max(deepest, depth);
  }
  return { parts: Math.max(1, parts), depth: deepest + heightOf(definition) };
}

/** Height of the definition as written. */
function heightOf(definition: AstNode): number {
  const depths = new Map<AstNode, number>();
  let most = 1;
  for (const node of flatten(definition).nodes) {
    const depth = (node.$container === undefined ? 0 : (depths.get(node.$container) ?? 0)) + 1;
    depths.set(node, depth);
    most = Math.max(most, depth);
  }
  return most - 1;
}

function present<T>(references: readonly ({ ref: T | undefined } | undefined)[]): T[] {
  return references.flatMap((reference) => (reference?.ref === undefined ? [] : [reference.ref]));
}

/** Marks every declaration of a cycle as broken, and reports the first one. */
function report(cycles: readonly (readonly (AstNode & { name: string })[])[], session: Session): void {
  for (const cycle of cycles) {
    const first = cycle[0];
    if (first === undefined) continue;
    for (const node of cycle) session.taint.mark(node);
    const chain = chainOf(cycle.map((node) => node.name));
    session.report('definition-cycle', { node: first, property: 'name' }, { kind: kindName(first.$type), chain });
  }
}

export function reportImportCycles(loaded: LoadResult, session: Session): void {
  const targets = (file: LoadedFile): LoadedFile[] => file.imports.flatMap(({ target }) => (target ? [target] : []));
  for (const cycle of findCycles(loaded.files, targets)) {
    const [first, second] = cycle;
    const node: ast.Import | undefined = first?.imports.find(({ target }) => target === second)?.node;
    if (first === undefined || node === undefined) continue;
    const chain = chainOf(cycle.map((file) => file.path));
    session.sink.report('import-cycle', first.path, rangeOf({ node, property: 'path' }), { chain });
  }
}

const MOST_TOLD = 20;

/** Shortens a long cycle to its start and end. */
function chainOf(names: readonly string[]): string {
  const text =
    names.length <= MOST_TOLD ? names : [...names.slice(0, MOST_TOLD / 2), '…', ...names.slice(-MOST_TOLD / 2)];
  return text.join(' → ');
}
