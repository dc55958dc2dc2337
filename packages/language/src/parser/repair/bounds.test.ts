/** The cost of repairs, measured in tokens that the parser consumes, grows linearly with the text, however many errors there are. */
import { expect, test, vi } from 'vitest';
import { createGroupServices } from '../../services.ts';

const { parser } = createGroupServices().group;
// The parser registers the token types.
parser.LangiumParser.parse('');

function tokensTaken(text: string): number {
  const taken = vi.spyOn(parser.LangiumParser, 'consume');
  try {
    parser.LangiumParser.parse(text);
    return taken.mock.calls.length;
  } finally {
    taken.mockRestore();
  }
}

const tier = 'tier A { when messages in 7d >= 3 and shares in 7d >= 1 }';
const group = (index: number): string => `group G${index} : service {\n  ${tier}\n  tier Rest { otherwise }\n}\n`;
const many = (count: number): string => Array.from({ length: count }, (_, index) => group(index)).join('');
const BROKEN = Array.from(
  { length: 6 },
  (_, index) => `group B${index} : service {\n  tier A { whn messages in 7d at least 3 }\n}\n`,
).join('');

test('errors after many declarations cost the same as alone', () => {
  const [few, lots] = [many(50), many(250)];
  const tokens = parser.Lexer.tokenize(lots).tokens.length - parser.Lexer.tokenize(few).tokens.length;
  const more = tokensTaken(lots + BROKEN) - tokensTaken(few + BROKEN);
  // Once to find the first error, once to build the tree.
  expect(more).toBeGreaterThan(tokens);
  expect(more).toBeLessThan(2.5 * tokens);
});

test('only a limited number of very many errors is examined', () => {
  const broken = (count: number): string =>
    Array.from({ length: count }, (_, index) => `group B${index} : service {\n  tier A { when ) }\n}\n`).join('');
  const [few, lots] = [tokensTaken(broken(100)), tokensTaken(broken(400))];
  expect(lots / few).toBeLessThan(4.5);
});

test('an error costs the same after few and after many complete members of its block', () => {
  const policy = (members: number): string =>
    `policy P {\n${Array.from({ length: members }, (_, index) => `  tier T${index} { when messages in 7d >= ${index} }\n`).join('')}`;
  const rest = '  tier A { whn messages in 7d at least 3 }\n  tier B { when shares in 7d moree than 2 }\n}\n';
  const [few, lots] = [policy(20), policy(120)];
  const tokens = parser.Lexer.tokenize(lots).tokens.length - parser.Lexer.tokenize(few).tokens.length;
  const more = tokensTaken(lots + rest) - tokensTaken(few + rest);
  expect(more).toBeGreaterThan(tokens);
  expect(more).toBeLessThan(2.5 * tokens);
});
