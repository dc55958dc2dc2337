/**
 * The checker: paths in, diagnostics and policies out.
 *
 * - Synchronous and total: faults of the input are diagnostics; an exception of our own is one, too, and spoils no more than it has
 *   to (`containment.ts`).
 * - Reads only through the file system that it is given.
 */
import type { Policy } from '@steward/policy';
import { Budget, within } from './analysis/solver/budget.ts';
import type { CheckResult } from './check-result.ts';
import { Containment, withFaultsJoined, withoutRepeats } from './containment.ts';
import { CATALOG } from './diagnostics/catalog.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { compareDiagnostics } from './diagnostics/diagnostic.ts';
import { START } from './diagnostics/place.ts';
import { DiagnosticSink } from './diagnostics/sink.ts';
import { formatText } from './format/format.ts';
import type { Lexicon } from './generated/ast.ts';
import { Analysis } from './incremental/analysis.ts';
import { diagnosticsOf, findingsOf } from './incremental/findings.ts';
import type { EntryPieces } from './incremental/pieces.ts';
import { PROOFS } from './limits.ts';
import { GroupScopeProvider } from './linking/scope-provider.ts';
import { LowerContext } from './lower/environment.ts';
import type { Language } from './parser/keywords.ts';
import { reportSyntax } from './parser/syntax-errors.ts';
import { reportFiles } from './passes/files.ts';
import type { IgnoreOptions } from './passes/ignores.ts';
import { withoutIgnored } from './passes/ignores.ts';
import type { GroupServices } from './services.ts';
import { createGroupServices } from './services.ts';
import { placeTokens } from './translate/tokens.ts';
import { translateTokens } from './translate/translate.ts';
import type { Rule, RuleContext } from './validation/registry.ts';
import { runRules } from './validation/registry.ts';
import { RULES } from './validation/rules/all.ts';
import type { FileSystem } from './workspace/file-system.ts';
import { memoryFileSystem } from './workspace/file-system.ts';
import type { LoadedFile, LoadResult } from './workspace/load.ts';
import { Loader, visibleFiles } from './workspace/load.ts';
import { normalizePath } from './workspace/paths.ts';

export interface CheckOptions {
  /** Left out: every rule of the language. */
  rules?: readonly Rule[];
  /** Steps that the proofs about one entry file may take together. Left out: as many as a check takes. */
  proofSteps?: number;
  /** `YYYY-MM-DD`, for comments that ignore until a day. Left out: the machine's, by its own time zone. */
  today?: string;
  /** Whether files that are no part of this check import the file: what it declares may be used there. Left out: none do. */
  isImported?: (path: string) => boolean;
  /**
   * Told before the rules begin, with the Policy of any entry file as it can be read by then; null where it has an error. A rule may
   * still find one.
   */
  onRead?: (policyOf: CheckResult['policyOf']) => void;
}

/** Checks files once; for many checks keep a {@link Checker}. */
export function checkWorkspace(
  entryPaths: readonly string[],
  fileSystem: FileSystem,
  options: CheckOptions = {},
): CheckResult {
  return new Checker().check(entryPaths, fileSystem, options);
}

/** A checker that keeps the trees of unchanged files between checks. */
export class Checker {
  readonly services: GroupServices;
  private loader: Loader;
  private analysis: Analysis;
  private readonly containment = new Containment();

  constructor(services: GroupServices = createGroupServices()) {
    this.services = services;
    this.loader = new Loader(services);
    this.analysis = analysisOf(services);
    // The parser and the prelude are part of every check: built here, they are part of a start-up snapshot too.
    this.loader.prelude();
  }

  /**
   * A file in the other language, see `translate/translate.ts`.
   * @throws RangeError when the file cannot be read: check first
   */
  translate(path: string, to: Language, fileSystem: FileSystem): string {
    const file = this.open([path], fileSystem).files[0];
    if (file === undefined) throw new RangeError(`${path} cannot be read`);
    const { tokens } = this.services.group.parser.Lexer.tokenize(file.text);
    return translateTokens(file.text, placeTokens(tokens, [file.model]), to);
  }

  /** A text laid out, see `format/format.ts`; null where it has a syntax error that leaves open what was meant. */
  format(text: string): string | null {
    return formatText(text, this.services.group);
  }

  /** Files with what they import, parsed and with their names resolved, but not judged: what an editor asks about. */
  open(entryPaths: readonly string[], fileSystem: FileSystem): LoadResult {
    const loaded = this.loader.load(entryPaths, fileSystem);
    this.analysis.run(loaded, fileSystem);
    return loaded;
  }

  /** What a file is as an entry is not kept: there is much of it, and it is soon made again. */
  release(path: string): void {
    this.analysis.release(path);
  }

  /** A file is gone: nothing of it is kept. */
  forget(path: string): void {
    this.loader.forget(path);
    this.analysis.forget(path);
  }

  /** Nothing is kept of earlier checks: after an exception it may be what was wrong. */
  reset(): void {
    this.loader = new Loader(this.services);
    this.analysis = analysisOf(this.services);
  }

  /** Results that are lowered late read the trees: ask a result for its policies before the next check. */
  check(entryPaths: readonly string[], fileSystem: FileSystem, options: CheckOptions = {}): CheckResult {
    const { isImported } = options;
    return this.containment.check(entryPaths, {
      check: (paths, isAlone) =>
        this.checkOnce(paths, fileSystem, isAlone ? { ...options, isImported: isImported ?? (() => true) } : options),
      reset: () => this.reset(),
    });
  }

  private checkOnce(entryPaths: readonly string[], fileSystem: FileSystem, options: CheckOptions): CheckResult {
    const sink = new DiagnosticSink();
    const loaded = this.loader.load(entryPaths, fileSystem);
    const entries = this.analyse(loaded, fileSystem, sink);
    const rules = options.rules ?? RULES;
    options.onRead?.(policiesWithout(filesWithErrors(sink.diagnostics), entries));
    const fromRules = judge(entries, loaded, sink, {
      rules,
      fileSystem,
      proofSteps: options.proofSteps ?? PROOFS.steps,
      isImported: options.isImported ?? (() => false),
    });
    const { found, faults } = withFaultsJoined(withoutRepeats([...sink.diagnostics, ...fromRules]));
    const ignoring: IgnoreOptions = {
      today: options.today ?? machineDay(),
      commentsOf: (text) => this.services.group.parser.Lexer.tokenize(text).hidden,
      codes: [...CORE_CODES, ...RULE_CODES],
      isLookedFor: (code) => !RULE_CODES.has(code) || rules.some((rule) => rule.code === code),
    };
    const diagnostics = [...withoutIgnored(found, loaded.files, ignoring)].sort(compareDiagnostics);
    return resultOf({ diagnostics, faults }, loaded, policiesWithout(filesWithErrors(diagnostics), entries));
  }

  /** Everything but the rules. @returns what each entry file can be lowered with, by path. */
  private analyse(loaded: LoadResult, fileSystem: FileSystem, sink: DiagnosticSink): ReadonlyMap<string, Entry> {
    reportFiles(loaded, fileSystem, sink);
    for (const file of loaded.files) reportSyntax(file.document.parseResult, file.path, file.text, sink);
    sink.diagnostics.push(...this.analysis.run(loaded, fileSystem));
    const { session, checker, composer, lexicons } = this.analysis;
    const wordsOf = (lexicon: Lexicon): readonly string[] => lexicons.wordsOf(lexicon);
    const entries = loaded.files.filter((file) => file.isEntry);
    return new Map(
      entries.map((file) => {
        const files = visibleFiles(file, loaded.prelude);
        const context = new LowerContext({ files, taint: session.taint, checker, composer, wordsOf });
        const pieces = once(() => this.analysis.lowered(context));
        return [file.path, { file, context, pieces, policy: once(() => pieces().policy(context)) }];
      }),
    );
  }
}

function analysisOf({ group }: GroupServices): Analysis {
  const { ScopeProvider } = group.references;
  if (!(ScopeProvider instanceof GroupScopeProvider)) throw new Error('The services were built without our scopes');
  return new Analysis(group, ScopeProvider.symbols);
}

const CORE_CODES: readonly string[] = Object.keys(CATALOG);
const RULE_CODES: ReadonlySet<string> = new Set(RULES.map((rule) => rule.code));

function machineDay(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** An entry file that has been analysed; `policy` is lenient, and lowered when first asked for. */
interface Entry {
  file: LoadedFile;
  context: LowerContext;
  pieces: () => EntryPieces;
  policy: () => Policy;
}

/** @param failed files with errors: what sees one of them has no policy */
function policiesWithout(failed: ReadonlySet<string>, entries: ReadonlyMap<string, Entry>): CheckResult['policyOf'] {
  return (entryPath) => {
    const entry = entries.get(normalizePath(entryPath));
    if (entry === undefined || entry.context.files.some((file) => failed.has(file.path))) return null;
    const policy = entry.policy();
    entry.pieces().share();
    return policy;
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function filesWithErrors(diagnostics: readonly Diagnostic[]): ReadonlySet<string> {
  return new Set(diagnostics.filter(({ severity }) => severity === 'error').map(({ file }) => file));
}

const MOST_NAMED = 3;

/** Said once in a file: what is not found there is not proven absent. */
function unfinishedIn({ path }: LoadedFile, names: readonly string[]): Diagnostic {
  const sink = new DiagnosticSink();
  const named = names.slice(0, MOST_NAMED).map((name) => `\`${name}\``);
  const more = names.length - named.length;
  const groups = {
    en: more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', '),
    zh: more > 0 ? `${named.join('、')}等 ${names.length} 个群` : named.join('、'),
  };
  sink.report('proofs-unfinished', path, START, { groups });
  return sink.diagnostics[0] as Diagnostic;
}

/** What the rules find in each entry file. */
function judge(
  entries: ReadonlyMap<string, Entry>,
  loaded: LoadResult,
  sink: DiagnosticSink,
  {
    rules,
    fileSystem,
    proofSteps,
    isImported,
  }: { proofSteps: number; rules: readonly Rule[]; fileSystem: FileSystem; isImported: (path: string) => boolean },
): Diagnostic[] {
  if (rules.length === 0) return [];
  const errors = filesWithErrors(sink.diagnostics);
  const imported = new Set(loaded.files.flatMap((file) => file.imports.map(({ target }) => target)));
  const whole = rules.filter(({ byGroup }) => byGroup === undefined);
  return [...entries.values()].flatMap(({ file, context: { files }, context, pieces, policy }) => {
    const groups = pieces().groups(context);
    const judged: RuleContext = {
      entry: file,
      files,
      policy: policy(),
      drafts: groups.filter(({ isDraft }) => isDraft).map(({ group }) => group),
      isImported: imported.has(file) || isImported(file.path),
      hasErrors: files.some(({ path }) => errors.has(path)),
      fileSystem,
    };
    const { vocabulary } = pieces();
    const budget = new Budget(proofSteps, PROOFS.milliseconds);
    const unfinished: string[] = [];
    const judgeGroup = ({ group, isDraft, kept }: (typeof groups)[number]): Diagnostic[] => {
      const before = budget.cuts;
      kept.findings = findingsOf(kept.findings, {
        group,
        isDraft,
        policy: judged.policy,
        context: judged,
        rules,
        vocabulary,
      });
      const found = diagnosticsOf(kept.findings, judged);
      if (budget.cuts === before) return found;
      unfinished.push(group.name);
      kept.findings = null;
      return found;
    };
    const found = within(budget, () => [...groups.flatMap(judgeGroup), ...runRules(whole, judged)]);
    return unfinished.length === 0 ? found : [...found, unfinishedIn(file, unfinished)];
  });
}

/**
 * Translates a text by itself: names that the prelude gives an alias change, those of other files stay. For a file with
 * imports use {@link Checker.translate}.
 */
export function translate(text: string, to: Language): string {
  return new Checker().translate('translated.group', to, memoryFileSystem({ 'translated.group': text }));
}

function resultOf(
  { diagnostics, faults }: Pick<CheckResult, 'diagnostics' | 'faults'>,
  loaded: LoadResult,
  policyOf: CheckResult['policyOf'],
): CheckResult {
  return {
    diagnostics,
    files: loaded.files,
    faults,
    policyOf,
    /** Lowered when asked for: a check of many files needs no policies. */
    get policy() {
      const first = loaded.files.find((file) => file.isEntry);
      return first === undefined || loaded.failures.length > 0 ? null : policyOf(first.path);
    },
  };
}
