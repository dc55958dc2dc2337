import { AstUtils, type GrammarAST, GrammarUtils } from 'langium';
import { expect, test } from 'vitest';
import { GroupRulesGrammar } from '../generated/grammar.ts';
import { chineseKeyword, KEYWORDS, PUNCTUATION, readKeyword, spellingsOf } from './keywords.ts';
import { KEYWORD_PROPERTIES } from './parser.ts';

const nodes = AstUtils.streamAllContents(GroupRulesGrammar()).toArray();
const inGrammar = new Set(
  nodes
    .filter((node): node is GrammarAST.Keyword => node.$type === 'Keyword')
    .filter((node) => !AstUtils.getContainerOfType(node, isTerminal))
    .map((node) => node.value),
);

function isTerminal(node: { $type: string }): node is GrammarAST.TerminalRule {
  return node.$type === 'TerminalRule';
}

test('exactly the keywords of the grammar have a Chinese spelling', () => {
  expect([...KEYWORDS].sort()).toEqual([...inGrammar].filter((word) => /^\w/.test(word)).sort());
});

test('every mark of the grammar is lexed', () => {
  expect([...PUNCTUATION].sort()).toEqual([...inGrammar].filter((word) => !/^\w/.test(word)).sort());
});

test('every Chinese spelling reads back as its keyword in context', () => {
  for (const keyword of KEYWORDS) {
    for (const spelling of spellingsOf(keyword)) {
      const previous = spelling.after?.[0] ?? null;
      expect([spelling.zh, readKeyword(spelling.zh, previous)]).toEqual([spelling.zh, keyword]);
      expect(chineseKeyword(keyword, previous, spelling.before?.[0] ?? null)).toBe(spelling.zh);
    }
  }
});

test('a mark that is a prefix of another is lexed after it', () => {
  const masked = PUNCTUATION.filter((mark, index) =>
    PUNCTUATION.slice(0, index).some((earlier) => mark.startsWith(earlier)),
  );
  expect(masked).toEqual([]);
});

test('exactly the properties that hold a keyword are normalised to English', () => {
  const keywordRules = new Set(
    nodes
      .filter((node): node is GrammarAST.ParserRule => node.$type === 'ParserRule')
      .filter(
        (rule) =>
          GrammarUtils.isDataTypeRule(rule) &&
          AstUtils.streamAllContents(rule).every(
            (part) => part.$type === 'Keyword' || part.$type === 'Alternatives' || part.$type === 'SimpleType',
          ),
      )
      .map((rule) => rule.name),
  );
  const assignments = nodes.filter(
    (node): node is GrammarAST.Assignment =>
      node.$type === 'Assignment' && (node as GrammarAST.Assignment).operator !== '?=',
  );
  const holders = assignments.filter(({ terminal }) => {
    if (terminal.$type === 'RuleCall') return keywordRules.has((terminal as GrammarAST.RuleCall).rule.$refText);
    return (
      terminal.$type === 'Keyword' || AstUtils.streamAllContents(terminal).some((part) => part.$type === 'Keyword')
    );
  });
  expect(new Set(holders.map(({ feature }) => feature))).toEqual(KEYWORD_PROPERTIES);
});
