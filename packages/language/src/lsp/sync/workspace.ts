/**
 * The files that the server knows: open ones with the editor's text, the rest from disk.
 *
 * - One checker keeps the trees of unchanged files; requests reuse the last linked state until something changes.
 * - Knows no connection: it is notified of changes and asked for trees and diagnostics.
 */
import { readdirSync } from 'node:fs';
import type { Policy } from '@steward/policy';
import type { Locale } from '@steward/text';
import type { AstNode, LangiumCoreServices } from 'langium';
import { AstUtils } from 'langium';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Checker, type CheckOptions } from '../../check.ts';
import type { CheckResult } from '../../check-result.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { PROOFS } from '../../limits.ts';
import { GroupScopeProvider } from '../../linking/scope-provider.ts';
import type { Rule } from '../../validation/registry.ts';
import { type Boundary, foldersAround, withinBoundary } from '../../workspace/boundary.ts';
import type { FileSystem } from '../../workspace/file-system.ts';
import type { LoadedFile, LoadResult } from '../../workspace/load.ts';
import { PRELUDE_PATH } from '../../workspace/load.ts';
import { nodeFileSystem } from '../../workspace/node-file-system.ts';
import { uriOfPath } from '../text/places.ts';
import { ImportGraph } from './import-graph.ts';

const NEVER: ReadonlySet<string> = new Set(['node_modules', '.git', 'dist']);
const MOST_FILES = 20_000;

const TRUST_FIRST = {
  en: 'This folder is not trusted. Trust it to read files outside of it.',
  zh: '这个文件夹不受信任：信任之后才能读取它以外的文件。',
};

export interface PolicyReader {
  follows(path: string): boolean;
  read(path: string, policy: Policy | null): void;
}

export interface WorkspaceOptions {
  /** Defaults to every rule of the language. */
  rules?: readonly Rule[];
}

export class Workspace {
  private readonly options: WorkspaceOptions;
  readonly checker = new Checker();
  private readonly documents = new Map<string, TextDocument>();
  private readonly graph = new ImportGraph();
  private loaded: LoadResult | null = null;
  /** The files as last resolved, perhaps one keystroke ago. The scopes know these trees. */
  private recent: readonly LoadedFile[] = [];
  private paths: ReadonlySet<string> = new Set();
  /** Receives the policies of the files it follows as soon as a check has read them. */
  private reader: PolicyReader | null = null;

  private folders: readonly string[] = [];
  private isTrusted = true;
  /** Recreated when a folder or document is added or removed. */
  private disk: FileSystem | null = null;

  constructor(options: WorkspaceOptions = {}) {
    this.options = options;
  }

  readonly fileSystem: FileSystem = {
    read: (path, use) => {
      const document = this.documents.get(path);
      return document === undefined ? this.onDisk().read(path, use) : { kind: 'text', text: document.getText() };
    },
    look: (path) => (this.documents.has(path) ? { kind: 'file' } : this.onDisk().look(path)),
    list: (folder) => this.onDisk().list?.(folder) ?? [],
  };

  get services(): LangiumCoreServices {
    return this.checker.services.group;
  }

  get scopes(): GroupScopeProvider {
    const { ScopeProvider } = this.services.references;
    if (!(ScopeProvider instanceof GroupScopeProvider)) throw new Error('The services were built without our scopes');
    return ScopeProvider;
  }

  // ── Changes ────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Sets the workspace folders. Outside of them only open files are read and, if trusted, the files next to them. */
  setFolders(folders: readonly string[], isTrusted = true): void {
    this.folders = folders;
    this.isTrusted = isTrusted;
    this.disk = null;
    this.loaded = null;
  }

  update(path: string, document: TextDocument): void {
    if (!this.documents.has(path)) this.disk = null;
    this.documents.set(path, document);
    this.graph.set(path, document.getText());
    this.loaded = null;
  }

  close(path: string): void {
    this.documents.delete(path);
    this.disk = null;
    this.refresh(path);
  }

  /** A file was changed, created or deleted on disk. */
  refresh(path: string): void {
    this.loaded = null;
    if (this.documents.has(path)) return;
    const content = path.endsWith('.group') ? this.onDisk().read(path) : null;
    if (content?.kind === 'text') this.graph.set(path, content.text);
    else {
      this.graph.delete(path);
      this.checker.forget(path);
    }
  }

  /** Finds the `.group` files below a folder. Yields the number found after each. */
  *scan(folder: string): Generator<number> {
    const left = [folder];
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      for (const entry of entriesOf(next)) {
        const path = `${next === '/' ? '' : next}/${entry.name}`;
        if (entry.isDirectory() && !NEVER.has(entry.name)) left.push(path);
        if (!entry.isFile() || !entry.name.endsWith('.group') || this.graph.has(path)) continue;
        this.refresh(path);
        yield this.graph.size;
        if (this.graph.size >= MOST_FILES) return;
      }
    }
  }

  forgetFolder(folder: string): void {
    for (const path of this.graph.paths()) {
      if (path.startsWith(`${folder}/`) && !this.documents.has(path)) this.graph.delete(path);
    }
    this.loaded = null;
  }

  /** Drops all state of earlier texts: after an exception, that state may be the cause. */
  renew(): void {
    this.checker.reset();
    this.relink();
  }

  /** Call after the checker was used on other texts. */
  relink(): void {
    this.loaded = null;
    this.recent = [];
  }

  publishPolicies(reader: PolicyReader): void {
    this.reader = reader;
  }

  /** Whether the file may be read. */
  mayRead(path: string): boolean {
    return this.onDisk().look(path).kind !== 'outside';
  }

  private onDisk(): FileSystem {
    this.disk ??= withinBoundary(nodeFileSystem, this.boundary());
    return this.disk;
  }

  private boundary(): Boundary {
    const documents = this.openPaths();
    if (!this.isTrusted) return { folders: this.folders, files: documents, allow: () => TRUST_FIRST };
    const strangers = documents.filter((path) => !this.folders.some((folder) => path.startsWith(`${folder}/`)));
    return {
      folders: [...this.folders, ...foldersAround(strangers, null)],
      files: documents,
      allow: (folder) => ({
        en: `Move it inside, or add \`${folder}\` to the workspace.`,
        zh: `请把它移进来，或把 \`${folder}\` 加入工作区。`,
      }),
    };
  }

  // ── Questions ──────────────────────────────────────────────────────────────────────────────────────────────────────

  isOpen(path: string): boolean {
    return this.documents.has(path);
  }

  openPaths(): string[] {
    return [...this.documents.keys()];
  }

  /** The URI of an open document as the client writes it; clients escape differently. */
  uriOf(path: string): string {
    return this.documents.get(path)?.uri ?? uriOfPath(path);
  }

  versionOf(path: string): number | null {
    return this.documents.get(path)?.version ?? null;
  }

  /** Every file of the workspace folders, plus the open ones. */
  allPaths(): string[] {
    return this.graph.paths();
  }

  /** A file and all files that see it: everything that a change of it can affect. */
  affectedBy(path: string): string[] {
    return [path, ...this.graph.importersOf(path)];
  }

  /**
   * The findings of the given files, by file; every file has an entry.
   * @param isPart whether `paths` are only some of the files that see the first one; the others may use what it declares
   */
  check(paths: readonly string[], isPart: boolean): ReadonlyMap<string, readonly Diagnostic[]> {
    const { reader } = this;
    const followed = paths.filter((path) => reader?.follows(path) ?? false);
    const early = new Map<string, Policy>();
    const onRead = (policyOf: (path: string) => Policy | null): void => {
      for (const path of followed) {
        const policy = policyOf(path);
        if (policy === null) continue;
        early.set(path, policy);
        reader?.read(path, policy);
      }
    };
    const isImported = (path: string): boolean => isPart && this.graph.isImported(path);
    const proofSteps = PROOFS.stepsWhileTyping;
    const result = this.judged(paths, { onRead, isImported, proofSteps });
    for (const path of followed) {
      const policy = result.policyOf(path);
      if (policy !== (early.get(path) ?? null) || policy === null) reader?.read(path, policy);
    }
    return byFile(paths, result);
  }

  /** Checks again with another proof budget, without publishing the policies again. */
  checkFurther(
    paths: readonly string[],
    isPart: boolean,
    proofSteps: number,
  ): ReadonlyMap<string, readonly Diagnostic[]> {
    const isImported = (path: string): boolean => isPart && this.graph.isImported(path);
    return byFile(paths, this.judged(paths, { isImported, proofSteps }));
  }

  private judged(paths: readonly string[], options: CheckOptions): CheckResult {
    const result = this.checker.check(paths, this.fileSystem, { ...this.options, ...options });
    // The trees are linked as of now, but only a load of our own records which files they were linked with.
    this.loaded = null;
    this.recent = result.files;
    return result;
  }

  /** Checks including the rules. Returns null if there are errors. */
  policyOf(path: string): Policy | null {
    const result = this.checker.check([path], this.fileSystem, this.options);
    this.loaded = null;
    this.recent = result.files;
    return result.policyOf(path);
  }

  /** A file with resolved names, or null if unreadable. */
  file(path: string): LoadedFile | null {
    return this.files([path]).find((file) => file.path === path) ?? null;
  }

  /** The file's last resolved tree, which may be a keystroke old: for requests that cannot wait for a reparse. */
  recentFile(path: string): LoadedFile | null {
    return this.recent.find((file) => file.path === path) ?? this.file(path);
  }

  /** The given files, resolved together with their imports. The prelude comes last. */
  files(paths: readonly string[]): readonly LoadedFile[] {
    if (this.loaded === null || !paths.every((path) => this.paths.has(path))) {
      const entries = [...new Set([...paths, ...this.openPaths()])].filter((path) => path !== PRELUDE_PATH);
      this.loaded = this.checker.open(entries, this.fileSystem);
      this.recent = this.loaded.files;
      this.paths = new Set([PRELUDE_PATH, ...entries, ...this.loaded.files.map((file) => file.path)]);
    }
    return [...this.loaded.files, this.loaded.prelude];
  }

  /** A file's text in the other language. */
  translate(path: string, to: Locale): string {
    const text = this.checker.translate(path, to, this.fileSystem);
    this.relink();
    return text;
  }

  /** Every file in which a declaration of `path` may be used, resolved. */
  filesThatSee(path: string): readonly LoadedFile[] {
    return this.files(path === PRELUDE_PATH ? this.allPaths() : this.affectedBy(path));
  }

  fileOfNode(node: AstNode, files: readonly LoadedFile[]): LoadedFile | null {
    const document = AstUtils.getDocument(node);
    return files.find((file) => file.document === document) ?? null;
  }
}

function byFile(paths: readonly string[], { diagnostics }: CheckResult): ReadonlyMap<string, readonly Diagnostic[]> {
  const found = new Map<string, Diagnostic[]>(paths.map((path) => [path, []]));
  for (const diagnostic of diagnostics) found.get(diagnostic.file)?.push(diagnostic);
  return found;
}

function entriesOf(folder: string): readonly { name: string; isDirectory(): boolean; isFile(): boolean }[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // A deleted or unreadable folder contains nothing for us.
    return [];
  }
}
