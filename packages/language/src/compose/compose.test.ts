import { expect, test } from 'vitest';
import { checkFiles, diagnose, findIn } from '../testing/marked.ts';

const RISK = 'risk R { when complaints > 3 }';

function expectFound(marked: string, messages: readonly string[]): void {
  expect(findIn(marked)).toEqual({ marked, messages });
}

function namesOf(text: string): { risks: string[]; tiers: string[] } | undefined {
  const group = checkFiles({ 'main.group': text }).policy?.groups[0];
  return (
    group && {
      risks: group.risks.map(({ name, label }) => label ?? name),
      tiers: group.tiers.map(({ name, label }) => label ?? name),
    }
  );
}

test('inherited members come first; a replacement takes the place of the original', () => {
  const text = `
    policy A { tier One { when messages > 1 } tier Two { otherwise } }
    policy B { risk R { when complaints > 3 } }
    group G : service extends A, B { tier Three { when messages > 3 } override tier One "新" { when messages > 2 } }`;
  expect(namesOf(text)).toEqual({ risks: ['R'], tiers: ['新', 'Two', 'Three'] });
});

test('replacing requires `override`', () =>
  expectFound(`policy P { ${RISK} } group G : service extends P { risk <|R|> { when complaints > 4 } }`, [
    'override-missing: `R` is already declared in `P`. Write `override` before it to replace that one, or choose another name.',
  ]));

test('the fix adds it', () => {
  const [found] = diagnose(`policy P { ${RISK} } group G : service extends P { ${RISK} }`);
  expect(found?.fixes[0]?.edits).toMatchObject([{ newText: 'override ' }]);
});

test('nothing to replace', () =>
  expectFound(`group G : service { <|override|> ${RISK} }`, [
    'override-nothing: There is no `R` to override: none of the extended policies declares it.',
  ]));

test.each([
  [
    'import <|"./away.group"|> group G : service extends Away { override risk R { when complaints > 3 } }',
    'file-missing',
  ],
  ['group G : service extends <|Awya|> { override risk R { when complaints > 3 } }', 'unknown-name'],
  [
    'policy P extends <|Away|> { } group G : service extends P { override risk R { when complaints > 3 } }',
    'unknown-name',
  ],
])('members of an unresolved base are unknown: %s', (text, code) => {
  expect(diagnose(text.replace('<|', '').replace('|>', '')).map((found) => found.code)).toEqual([code]);
});

test('two bases of the same member', () =>
  expectFound(`policy P { ${RISK} } policy Q { ${RISK} } group <|G|> : service extends P, Q { }`, [
    'inherited-twice: `R` is inherited from both `P` and `Q`. Declare it here with `override`, or extend only one.',
  ]));

test('a later base with `override` replaces an earlier one', () => {
  const text = `policy P { risk R "旧" { when complaints > 3 } } policy Q extends P { override risk R "新" { when complaints > 4 } }`;
  expect(namesOf(`${text} group G : service extends P, Q { }`)?.risks).toEqual(['新']);
  expect(namesOf(`${text} group G : service extends Q, P { }`)?.risks).toEqual(['新']);
});

test('a policy reached twice counts once', () => {
  const text = `policy P { ${RISK} } policy Q extends P { } policy S extends P { } group G : service extends Q, S { }`;
  expect(namesOf(text)?.risks).toEqual(['R']);
});

test('blocks without a name are replaced as a whole', () => {
  const base = 'policy P { cadence { large 1 per month  light 3 per day } }';
  expectFound(`${base} group G : service extends P { <|cadence { light 2 per day }|> }`, [
    'override-missing: `cadence` is already declared in `P`. Write `override` before it to replace that one, or choose another name.',
  ]);
  const group = checkFiles({
    'main.group': `${base} group G : service extends P { override cadence { light 2 per day } }`,
  }).policy?.groups[0];
  expect(group?.cadence.map(({ size, count }) => [size, count])).toEqual([['light', 2]]);
});

test('caps are the same by category and period, mixes by period, bans by lexicon, slots by label', () => {
  const content = 'mix per day { a 100% } cap a 15% per day ban L slot "早" 07:00..09:00 a';
  const base = `lexicon L { "x" } policy P { content { category a when text contains "x" ${content} } }`;
  const own = content.replace(/(mix|cap|ban|slot)/g, 'override $1').replace('15%', '20%');
  const group = checkFiles({
    'main.group': `${base} group G : service extends P { content { ${own} cap a 50% per week } }`,
  });
  expect(group.diagnostics).toEqual([]);
  expect(group.policy?.groups[0]?.content.caps.map(({ share, period }) => [share.denominator, period])).toEqual([
    [5, 'day'],
    [2, 'week'],
  ]);
  expect(diagnose(`${base} group G : service extends P { content { ${content} } }`).map(({ code }) => code)).toEqual(
    Array(4).fill('override-missing'),
  );
});

test('a cycle of `extends` is reported once and broken', () =>
  expectFound('policy <|A|> extends B { } policy B extends A { }', [
    'definition-cycle: This policy is defined in terms of itself: A → B → A.',
  ]));

test('two members with one name in one place', () =>
  expectFound('group G : service { tier A { otherwise } tier <|A|> { otherwise } }', [
    'duplicate-name: The tier `A` already exists. Choose another name.',
  ]));
