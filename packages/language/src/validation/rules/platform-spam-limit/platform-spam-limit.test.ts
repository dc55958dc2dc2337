import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { platformSpamLimit } from './platform-spam-limit.ts';

const words = (count: number): string => Array.from({ length: count }, (_, index) => `"w${index}"`).join(', ');

test('a lexicon of 301 words', () =>
  expectFindings(
    platformSpamLimit,
    `lexicon L { ${words(301)} } ${group('platform wecom  content { ban <|L|> do warn }')}`,
    [
      '`L` has 301 words, but a spam rule on WeCom holds 300, so the platform cannot enforce this ban as one rule. Split the lexicon.',
    ],
  ));

test('one of 300', () =>
  expectFindings(
    platformSpamLimit,
    `lexicon L { ${words(300)} } ${group('platform wecom  content { ban L do warn }')}`,
    [],
  ));

test('the ban after the hundredth', () => {
  const names = Array.from({ length: 102 }, (_, index) => `L${index}`);
  const lexicons = names.map((name) => `lexicon ${name} { "x" }`).join('\n');
  const bans = names.map((name, index) => (index === 100 ? `<|ban ${name}|>` : `ban ${name}`)).join('\n');
  return expectFindings(platformSpamLimit, `${lexicons} ${group(`platform wecom  content { ${bans} }`)}`, [
    'This group has 102 bans, but WeCom allows only 100 spam rules: it cannot enforce this ban or any after it. Merge some of the lexicons.',
  ]);
});
