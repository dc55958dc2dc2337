/**
 * The parser: Langium's, with keywords that it stores as values put back into English.
 *
 * - Synchronous, no I/O.
 * - Total: a tree comes back for every text, with the faults beside it.
 */

import type { IParserErrorMessageProvider } from 'chevrotain';
import type { AstNode, LangiumCoreServices, ParseResult, ParserOptions } from 'langium';
import { AbstractParserErrorMessageProvider, createParser, isAstNode, LangiumParser } from 'langium';
import { readKeyword } from './keywords.ts';
import type { Origin } from './lexer.ts';
import { GroupLexer } from './lexer.ts';
import { meantBy } from './vocabulary.ts';

/** Properties whose value is a keyword; a test compares this with the grammar. */
export const KEYWORD_PROPERTIES: ReadonlySet<string> = new Set([
  'bound',
  'direction',
  'fieldType',
  'function',
  'kind',
  'operator',
  'period',
  'phase',
  'size',
  'unit',
  'verdict',
  'weekdays',
]);

export class GroupParser extends LangiumParser {
  /** Parses a piece of a longer text; the tree says where it stands in that. */
  parsePiece<T extends AstNode = AstNode>(piece: string, origin: Origin): ParseResult<T> {
    const { lexer } = this;
    if (!(lexer instanceof GroupLexer)) throw new Error('The services were built without our lexer');
    return lexer.piece(origin, () => this.parse<T>(piece));
  }

  override parse<T extends AstNode = AstNode>(input: string, options: ParserOptions = {}): ParseResult<T> {
    const result = super.parse<T>(input, options);
    canonicalise(result.value);
    return result;
  }
}

export function createGroupParser(services: LangiumCoreServices): GroupParser {
  const parser = createParser(services.Grammar, new GroupParser(services), services.parser.Lexer.definition);
  parser.finalize();
  return parser;
}

function canonicalise(node: AstNode): void {
  for (const [property, value] of Object.entries(node)) {
    if (property.startsWith('$')) continue;
    if (KEYWORD_PROPERTIES.has(property)) {
      Object.assign(node, { [property]: Array.isArray(value) ? value.map(canonicalWord) : canonicalWord(value) });
    } else if (Array.isArray(value)) {
      for (const item of value) if (isAstNode(item)) canonicalise(item);
    } else if (isAstNode(value)) {
      canonicalise(value);
    }
  }
}

/** A slip is read as what was meant by it: `≥` compares like `>=`. */
function canonicalWord(value: unknown): unknown {
  return typeof value === 'string' ? (readKeyword(value, null) ?? meantBy(value) ?? value) : value;
}

/** Marks what the parser wanted, so that `syntax-errors.ts` can say it in both languages. */
export class GroupParserErrors extends AbstractParserErrorMessageProvider {
  override buildMismatchTokenMessage(
    options: Parameters<IParserErrorMessageProvider['buildMismatchTokenMessage']>[0],
  ): string {
    return `expected ${options.expected.name}`;
  }

  override buildNotAllInputParsedMessage(): string {
    return 'expected the end';
  }

  override buildNoViableAltMessage(): string {
    return 'expected something else';
  }

  override buildEarlyExitMessage(): string {
    return 'expected at least one';
  }
}
