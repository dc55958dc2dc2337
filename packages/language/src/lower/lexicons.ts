/** The words of a lexicon: those written in it, then those of its files. */
import type { LocalizedText } from '../diagnostics/diagnostic.ts';
import type * as ast from '../generated/ast.ts';
import type { Session } from '../types/session.ts';
import type { FileSystem } from '../workspace/file-system.ts';
import { folderOf, resolvePath } from '../workspace/paths.ts';

/** What a lexicon holds, and which of its files cannot be read. */
interface Content {
  words: readonly string[];
  problems: readonly Problem[];
}

interface Problem {
  /** Of the file among the lexicon's. */
  index: number;
  path: string;
  /** null: it does not exist. */
  reason: LocalizedText | null;
}

/** Reads every lexicon file once in a check; the words stay until a check finds others. */
export class LexiconReader {
  private readonly known = new WeakMap<ast.Lexicon, Content>();
  private read = new Set<ast.Lexicon>();
  private readonly session: Session;
  private fileSystem: FileSystem | null = null;

  constructor(session: Session) {
    this.session = session;
  }

  /** A check over these files. */
  begin(fileSystem: FileSystem): void {
    this.fileSystem = fileSystem;
    this.read = new Set();
  }

  /** Each word once, in order. */
  wordsOf(lexicon: ast.Lexicon): readonly string[] {
    return this.contentOf(lexicon).words;
  }

  /** Reads its files again. @returns whether they hold something else than when they were last read, or fail otherwise */
  hasChanged(lexicon: ast.Lexicon): boolean {
    const before = this.known.get(lexicon);
    if (before !== undefined && lexicon.files.length === 0) return false;
    const after = this.contentOf(lexicon);
    return before !== undefined && before !== after && JSON.stringify(before) !== JSON.stringify(after);
  }

  /** Those of its files that cannot be read. */
  report(lexicon: ast.Lexicon): void {
    for (const { index, path, reason } of this.contentOf(lexicon).problems) {
      const place = { node: lexicon, property: 'files', index };
      if (reason === null) this.session.report('file-missing', place, { path });
      else this.session.report('file-unreadable', place, { path, reason });
    }
  }

  private contentOf(lexicon: ast.Lexicon): Content {
    const known = this.known.get(lexicon);
    if (known !== undefined && (lexicon.files.length === 0 || this.read.has(lexicon))) return known;
    const content = this.readContent(lexicon);
    this.known.set(lexicon, content);
    this.read.add(lexicon);
    return content;
  }

  private readContent(lexicon: ast.Lexicon): Content {
    const problems: Problem[] = [];
    const read = lexicon.files.flatMap((written, index) => {
      const path = resolvePath(folderOf(this.session.pathOf(lexicon)), written);
      const content = this.fileSystem?.read(path) ?? { kind: 'missing' };
      if (content.kind === 'text') return wordsIn(content.text);
      problems.push({ index, path: written, reason: content.kind === 'missing' ? null : content.reason });
      return [];
    });
    return { words: [...new Set([...lexicon.words.filter((word) => word !== ''), ...read])], problems };
  }
}

/** One word a line; blank lines and lines that begin with `# ` say nothing. */
function wordsIn(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\uFEFF/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('# '));
}
