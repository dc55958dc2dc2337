/**
 * The files that the server knows: open ones as the editor has them, the rest as they are on disk.
 *
 * - One checker keeps the trees of unchanged files; a request reuses the last linked state unless something changed since.
 * - Knows no connection: told of changes, asked for trees and diagnostics.
 */
import { readdirSync } from 'node:fs';
import type { Policy } from '@steward/policy';
import type { AstNode, LangiumCoreServices } from 'langium';
import { AstUtils } from 'langium';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Checker } from '../check.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { GroupScopeProvider } from '../linking/scope-provider.ts';
import type { Language } from '../parser/keywords.ts';
import type { FileSystem } from '../workspace/file-system.ts';
import type { LoadedFile, LoadResult } from '../workspace/load.ts';
import { PRELUDE_PATH } from '../workspace/load.ts';
import { nodeFileSystem } from '../workspace/node-file-system.ts';
import { fenced, isInside } from './fence.ts';
import { ImportGraph } from './import-graph.ts';
import { uriOfPath } from './places.ts';

const NEVER: ReadonlySet<string> = new Set(['node_modules', '.git', 'dist']);
const MOST_FILES = 20_000;

export interface PolicyReader {
  follows(path: string): boolean;
  read(path: string, policy: Policy | null): void;
}

export class Workspace {
  readonly checker = new Checker();
  private readonly documents = new Map<string, TextDocument>();
  private readonly graph = new ImportGraph();
  private loaded: LoadResult | null = null;
  /** Files as they were last resolved, perhaps a keystroke ago; the scopes know their trees. */
  private recent: readonly LoadedFile[] = [];
  private paths: ReadonlySet<string> = new Set();
  /** Told the policies of files that it follows, as soon as a check has read them. */
  private reader: PolicyReader | null = null;

  /** Set while the folders are not trusted: then nothing else is read from disk. */
  private fence: readonly string[] | null = null;
  private readonly fencedDisk = fenced(nodeFileSystem, () => this.fence ?? []);

  readonly fileSystem: FileSystem = {
    read: (path) => {
      const document = this.documents.get(path);
      return document === undefined ? this.disk.read(path) : { kind: 'text', text: document.getText() };
    },
    exists: (path) => this.documents.has(path) || this.disk.exists(path),
  };

  private get disk(): FileSystem {
    return this.fence === null ? nodeFileSystem : this.fencedDisk;
  }

  get services(): LangiumCoreServices {
    return this.checker.services.group;
  }

  get scopes(): GroupScopeProvider {
    const { ScopeProvider } = this.services.references;
    if (!(ScopeProvider instanceof GroupScopeProvider)) throw new Error('The services were built without our scopes');
    return ScopeProvider;
  }

  // ── Changes ────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** @param folders the only ones that are read; null: any that the rules name */
  limitTo(folders: readonly string[] | null): void {
    this.fence = folders;
    this.loaded = null;
  }

  /** Whether files there may be read. */
  mayRead(path: string): boolean {
    return this.fence === null || isInside(path, this.fence);
  }

  update(path: string, document: TextDocument): void {
    this.documents.set(path, document);
    this.graph.set(path, document.getText());
    this.loaded = null;
  }

  close(path: string): void {
    this.documents.delete(path);
    this.refresh(path);
  }

  /** A file changed on disk, appeared or vanished. */
  refresh(path: string): void {
    this.loaded = null;
    if (this.documents.has(path)) return;
    const content = path.endsWith('.group') ? this.disk.read(path) : null;
    if (content?.kind === 'text') this.graph.set(path, content.text);
    else {
      this.graph.delete(path);
      this.checker.forget(path);
    }
  }

  /** Finds the `.group` files below a folder. Gives way after each, with how many there are. */
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

  /** After the checker was used over other texts. */
  relink(): void {
    this.loaded = null;
    this.recent = [];
  }

  tellPolicies(reader: PolicyReader): void {
    this.reader = reader;
  }

  // ── Questions ──────────────────────────────────────────────────────────────────────────────────────────────────────

  isOpen(path: string): boolean {
    return this.documents.has(path);
  }

  openPaths(): string[] {
    return [...this.documents.keys()];
  }

  /** As the client writes it, for an open document; clients escape differently. */
  uriOf(path: string): string {
    return this.documents.get(path)?.uri ?? uriOfPath(path);
  }

  versionOf(path: string): number | null {
    return this.documents.get(path)?.version ?? null;
  }

  /** Every file of the workspace folders, and the open ones. */
  allPaths(): string[] {
    return this.graph.paths();
  }

  /** A file and those that see it: what a change of it can make right or wrong. */
  affectedBy(path: string): string[] {
    return [path, ...this.graph.importersOf(path)];
  }

  /**
   * The findings of these files, by file; each of them is there.
   * @param isPart of the files that see the first of them: the others may use what it declares
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
    const result = this.checker.check(paths, this.fileSystem, { onRead, isImported });
    for (const path of followed) {
      const policy = result.policyOf(path);
      if (policy !== (early.get(path) ?? null) || policy === null) reader?.read(path, policy);
    }
    // The trees are linked as of now, but a load of our own says which files they were linked with.
    this.loaded = null;
    this.recent = result.files;
    const found = new Map<string, Diagnostic[]>(paths.map((path) => [path, []]));
    for (const diagnostic of result.diagnostics) found.get(diagnostic.file)?.push(diagnostic);
    return found;
  }

  /** Rules and all; null where there are errors. */
  policyOf(path: string): Policy | null {
    const result = this.checker.check([path], this.fileSystem);
    this.loaded = null;
    this.recent = result.files;
    return result.policyOf(path);
  }

  /** A file with its names resolved; null where it cannot be read. */
  file(path: string): LoadedFile | null {
    return this.files([path]).find((file) => file.path === path) ?? null;
  }

  /** A file's tree as it was last resolved, which may be a keystroke old: for what cannot wait until the text is read again. */
  recentFile(path: string): LoadedFile | null {
    return this.recent.find((file) => file.path === path) ?? this.file(path);
  }

  /** These files, resolved together with what they import. The prelude is last. */
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
  translate(path: string, to: Language): string {
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

function entriesOf(folder: string): readonly { name: string; isDirectory(): boolean; isFile(): boolean }[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // A folder that went away or may not be read holds nothing for us.
    return [];
  }
}
