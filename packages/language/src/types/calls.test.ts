import { expect, test } from 'vitest';
import { checkFiles, findIn } from '../testing/marked.ts';

const risk = (calls: string): string =>
  `script Rules "群规" "…" role desk group G : service { risk R { when complaints > 3 do ${calls} } }`;

test.each<[string, string]>([
  ['warn(sender, <|3|>)', 'argument-misfit: `warn` takes only: who.'],
  ['warn(<|whom|>: sender)', 'unknown-name: There is no parameter `whom` here. Did you mean `who`?'],
  ['mute(who: sender, <|2h|>)', 'argument-misfit: Unnamed arguments must come before named ones.'],
  ['mute(sender, <|who: sender|>)', 'argument-misfit: `who` is given twice.'],
  ['<|wran|>', 'unknown-name: There is no action `wran` here. Did you mean `warn`?'],
  [
    'announce(<|Ruls|>)',
    'unknown-name: There is no script, role, campaign, tier or subject `Ruls` here. Did you mean `Rules`?',
  ],
])('%s', (calls, message) => {
  const marked = risk(calls);
  expect(findIn(marked)).toEqual({ marked, messages: [message] });
});

test('arguments bind to parameters by position and by name; defaults fill the rest', () => {
  const actions = checkFiles({ 'main.group': risk('mute, 禁言(时长: 2小时), transfer(desk), notify(desk, Rules)') })
    .policy?.groups[0]?.risks[0]?.actions;
  const sender = { parameter: 'who', value: { kind: 'matched', what: 'sender' } };
  expect(actions?.map((call) => call.arguments)).toEqual([
    [sender, { parameter: 'period', value: { kind: 'duration', value: { amount: 24, unit: 'h' } } }],
    [sender, { parameter: 'period', value: { kind: 'duration', value: { amount: 2, unit: 'h' } } }],
    [{ parameter: 'to', value: { kind: 'reference', to: 'role', name: 'desk' } }, sender],
    [
      { parameter: 'who', value: { kind: 'reference', to: 'role', name: 'desk' } },
      { parameter: 'what', value: { kind: 'reference', to: 'script', name: 'Rules' } },
    ],
  ]);
});
