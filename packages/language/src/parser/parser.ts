/**
 * The parser: Langium's, except that keywords stored as values are converted to English.
 *
 * - Synchronous, no I/O.
 * - Total: every text gives a tree, with the faults beside it.
 */

import type { IParserErrorMessageProvider, IRecognitionException, IToken } from 'chevrotain';
import { EarlyExitException, NoViableAltException } from 'chevrotain';
import type { AstNode, LangiumCoreServices, LeafCstNode, ParseResult, ParserOptions } from 'langium';
import { AbstractParserErrorMessageProvider, createParser, isAstNode, LangiumParser } from 'langium';
import { coverAs, discardNodesWhile, onLeaf, type Raising, type Recovery, raisingOf, recoveryOf } from './internals.ts';
import { readKeyword } from './keywords.ts';
import type { Origin } from './lexer.ts';
import { GroupLexer } from './lexer.ts';
import { repaired, type Thoroughness } from './repair/repair.ts';
import type { SourceToken } from './source-tokens.ts';
import { meantBy } from './vocabulary.ts';

/** Properties whose value is a keyword; a test compares this list with the grammar. */
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

const NO_ALTERNATIVE = 'expected something else';
const TOO_EARLY = 'expected at least one';

export class GroupParser extends LangiumParser {
  /** Whether we only look for errors and build no tree. */
  private isTrying = false;
  /** Nodes of the rules being parsed, outermost first. */
  private readonly nodes: unknown[];

  constructor(services: LangiumCoreServices) {
    super(services);
    onLeaf(this, keepLength);
    raiseQuickly(raisingOf(this.wrapper));
    this.nodes = discardNodesWhile(() => this.isTrying, this);
  }

  /** Parses a piece of a longer text; positions in the tree refer to the longer text. */
  parsePiece<T extends AstNode = AstNode>(piece: string, origin: Origin): ParseResult<T> {
    const { lexer } = this;
    if (!(lexer instanceof GroupLexer)) throw new Error('The services were built without our lexer');
    return lexer.piece(origin, () => this.parse<T>(piece));
  }

  override parse<T extends AstNode = AstNode>(input: string, options: ParserOptions = {}): ParseResult<T> {
    const result = withoutStacks(() => this.parseAndRepair<T>(input, options));
    canonicalise(result.value);
    return result;
  }

  private parseAndRepair<T extends AstNode>(input: string, options: ParserOptions): ParseResult<T> {
    const { lexer } = this;
    if (!(lexer instanceof GroupLexer)) throw new Error('The services were built without our lexer');
    const lexed = lexer.tokenize(input);
    // Leave out comments: no part of the tree needs them, and very long runs of them would exhaust Langium's stack.
    const parse = (tokens: IToken[]): ParseResult<T> =>
      lexer.replay({ ...lexed, tokens, hidden: [] }, () => super.parse<T>(input, options));
    const first = this.stopping('first', () => parse(lexed.tokens));
    const [error] = first.parserErrors;
    if (error === undefined) return first;
    return repaired(error, lexed, lexer.origin.offset, input, {
      parse: (tokens) => this.stopping('many', () => parse(tokens)),
      firstError: (tokens, thoroughness) => this.firstError(tokens, thoroughness),
      wordsOf: (text) => lexer.wordsOf(text),
    });
  }

  private firstError(tokens: IToken[], thoroughness: Thoroughness): IRecognitionException | null {
    const read = (): IRecognitionException | null => {
      this.wrapper.input = tokens;
      this.wrapper.rule(this.mainRule);
      return this.wrapper.errors[0] ?? null;
    };
    this.isTrying = true;
    try {
      return this.stopping(thoroughness === 'place' ? 'none' : 'first', read);
    } finally {
      this.isTrying = false;
      this.nodes.length = 0;
      this.unorderedGroups.clear();
    }
  }

  /** While `read` runs, the parser only continues after this many errors. */
  private stopping<T>(after: 'none' | 'first' | 'many', read: () => T): T {
    const wrapper = recoveryOf(this.wrapper);
    const { recoveryEnabled, attemptInRepetitionRecovery, canPerformInRuleRecovery, SAVE_ERROR } = wrapper;
    let errors = 0;
    wrapper.SAVE_ERROR = (error) => {
      errors++;
      if (after === 'first') recoverNoMore(wrapper);
      if (errors === MANY_ERRORS) recoverRoughly(wrapper);
      return SAVE_ERROR.call(wrapper, error);
    };
    if (after === 'none') recoverNoMore(wrapper);
    try {
      return read();
    } finally {
      Object.assign(wrapper, {
        recoveryEnabled,
        attemptInRepetitionRecovery,
        canPerformInRuleRecovery,
        SAVE_ERROR,
      });
    }
  }

  override consume(...[index, type, feature]: Parameters<LangiumParser['consume']>): void {
    if (this.isTrying) this.wrapper.wrapConsume(index, type);
    else super.consume(index, type, feature);
  }

  override subrule(...[index, rule, fragment, feature, args]: Parameters<LangiumParser['subrule']>): void {
    if (this.isTrying) this.wrapper.wrapSubrule(index, rule, args);
    else super.subrule(index, rule, fragment, feature, args);
  }

  override action(...[type, action]: Parameters<LangiumParser['action']>): void {
    if (!this.isTrying) super.action(type, action);
  }
}

/** After so many errors in one text, the parser recovers only at the next declaration or clause: what it tries before that costs most of its time. */
const MANY_ERRORS = 100;

function recoverRoughly(wrapper: Recovery): void {
  wrapper.attemptInRepetitionRecovery = () => {};
  wrapper.canPerformInRuleRecovery = () => false;
}

function recoverNoMore(wrapper: Recovery): void {
  recoverRoughly(wrapper);
  wrapper.recoveryEnabled = false;
}

/** The parser lists every token that would fit, for messages that ours do not contain. That takes longer than reading a declaration. */
function raiseQuickly(wrapper: Raising): void {
  wrapper.raiseNoAltException = () => {
    throw wrapper.SAVE_ERROR(new NoViableAltException(NO_ALTERNATIVE, wrapper.LA(1), wrapper.LA(0)));
  };
  wrapper.raiseEarlyExitException = () => {
    throw wrapper.SAVE_ERROR(new EarlyExitException(TOO_EARLY, wrapper.LA(1), wrapper.LA(0)));
  };
}

/** Parser errors are frequent, and nobody needs their stack traces. */
function withoutStacks<T>(work: () => T): T {
  const before = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = before;
  }
}

/** Langium gives each leaf the length of its token's text. For a slip, that is not the length of what was written. */
function keepLength(leaf: LeafCstNode, token: SourceToken): void {
  // Exact numbers are parsed from the leaf's text, which must be what was meant.
  if (token.sourceLength !== undefined) coverAs(leaf, token.sourceLength, token.image);
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

/** Reads a slip as what was meant: `≥` compares like `>=`. */
function canonicalWord(value: unknown): unknown {
  return typeof value === 'string' ? (readKeyword(value, null) ?? meantBy(value) ?? value) : value;
}

/** Encodes what the parser expected, so that `syntax-errors.ts` can say it in both languages. */
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
    return NO_ALTERNATIVE;
  }

  override buildEarlyExitMessage(): string {
    return TOO_EARLY;
  }
}
