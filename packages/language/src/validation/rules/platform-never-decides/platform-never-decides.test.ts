import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { platformNeverDecides } from './platform-never-decides.ts';

const on = (platform: string, condition: string): string => group(`platform ${platform}  tier T { when ${condition} }`);
const message = (measure: string): string[] => [
  `\`${measure}\` also counts \`click\`, which no export of WeChat holds: there may always have been one more, so this can never be shown to hold. Measure what a chat shows, like \`message\`, instead.`,
];

test.each([
  ['interactions', '<|interactions in 30d < 2|>'],
  ['interactions', 'not <|(interactions in 30d >= 2)|>'],
  ['idle', '<|idle >= 30d|>'],
  ['interaction', '<|count(interaction) in 7d == 0|>'],
  ['interactions', '<|top 20% by interactions in 7d|>'],
])('%s on WeChat: %s', (measure, condition) =>
  expectFindings(platformNeverDecides, on('wechat', condition), message(measure)),
);

test.each([
  'interactions in 7d >= 3',
  'idle < 7d',
  'messages in 7d < 2',
  'since(message) >= 30d',
  // Wholly hidden: another rule says so.
  'clicks in 7d < 2',
])('%s can be shown', (condition) => expectFindings(platformNeverDecides, on('wechat', condition), []));

test('elsewhere all may be seen', () => expectFindings(platformNeverDecides, on('wecom', 'idle >= 30d'), []));

test('what is inherited is said once, where the platform is chosen', () =>
  expectFindings(
    platformNeverDecides,
    `policy P { tier S { when interactions in 30d < 2 } tier T { when idle >= 30d } }
     group G : service extends P { platform <|wechat|> }`,
    [
      'No export of WeChat holds `read` and `click`, which `interactions` and `idle` count among others, so some of what this group inherits can never be shown to hold. Override it with a measure of what a chat shows, like `message`.',
    ],
  ));
