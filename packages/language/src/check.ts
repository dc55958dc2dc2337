/**
 * The checker: takes paths, returns diagnostics and policies.
 *
 * - Synchronous and total: faults of the input become diagnostics. So do exceptions of our own, and they affect as few files as
 *   possible (`containment.ts`).
 * - Reads only through the file system it is given.
 */
import type { Policy } from '@steward/policy';
import { Budget, within } from '@steward/proofs';
import type { Locale } from '@steward/text';
import { dateText, dayNumber } from '@steward/time';
import type { CheckResult } from './check-result.ts';
import { Containment, withFaultsJoined, withoutRepeats } from './containment.ts';
import { CATALOG } from './diagnostics/catalog.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { compareDiagnostics } from './diagnostics/diagnostic.ts';
import { withoutMended } from './diagnostics/mended.ts';
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
import { RULES } from './validation/rules/all.generated.ts';
import type { FileSystem } from './workspace/file-system.ts';
import { memoryFileSystem } from './workspace/file-system.ts';
import type { LoadedFile, LoadResult } from './workspace/load.ts';
import { Loader, visibleFiles } from './workspace/load.ts';
import { normalizePath } from './workspace/paths.ts';

export interface CheckOptions {
  /** Defaults to every rule of the language. */
  rules?: readonly Rule[];
  /** Step budget shared by all proofs about one entry file. Defaults to the budget of a full check. */
  proofSteps?: number;
  /** `YYYY-MM-DD`, for comments that ignore a finding until a date. Defaults to today in the machine's time zone. */
  today?: string;
  /** Whether a file outside this check imports the given file, and so may use what it declares. Defaults to no. */
  isImported?: (path: string) => boolean;
  /**
   * Called before the rules run, with access to the Policy of every entry file as known so far (null if it has an error).
   * A rule may still report an error afterwards.
   */
  onRead?: (policyOf: CheckResult['policyOf']) => void;
}

/** Checks files once. For repeated checks, keep a {@link Checker}. */
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
    // Every check needs the parser and the prelude. Building them here puts them into the start-up snapshot too.
    this.loader.prelude();
  }

  /**
   * Translates a file into the other language, see `translate/translate.ts`.
   * @throws RangeError if the file cannot be read; check it first
   */
  translate(path: string, to: Locale, fileSystem: FileSystem): string {
    const file = this.open([path], fileSystem).files[0];
    if (file === undefined) throw new RangeError(`${path} cannot be read`);
    const { tokens } = this.services.group.parser.Lexer.tokenize(file.text);
    return translateTokens(file.text, placeTokens(tokens, [file.model]), to);
  }

  /** Formats a text, see `format/format.ts`. Returns null if a syntax error leaves its meaning open. */
  format(text: string): string | null {
    return formatText(text, this.services.group);
  }

  /** Parses files and their imports and resolves names, without running any checks. Serves an editor's queries. */
  open(entryPaths: readonly string[], fileSystem: FileSystem): LoadResult {
    const loaded = this.loader.load(entryPaths, fileSystem);
    this.analysis.run(loaded, fileSystem);
    return loaded;
  }

  /** Drops what was computed for the file as an entry: it is large and quick to recompute. */
  release(path: string): void {
    this.analysis.release(path);
  }

  /** Drops everything about a deleted file. */
  forget(path: string): void {
    this.loader.forget(path);
    this.analysis.forget(path);
  }

  /** Drops all state of earlier checks: after an exception, that state may be the cause. */
  reset(): void {
    this.loader = new Loader(this.services);
    this.analysis = analysisOf(this.services);
  }

  /** Policies are lowered lazily from the trees, so ask a result for them before the next check. */
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
    const { found, faults } = withFaultsJoined(withoutMended(withoutRepeats([...sink.diagnostics, ...fromRules])));
    const ignoring: IgnoreOptions = {
      today: options.today ?? machineDay(),
      commentsOf: (text) => this.services.group.parser.Lexer.tokenize(text).hidden,
      codes: [...CORE_CODES, ...RULE_CODES],
      isLookedFor: (code) => !RULE_CODES.has(code) || rules.some((rule) => rule.code === code),
    };
    const diagnostics = [...withoutIgnored(found, loaded.files, ignoring)].sort(compareDiagnostics);
    return resultOf({ diagnostics, faults }, loaded, policiesWithout(filesWithErrors(diagnostics), entries));
  }

  /** Runs everything but the rules. @returns what each entry file needs for lowering, by path */
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
  return dateText(dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate()));
}

/** An analysed entry file. `policy` is lenient and lowered on first access. */
interface Entry {
  file: LoadedFile;
  context: LowerContext;
  pieces: () => EntryPieces;
  policy: () => Policy;
}

/** @param failed files with errors; an entry that sees one of them has no policy */
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

/** Reported once per file: not finding something there proves nothing. */
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

/** Runs the rules on each entry file. */
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
 * Translates a text on its own: names that the prelude gives an alias change, names declared in other files stay.
 * For a file with imports, use {@link Checker.translate}.
 */
export function translate(text: string, to: Locale): string {
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
    /** Lowered lazily: checking many files needs no policies. */
    get policy() {
      const first = loaded.files.find((file) => file.isEntry);
      return first === undefined || loaded.failures.length > 0 ? null : policyOf(first.path);
    },
  };
}
