/**
 * Checks names, units and scopes, but only where something changed since the last check.
 *
 * - Finds exactly what a first check of the same files would find: `test/incremental.test.ts`.
 * - Keeps everything per declaration (`units.ts`); `stale.ts` decides which declarations to check again.
 */
import type { AstNode, LangiumCoreServices } from 'langium';
import { Composer } from '../compose/compose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { kindName } from '../diagnostics/kinds.ts';
import { DiagnosticSink } from '../diagnostics/sink.ts';
import type { Element } from '../generated/ast.ts';
import { EXTENDS } from '../limits.ts';
import type { Duplicate } from '../linking/duplicates.ts';
import { duplicatesAmong, duplicatesWithin, reportDuplicate } from '../linking/duplicates.ts';
import { cutLongChains } from '../linking/inheritance.ts';
import { flatten } from '../linking/link.ts';
import type { Host, SymbolTables } from '../linking/symbols.ts';
import type { LowerContext } from '../lower/environment.ts';
import { LexiconReader } from '../lower/lexicons.ts';
import { checkCycles, reportImportCycles } from '../passes/cycles.ts';
import { checkMeaning } from '../passes/meaning.ts';
import { link, markIncomplete, reportUndeclared, unlink, type Work } from '../passes/names.ts';
import { TypeChecker } from '../types/checker.ts';
import { MetricFacts } from '../types/metrics.ts';
import { Session } from '../types/session.ts';
import type { FileSystem } from '../workspace/file-system.ts';
import type { LoadedFile, LoadResult } from '../workspace/load.ts';
import { visibleFiles } from '../workspace/load.ts';
import { EntryPieces } from './pieces.ts';
import { FileRecords } from './records.ts';
import { shiftDiagnostic } from './shift.ts';
import { staleElements } from './stale.ts';
import { elementOf, rememberNames, Units } from './units.ts';

/** Findings of a check that belong to no single declaration. */
interface Common {
  /** Cycles and oversized definitions: the declarations involved may be far apart. */
  cycles: readonly Diagnostic[];
  /** Findings that depend on which declarations exist. */
  others: readonly Diagnostic[];
}

export class Analysis {
  readonly units = new Units();
  readonly session = new Session();
  readonly composer = new Composer();
  readonly checker: TypeChecker;
  readonly lexicons = new LexiconReader(this.session);
  private readonly services: LangiumCoreServices;
  private readonly symbols: SymbolTables;
  private readonly records = new FileRecords();
  private readonly entries = new Map<string, EntryPieces>();
  private check = 0;
  private hadCycles = false;
  /** Hosts whose policy chain is cut in the current check. */
  private tooLong: readonly Host[] = [];

  constructor(services: LangiumCoreServices, symbols: SymbolTables) {
    this.services = services;
    this.symbols = symbols;
    this.checker = new TypeChecker(this.session, new MetricFacts(), symbols);
  }

  /** Returns all findings in the files except syntax errors, in no particular order. */
  run(loaded: LoadResult, fileSystem: FileSystem): Diagnostic[] {
    this.check++;
    this.move(loaded);
    const files = [...loaded.files, loaded.prelude];
    this.session.begin(files);
    this.lexicons.begin(fileSystem);
    for (const file of files) this.symbols.setVisible(file.document, documentsSeenBy(file, loaded));
    this.records.update(files, this.check);
    const elements = files.flatMap((file) => file.model.elements);
    const duplicates = duplicatesOf(loaded);
    const twice = secondsByElement(duplicates);
    const stale = this.hadCycles ? new Set(elements) : this.stale(loaded, twice);
    let common = this.judge(loaded, stale, duplicates);
    // The edit that closes a cycle may be far from where the cycle starts.
    if (common.cycles.length > 0 && !this.hadCycles) common = this.judge(loaded, new Set(elements), duplicates);
    this.hadCycles = common.cycles.length > 0;
    for (const element of elements) this.units.of(element).duplicates = twice.get(element) ?? [];
    for (const file of files) this.records.seen(file, loaded);
    const own = elements.flatMap((element) => this.units.of(element).diagnostics);
    return [...common.others, ...common.cycles, ...own];
  }

  forget(path: string): void {
    this.records.forget(path);
    this.entries.delete(path);
  }

  release(path: string): void {
    this.entries.delete(path);
  }

  /** What an entry file sees, lowered as of this check. */
  lowered(context: LowerContext): EntryPieces {
    const paths = context.files.map(({ path }) => path);
    const entry = paths[0] ?? '';
    let pieces = this.entries.get(entry);
    if (pieces === undefined || pieces.files.join('\n') !== paths.join('\n')) {
      pieces = new EntryPieces(paths);
      this.entries.set(entry, pieces);
    }
    pieces.update(context, this.units);
    return pieces;
  }

  /** Moves findings along with their text. */
  private move({ shifts }: LoadResult): void {
    for (const { path, shift } of shifts) {
      for (const entry of this.entries.values()) entry.move(path, shift);
      for (const element of this.records.elements()) {
        const unit = this.units.of(element);
        if (unit.diagnostics.length === 0) continue;
        unit.diagnostics = unit.diagnostics.map((diagnostic) => shiftDiagnostic(diagnostic, path, shift));
      }
    }
  }

  private stale(loaded: LoadResult, duplicates: ReadonlyMap<AstNode, readonly AstNode[]>): ReadonlySet<Element> {
    const { units, records, lexicons, check } = this;
    return staleElements(loaded, { units, records, lexicons, duplicates, check });
  }

  /** Checks declarations again and stores the findings with each. */
  private judge(loaded: LoadResult, stale: ReadonlySet<Element>, duplicates: readonly Duplicate[]): Common {
    const { session, units } = this;
    const own = new DiagnosticSink();
    const cycles = new DiagnosticSink();
    const others = new DiagnosticSink();
    const works = [...loaded.files, loaded.prelude].map((file): Work => {
      const elements = file.model.elements.filter((element) => stale.has(element));
      return { file, elements };
    });
    for (const element of stale) this.forgetElement(element);
    session.into(own, () => this.name(works, loaded.prelude, hostsOf(loaded)));
    session.into(others, () => {
      for (const file of loaded.files) reportUndeclared(file, (element) => units.of(element).shares, session);
      for (const duplicate of duplicates) reportDuplicate(duplicate, session);
      reportImportCycles(loaded, session);
    });
    session.into(cycles, () => {
      checkCycles(loaded, session);
      for (const host of this.tooLong) {
        const filling = { kind: kindName(host.$type), name: host.name, problem: TOO_LONG };
        session.report('definition-too-large', { node: host, property: 'name' }, filling);
      }
    });
    session.taint.named();
    session.into(own, () => {
      const parts = { composer: this.composer, checker: this.checker, lexicons: this.lexicons, session };
      for (const work of works) {
        if (work.file !== loaded.prelude) checkMeaning(work, isPrelude(work.file, loaded), parts);
      }
    });
    this.keep(own.diagnostics, works);
    return { cycles: cycles.diagnostics, others: others.diagnostics };
  }

  private forgetElement(element: Element): void {
    this.session.taint.clear(flatten(element).nodes);
    if (element.$type === 'Metric') this.checker.forget(element);
    if (element.$type !== 'Group' && element.$type !== 'Policy') return;
    this.composer.forget(element);
    this.symbols.forget(element);
  }

  /** Links names, and marks what is broken by its text or names alone. */
  private name(works: readonly Work[], prelude: LoadedFile, hosts: readonly Host[]): void {
    const { session, services } = this;
    const { AstReflection } = services.shared;
    session.taint.begin();
    unlink(works, services);
    this.tooLong = cutLongChains(hosts);
    for (const work of works) link(work, services, session);
    for (const { file, elements } of works) {
      for (const element of elements) rememberNames(this.units.of(element));
      if (file === prelude) continue;
      markIncomplete([file.model, ...file.model.imports], AstReflection, session);
      for (const element of elements) {
        const { nodes } = flatten(element);
        markIncomplete(nodes, AstReflection, session);
        for (const duplicate of duplicatesWithin(nodes)) reportDuplicate(duplicate, session);
      }
    }
  }

  private keep(found: readonly Diagnostic[], works: readonly Work[]): void {
    const byFile = Map.groupBy(found, ({ file }) => file);
    for (const { file, elements } of works) {
      const here = byFile.get(file.path) ?? [];
      const byElement = Map.groupBy(here, ({ range }) => elementAt(range.startOffset, elements));
      for (const element of elements) {
        const unit = this.units.of(element);
        unit.stamp = this.check;
        unit.diagnostics = byElement.get(element) ?? [];
      }
    }
  }
}

function documentsSeenBy(file: LoadedFile, { prelude }: LoadResult): LoadedFile['document'][] {
  return visibleFiles(file, prelude).map(({ document }) => document);
}

function isPrelude(file: LoadedFile, { prelude }: LoadResult): boolean {
  return file.text === prelude.text;
}

/** Names that are declared twice within what a file sees. */
function duplicatesOf(loaded: LoadResult): Duplicate[] {
  const reported = new Set<AstNode>();
  return loaded.files.flatMap((file) => duplicatesAmong(visibleFiles(file, loaded.prelude), reported));
}

function secondsByElement(duplicates: readonly Duplicate[]): ReadonlyMap<AstNode, readonly AstNode[]> {
  const seconds = new Map<AstNode, AstNode[]>();
  for (const { second } of duplicates) {
    const element = elementOf(second.node) ?? second.node;
    seconds.set(element, [...(seconds.get(element) ?? []), second.node]);
  }
  return seconds;
}

/** @param elements in source order */
function elementAt(offset: number, elements: readonly Element[]): Element | null {
  let [low, high] = [0, elements.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((elements[middle]?.$cstNode?.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  const found = elements[low];
  return found?.$cstNode !== undefined && found.$cstNode.offset <= offset ? found : null;
}

function hostsOf({ files }: LoadResult): Host[] {
  const elements = files.flatMap((file) => file.model.elements);
  return elements.filter((element): element is Host => element.$type === 'Group' || element.$type === 'Policy');
}

const TOO_LONG = {
  en: `extends a chain of more than ${EXTENDS.depth} policies. Extend fewer`,
  zh: `继承的规范链超过了 ${EXTENDS.depth} 层。请减少层数`,
};
