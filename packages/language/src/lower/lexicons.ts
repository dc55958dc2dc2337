/** The words of a lexicon: those written in it, then those of its files. */
import type * as ast from '../generated/ast.ts';
import type { Session } from '../types/session.ts';
import type { FileSystem } from '../workspace/file-system.ts';
import { folderOf, resolvePath } from '../workspace/paths.ts';

/** Reads every lexicon file once; those that cannot be read are reported when the lexicon is first asked for. */
export class LexiconReader {
  private readonly known = new Map<ast.Lexicon, readonly string[]>();
  private readonly session: Session;
  private readonly fileSystem: FileSystem;

  constructor(session: Session, fileSystem: FileSystem) {
    this.session = session;
    this.fileSystem = fileSystem;
  }

  /** Each word once, in order. */
  wordsOf(lexicon: ast.Lexicon): readonly string[] {
    let words = this.known.get(lexicon);
    if (words === undefined) {
      const read = lexicon.files.flatMap((path, index) => this.read(lexicon, path, index));
      words = [...new Set([...lexicon.words.filter((word) => word !== ''), ...read])];
      this.known.set(lexicon, words);
    }
    return words;
  }

  private read(lexicon: ast.Lexicon, written: string, index: number): string[] {
    const path = resolvePath(folderOf(this.session.pathOf(lexicon)), written);
    const content = this.fileSystem.read(path);
    const place = { node: lexicon, property: 'files', index };
    switch (content.kind) {
      case 'text':
        return wordsIn(content.text);
      case 'missing':
        this.session.report('file-missing', place, { path: written });
        return [];
      case 'unreadable':
        this.session.report('file-unreadable', place, { path: written, reason: content.reason });
        return [];
    }
  }
}

/** One word a line; blank lines and lines that begin with `# ` say nothing. */
function wordsIn(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\uFEFF/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('# '));
}
