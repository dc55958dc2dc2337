import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { actionArgumentKind } from './action-argument-kind.ts';

const doing = (calls: string): string =>
  `role m members "A" script S "x" ${group(`campaign C light { burst 1h } tier T { otherwise } risk R { when complaints in 1d > 3  do ${calls} }`)}`;

test('a script is not started', () =>
  expectFindings(actionArgumentKind, doing('<|start(S)|>'), [
    '`start` takes a campaign as `what`, but the script `S` is not one, so nothing would happen. Write the name of a `campaign`.',
  ]));

test('a name in quotes is not a campaign', () =>
  expectFindings(actionArgumentKind, doing('<|pause("C")|>'), [
    '`pause` takes a campaign as `what`, but "C" is not one, so nothing would happen. Write the name of a `campaign`.',
  ]));

test('people are not taken back', () =>
  expectFindings(actionArgumentKind, doing('<|recall(sender)|>'), [
    '`recall` takes a message as `what`, but `sender` is not one, so nothing would happen. Write `message`.',
  ]));

test('a message is not warned', () =>
  expectFindings(actionArgumentKind, doing('<|warn(message)|>'), [
    '`warn` takes a person or role as `who`, but `message` is not one, so nothing would happen. Write `sender`, `member`, a role, a tier or a name.',
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
    '`mute` takes a duration as `period`, but 3 is not one, so nothing would happen. Write it with a unit and without quotes, like `24h`.',
  ],
  [
    'mute("24h")',
    '`mute` takes a person or role as `who`, but "24h" is not one, so nothing would happen. Write `sender`, `member`, a role, a tier or a name.',
  ],
  [
    'mute(24h)',
    '`mute` takes a person or role as `who`, but 24h is not one, so nothing would happen. Write `sender`, `member`, a role, a tier or a name.',
  ],
  [
    'publish(3)',
    '`publish` takes a text, a script or a name as `what`, but 3 is not one, so nothing would happen. Put the words in quotes.',
  ],
])('%s', (call, message) => expectFindings(actionArgumentKind, doing(`<|${call}|>`), [message]));
