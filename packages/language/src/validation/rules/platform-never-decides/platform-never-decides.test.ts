import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { platformNeverDecides } from './platform-never-decides.ts';

const on = (platform: string, condition: string): string => group(`platform ${platform}  tier T { when ${condition} }`);
const message = (measure: string): string[] => [
  `\`${measure}\` also counts \`click\`, which WeChat never exports. There may always be one more, so this can never be shown to be true. Measure something a chat log shows, like \`message\`, instead.`,
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

test('an inherited clause is reported once, at the platform', () =>
  expectFindings(
    platformNeverDecides,
    `policy P { tier S { when interactions in 30d < 2 } tier T { when idle >= 30d } }
     group G : service extends P { platform <|wechat|> }`,
    [
      'WeChat never exports `read` and `click`, which `interactions` and `idle` also count, so some of the conditions this group inherits can never be shown to be true. Override them with something a chat log shows, like `message`.',
    ],
  ));
