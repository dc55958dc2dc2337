import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { actionArgumentKind } from './action-argument-kind.ts';

const doing = (calls: string): string =>
  `role m members "A" script S "x" ${group(`campaign C light { burst 1h } tier T { otherwise } risk R { when complaints in 1d > 3  do ${calls} }`)}`;

test('a script is not started', () =>
  expectFindings(actionArgumentKind, doing('<|start(S)|>'), [
    '`start` wants a campaign as `what`, and the script `S` is none, so nothing would happen. Write the name of a `campaign`.',
  ]));

test('a name in quotes is no campaign', () =>
  expectFindings(actionArgumentKind, doing('<|pause("C")|>'), [
    '`pause` wants a campaign as `what`, and "C" is none, so nothing would happen. Write the name of a `campaign`.',
  ]));

test('people are not taken back', () =>
  expectFindings(actionArgumentKind, doing('<|recall(sender)|>'), [
    '`recall` wants messages as `what`, and `sender` is none, so nothing would happen. Write `message`.',
  ]));

test('a message is not warned', () =>
  expectFindings(actionArgumentKind, doing('<|warn(message)|>'), [
    '`warn` wants somebody as `who`, and `message` is none, so nothing would happen. Write `sender`, `member`, a role, a tier or a name.',
  ]));

test.each([
  'start(C)',
  'recall(message)',
  'warn(sender)',
  'notify(m, S)',
  'notify("Li", "x")',
  'push(S, T)',
  'mute(sender, 2h)',
])('%s fits', (call) => expectFindings(actionArgumentKind, doing(call), []));

test.each([
  [
    'mute(sender, 3)',
    '`mute` wants a length of time as `period`, and 3 is none, so nothing would happen. Write it with its unit and without quotes, like `24h`.',
  ],
  [
    'mute("24h")',
    '`mute` wants somebody as `who`, and "24h" is none, so nothing would happen. Write `sender`, `member`, a role, a tier or a name.',
  ],
  [
    'mute(24h)',
    '`mute` wants somebody as `who`, and 24h is none, so nothing would happen. Write `sender`, `member`, a role, a tier or a name.',
  ],
  [
    'publish(3)',
    '`publish` wants a text, a script or the name of what it is about as `what`, and 3 is none, so nothing would happen. Put the words in quotes.',
  ],
])('%s', (call, message) => expectFindings(actionArgumentKind, doing(`<|${call}|>`), [message]));
