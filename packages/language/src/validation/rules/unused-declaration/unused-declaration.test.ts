import { test } from 'vitest';
import { expectFindings, expectFixed, group } from '../../testing/check-rule.ts';
import { unusedDeclaration } from './unused-declaration.ts';

const message = (kind: string, name: string): string[] => [
  `Nothing uses the ${kind} \`${name}\`. Use it, or remove it so that it does not mislead readers.`,
];
const G = group('match "g"');

test.each([
  ['lexicon', 'lexicon <|L|> { "x" }', 'L'],
  ['script', 'script <|S|> "x"', 'S'],
  ['role', 'role <|r|> members "A"', 'r'],
  ['tool', 'tool <|Bot|> provides tea', 'Bot'],
  ['metric', 'metric <|m|> = count(message)', 'm'],
  ['signal', 'signal <|s|> = message', 's'],
  ['policy', 'policy <|P|> { }', 'P'],
  ['category', 'category <|c|> when text contains "x"', 'c'],
])('a %s', (kind, declaration, name) => expectFindings(unusedDeclaration, `${declaration} ${G}`, message(kind, name)));

test('a category of a group', () =>
  expectFindings(
    unusedDeclaration,
    group('content { category <|ad|> when text contains "x" }'),
    message('category', 'ad'),
  ));

test('a metric that only another unused one uses counts as used', () =>
  expectFindings(unusedDeclaration, `metric a = count(message) metric <|b|> = a * 2 ${G}`, message('metric', 'b')));

test.each([
  ['lexicon L { "x" }', 'content { ban L do warn }'],
  ['script S "x"', 'risk R { when complaints in 1d > 3  do announce(S) }'],
  ['role r members "A"', 'duty { 00:00..24:00 r }'],
  ['tool Bot provides kick', ''],
  ['tool Bot provides tea', 'duty { 00:00..24:00 Bot }'],
  ['metric m = count(message)', 'tier T { when m in 7d > 3 }'],
  ['category c when text contains "x"', 'content { cap c 15% per day }'],
])('%s is used by %s', (declaration, body) => expectFindings(unusedDeclaration, `${declaration} ${group(body)}`, []));

test('a policy that is extended', () =>
  expectFindings(unusedDeclaration, 'policy P { } group G : service extends P { match "g" }', []));

test('a file without a group is for others', () => expectFindings(unusedDeclaration, 'script S "x"', []));

test('the fix removes it', () => expectFixed(unusedDeclaration, `script S "x" ${G}`, ` ${G}`));

test('a category that takes messages from one that is capped decides what that one gets', () =>
  expectFindings(
    unusedDeclaration,
    group('content { category help when text contains "?" category ad when media == link cap ad 15% per day }'),
    [],
  ));

test('after all categories in use, it takes nothing from them', () =>
  expectFindings(
    unusedDeclaration,
    group('content { category ad when media == link category <|help|> when text contains "?" cap ad 15% per day }'),
    message('category', 'help'),
  ));
