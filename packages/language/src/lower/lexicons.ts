/** Reads the words of a lexicon: first those written in the block, then those of its files. */

import type { Bilingual } from '@steward/text';
import { replaceFix } from '../diagnostics/fixes.ts';
import { CHECK_PATH, didYouMean } from '../diagnostics/hints.ts';
import { type Place, rangeOf } from '../diagnostics/place.ts';
import type * as ast from '../generated/ast.ts';
import { type Oddity, oddityOf } from '../lexicons/oddities.ts';
import { type ListedWord, wordsInList } from '../lexicons/word-list.ts';
import { quoted } from '../parser/slips.ts';
import type { Session } from '../types/session.ts';
import type { FileContent, FileSystem } from '../workspace/file-system.ts';
import { meantPath } from '../workspace/meant-path.ts';
import { folderOf, resolvePath } from '../workspace/paths.ts';

/** The words of a lexicon, and its unreadable files. */
interface Content {
  words: readonly string[];
  problems: readonly Problem[];
  oddities: readonly OddWord[];
}

/** A word in a file that no text will ever contain verbatim. Only the first of several similar ones is kept. */
interface OddWord {
  /** Index among the lexicon's files. */
  index: number;
  /** As written in the `.group` file. */
  path: string;
  line: number;
  word: string;
  problem: Bilingual;
  /** How many more words in the file have the same problem. */
  more: number;
}

interface Problem {
  /** Index among the lexicon's files. */
  index: number;
  path: string;
  failure: Exclude<FileContent, { kind: 'text' }>;
}

/** Reads each lexicon file once per check, and keeps the words until a check finds the file changed. */
export class LexiconReader {
  private readonly known = new WeakMap<ast.Lexicon, Content>();
  private read = new Set<ast.Lexicon>();
  private readonly session: Session;
  private fileSystem: FileSystem | null = null;

  constructor(session: Session) {
    this.session = session;
  }

  /** Starts a check over these files. */
  begin(fileSystem: FileSystem): void {
    this.fileSystem = fileSystem;
    this.read = new Set();
  }

  /** Distinct words, in order. */
  wordsOf(lexicon: ast.Lexicon): readonly string[] {
    return this.contentOf(lexicon).words;
  }

  /** Re-reads the lexicon's files. @returns whether the words or the read failures differ from the last read */
  hasChanged(lexicon: ast.Lexicon): boolean {
    const before = this.known.get(lexicon);
    if (before !== undefined && lexicon.files.length === 0) return false;
    const after = this.contentOf(lexicon);
    return before !== undefined && before !== after && JSON.stringify(before) !== JSON.stringify(after);
  }

  /** Reports unreadable files, and words that no text will ever contain. */
  report(lexicon: ast.Lexicon): void {
    const { problems, oddities } = this.contentOf(lexicon);
    for (const { index, path, failure } of problems) {
      const place = { node: lexicon, property: 'files', index };
      if (failure.kind === 'missing') this.reportMissing(place, path);
      else if (failure.kind === 'outside') this.session.report('file-outside', place, { path, allow: failure.allow });
      else this.session.report('file-unreadable', place, { path, reason: failure.reason });
    }
    for (const { index, ...odd } of oddities) {
      this.session.warn(
        'lexicon-word-odd',
        { node: lexicon, property: 'files', index },
        { problem: reportListed(odd) },
      );
    }
    for (const [index, word] of lexicon.words.entries()) this.reportWritten(lexicon, index, word);
  }

  private reportMissing(place: Place, path: string): void {
    const file = this.session.pathOf(place.node);
    const meant = this.fileSystem && meantPath({ path, file, ending: '.txt' }, this.fileSystem);
    const hint = meant === null ? CHECK_PATH : didYouMean(meant);
    const fixes = meant === null ? [] : [replaceFix(file, rangeOf(place), `"${meant}"`)];
    this.session.report('file-missing', place, { path: quoted(path), hint }, { fixes });
  }

  private reportWritten(lexicon: ast.Lexicon, index: number, word: string): void {
    const odd = oddityOf(word, false);
    if (odd === null) return;
    const place = { node: lexicon, property: 'words', index };
    const fixes =
      odd.instead === null
        ? []
        : [replaceFix(this.session.pathOf(lexicon), rangeOf(place), odd.instead.map(stringLiteral).join(', '))];
    this.session.warn('lexicon-word-odd', place, { problem: sentenceOf(word, odd.problem) }, { fixes });
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
    const oddities: OddWord[] = [];
    const read = lexicon.files.flatMap((written, index) => {
      const path = resolvePath(folderOf(this.session.pathOf(lexicon)), written);
      const content = this.fileSystem?.read(path, 'words') ?? { kind: 'missing' };
      const text = textOf(content);
      if (text !== null) {
        const listed = wordsInList(text);
        oddities.push(...odditiesIn(listed).map((odd) => ({ ...odd, index, path: written })));
        return listed.map(({ word }) => word);
      }
      if (content.kind !== 'text') problems.push({ index, path: written, failure: content });
      return [];
    });
    return { words: [...new Set([...lexicon.words.filter((word) => word !== ''), ...read])], problems, oddities };
  }
}

/** Accepts any encoding that identifies itself. */
function textOf(content: FileContent): string | null {
  if (content.kind === 'text') return content.text;
  return content.kind === 'unreadable' ? (content.utf16 ?? null) : null;
}

/** The first word of each kind of problem, with the number of further ones. */
function odditiesIn(listed: readonly ListedWord[]): Omit<OddWord, 'index' | 'path'>[] {
  const first = new Map<Oddity['kind'], Omit<OddWord, 'index' | 'path'>>();
  for (const { word, line } of listed) {
    const odd = oddityOf(word, true);
    if (odd === null) continue;
    const known = first.get(odd.kind);
    if (known === undefined) first.set(odd.kind, { line, word, problem: odd.problem, more: 0 });
    else known.more++;
  }
  return [...first.values()];
}

function sentenceOf(word: string, { en, zh }: Bilingual): Bilingual {
  const shown = visibly(word);
  return { en: `\`${shown}\` ${en}.`, zh: `\`${shown}\` ${zh}。` };
}

function reportListed({ path, line, word, problem, more }: Omit<OddWord, 'index'>): Bilingual {
  const { en, zh } = sentenceOf(word, problem);
  const place = `${path}:${line}`;
  if (more === 0) return { en: `${place}: ${en}`, zh: `${place}：${zh}` };
  return {
    en: `${place}: ${en} ${more} more ${more === 1 ? 'line has' : 'lines have'} the same problem.`,
    zh: `${place}：${zh}这样的还有 ${more} 行。`,
  };
}

const LONGEST_SHOWN = 40;

function visibly(word: string): string {
  const shown = word.replaceAll('\t', '⇥');
  return shown.length > LONGEST_SHOWN ? `${shown.slice(0, LONGEST_SHOWN)}…` : shown;
}

function stringLiteral(word: string): string {
  return JSON.stringify(word);
}
