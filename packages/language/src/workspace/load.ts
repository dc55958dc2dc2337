/**
 * Loads the entry files and everything they import into syntax trees, each file once.
 *
 * - Synchronous; the only I/O goes through the given file system.
 * - A loader reparses a file only if its text changed since the last load, and then only around the change (`reparse.ts`).
 *   The new tree takes over the unchanged nodes, so do not use trees of earlier loads.
 */
import type { LangiumDocument, ParseResult } from 'langium';
import { DocumentState, TextDocument, URI } from 'langium';
import type { Import, Model } from '../generated/ast.ts';
import { IMPORTS } from '../limits.ts';
import { restedOnFirst } from '../linking/cycles.ts';
import { GroupParser } from '../parser/parser.ts';
import { PRELUDE_TEXT } from '../prelude/prelude.generated.ts';
import type { GroupServices } from '../services.ts';
import type { FileContent, FileSystem } from './file-system.ts';
import { folderOf, normalizePath, resolvePath } from './paths.ts';
import { reparse, type Shift } from './reparse.ts';

const RULES_ENDING = '.group';
/** Findings quote the text they are about, so files that are not rules must not be read as rules. */
const NO_RULES: FileContent = {
  kind: 'unreadable',
  reason: { en: 'only files that end in `.group` can be imported.', zh: '只能引入以 `.group` 结尾的文件。' },
};

const TOO_FAR: FileContent = {
  kind: 'unreadable',
  reason: {
    en: `the chain of imports is longer than ${IMPORTS.depth} files. Import what you need from fewer files.`,
    zh: `引入链超过了 ${IMPORTS.depth} 个文件。请减少层层引入，直接引入需要的文件。`,
  },
};

export const PRELUDE_PATH = 'prelude:prelude.group';

export interface LoadedFile {
  path: string;
  document: LangiumDocument<Model>;
  model: Model;
  text: string;
  imports: readonly ResolvedImport[];
  isEntry: boolean;
}

export interface ResolvedImport {
  node: Import;
  /** Resolved against the importing file's folder. */
  path: string;
  /** null if the file could not be read; `failure` says why. */
  target: LoadedFile | null;
  failure: FileContent | null;
}

export interface LoadResult {
  /** Entry files as given, then imported files in the order of discovery. Excludes the prelude. */
  files: readonly LoadedFile[];
  prelude: LoadedFile;
  /** Entry paths that could not be read. */
  failures: readonly { path: string; failure: FileContent }[];
  /** For partly reparsed files: how the text after the change moved since the last load. */
  shifts: readonly { path: string; shift: Shift }[];
}

export class Loader {
  private readonly parsed = new Map<string, { text: string; document: LangiumDocument<Model> }>();
  private shifts: { path: string; shift: Shift }[] = [];

  private readonly services: GroupServices;

  constructor(services: GroupServices) {
    this.services = services;
  }

  load(entryPaths: readonly string[], fileSystem: FileSystem): LoadResult {
    const files = new Map<string, LoadedFile>();
    const failures: { path: string; failure: FileContent }[] = [];
    // An explicit stack: chains of imports may be deeper than the call stack allows.
    const pending: { file: LoadedFile; imports: ResolvedImport[]; next: number }[] = [];
    const open = (path: string, isEntry: boolean): LoadedFile | FileContent => {
      const known = files.get(path);
      if (known) return known;
      const content = fileSystem.read(path);
      if (content.kind !== 'text') return content;
      const document = this.parse(path, content.text);
      const imports: ResolvedImport[] = [];
      const model = document.parseResult.value;
      const file: LoadedFile = { path, document, model, text: content.text, imports, isEntry };
      files.set(path, file);
      pending.push({ file, imports, next: 0 });
      return file;
    };
    const follow = (): void => {
      for (let top = pending.at(-1); top !== undefined; top = pending.at(-1)) {
        const node = top.file.model.imports[top.next++];
        if (node === undefined) pending.pop();
        if (node?.path === undefined) continue;
        const path = resolvePath(folderOf(top.file.path), node.path);
        const opened = path.toLowerCase().endsWith(RULES_ENDING) ? open(path, false) : NO_RULES;
        const target = 'model' in opened ? opened : null;
        top.imports.push({ node, path, target, failure: 'model' in opened ? null : opened });
      }
    };
    const entries = [...new Set(entryPaths.map(normalizePath))];
    for (const path of entries) {
      const opened = open(path, true);
      follow();
      if ('model' in opened) opened.isEntry = true;
      else failures.push({ path, failure: opened });
    }
    cutLongChains([...files.values()]);
    const { shifts } = this;
    this.shifts = [];
    return { files: [...files.values()], prelude: this.prelude(), failures, shifts };
  }

  forget(path: string): void {
    this.parsed.delete(path);
  }

  prelude(): LoadedFile {
    const document = this.parse(PRELUDE_PATH, PRELUDE_TEXT);
    return {
      path: PRELUDE_PATH,
      document,
      model: document.parseResult.value,
      text: PRELUDE_TEXT,
      imports: [],
      isEntry: false,
    };
  }

  private parse(path: string, text: string): LangiumDocument<Model> {
    const known = this.parsed.get(path);
    if (known?.text === text) return known.document;
    const { LangiumParser: parser } = this.services.group.parser;
    if (!(parser instanceof GroupParser)) throw new Error('The services were built without our parser');
    const again = known === undefined ? null : reparse(known.document.parseResult, known.text, text, parser);
    const document = createDocument(path, text, again?.result ?? parser.parse<Model>(text));
    if (again !== null) this.shifts.push({ path, shift: again.shift });
    this.parsed.set(path, { text, document });
    return document;
  }
}

/** What a file sees is worked out for each file: if a chain is too long, the file at its limit imports nothing. */
function cutLongChains(files: readonly LoadedFile[]): void {
  const depths = new Map<LoadedFile, number>();
  for (const file of restedOnFirst(files, importedBy)) {
    const depth = importedBy(file).reduce((most, target) => Math.max(most, (depths.get(target) ?? 0) + 1), 0);
    const isLong = depth > IMPORTS.depth;
    depths.set(file, isLong ? 0 : depth);
    if (isLong)
      for (const one of file.imports) if (one.target !== null) Object.assign(one, { target: null, failure: TOO_FAR });
  }
}

function importedBy({ imports }: LoadedFile): LoadedFile[] {
  return imports.flatMap(({ target }) => (target === null ? [] : [target]));
}

function createDocument(path: string, text: string, parseResult: ParseResult<Model>): LangiumDocument<Model> {
  const uri = path.startsWith('prelude:') ? URI.parse(path) : URI.file(path);
  let textDocument: TextDocument | undefined;
  const document: LangiumDocument<Model> = {
    uri,
    parseResult,
    state: DocumentState.Parsed,
    references: [],
    get textDocument() {
      textDocument ??= TextDocument.create(uri.toString(), 'group', 0, text);
      return textDocument;
    },
  };
  Object.assign(parseResult.value, { $document: document });
  return document;
}

/** The files that a file sees: itself, its imports and theirs (nearest first), then the prelude. */
export function visibleFiles(file: LoadedFile, prelude: LoadedFile): LoadedFile[] {
  const seen = new Set<LoadedFile>([file]);
  for (const current of seen) {
    for (const { target } of current.imports) if (target) seen.add(target);
  }
  // If the file is the prelude itself, opened in an editor, do not add it a second time.
  return file.text === prelude.text ? [...seen] : [...seen, prelude];
}
