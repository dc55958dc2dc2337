/** Reports arguments of a kind that the action cannot act on. */
import { type ActionCall, type ArgumentValue, durationText } from '@steward/policy';
import type { Bilingual } from '@steward/text';
import { callsOf } from '../../policy/calls.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const actionArgumentKind = definePolicyRule({
  code: 'action-argument-kind',
  severity: 'warning',
  title: { en: 'An argument of the wrong kind', zh: '动作的参数类型不对' },
  check(policy, report) {
    for (const group of policy.groups) {
      for (const call of callsOf(group)) {
        for (const { parameter, value } of call.arguments) {
          const wanted = expectationOf(call, parameter);
          if (wanted === null || wanted.fits(value)) continue;
          report({
            at: call,
            message: {
              en: `\`${call.action}\` takes ${wanted.what.en} as \`${parameter}\`, but ${nameOf(value).en} is not one, so nothing would happen. ${wanted.hint.en}`,
              zh: `\`${call.action}\` 的 \`${parameter}\` 应为${wanted.what.zh}，而${nameOf(value).zh}不是，执行了也不起作用。${wanted.hint.zh}`,
            },
          });
        }
      }
    }
  },
});

interface Expectation {
  what: Bilingual;
  hint: Bilingual;
  fits(value: ArgumentValue): boolean;
}

const CAMPAIGN: Expectation = {
  what: { en: 'a campaign', zh: '活动' },
  hint: { en: 'Write the name of a `campaign`.', zh: '请写活动的名字。' },
  fits: (value) => value.kind === 'reference' && value.to === 'campaign',
};
const MESSAGES: Expectation = {
  what: { en: 'a message', zh: '发言' },
  hint: { en: 'Write `message`.', zh: '请写“原消息”（message）。' },
  fits: (value) => value.kind === 'string' || (value.kind === 'matched' && value.what === 'message'),
};
const PEOPLE: Expectation = {
  what: { en: 'a person or role', zh: '人或角色' },
  hint: { en: 'Write `sender`, `member`, a role, a tier or a name.', zh: '请写“当事人”“该成员”、角色、层级或名字。' },
  fits: (value) => {
    if (value.kind === 'matched') return value.what !== 'message';
    if (value.kind === 'reference') return value.to === 'role' || value.to === 'tier';
    return value.kind === 'string' && !/^\d+\s*(?:min|s|h|d|w|秒|分钟|小时|天|周)?$/.test(value.value);
  },
};
const LENGTH: Expectation = {
  what: { en: 'a duration', zh: '时长' },
  hint: { en: 'Write it with a unit and without quotes, like `24h`.', zh: '请带上单位、不加引号，例如 `24小时`。' },
  fits: (value) => value.kind === 'duration',
};
const TEXT: Expectation = {
  what: { en: 'a text, a script or a name', zh: '文字、话术或名称' },
  hint: { en: 'Put the words in quotes.', zh: '请把文字放进引号。' },
  fits: (value) => value.kind !== 'number' && value.kind !== 'duration',
};

/** What the prelude's actions act on. For actions declared in a file, only `who` is known. */
function expectationOf(call: ActionCall, parameter: string): Expectation | null {
  if (parameter === 'who' || (parameter === 'to' && call.action === 'transfer')) return PEOPLE;
  if (parameter === 'period' && call.action === 'mute') return LENGTH;
  if (parameter !== 'what') return null;
  if (call.action === 'start' || call.action === 'pause') return CAMPAIGN;
  if (call.action === 'recall') return MESSAGES;
  return WORDED.has(call.action) ? TEXT : null;
}

/** Actions of the prelude that say or show something. */
const WORDED: ReadonlySet<string> = new Set([
  'announce',
  'notify',
  'publish',
  'push',
  'welcome',
  'remind',
  'invite',
  'tag',
]);

const ZH_KINDS: Readonly<Record<Extract<ArgumentValue, { kind: 'reference' }>['to'], string>> = {
  script: '话术',
  role: '角色',
  campaign: '活动',
  tier: '层级',
  lexicon: '词库',
  risk: '风险',
  category: '类别',
};

function nameOf(value: ArgumentValue): Bilingual {
  switch (value.kind) {
    case 'reference':
      return { en: `the ${value.to} \`${value.name}\``, zh: `${ZH_KINDS[value.to]} \`${value.name}\`` };
    case 'matched':
      return { en: `\`${value.what}\``, zh: `\`${value.what}\`` };
    case 'string':
      return { en: `"${value.value}"`, zh: `“${value.value}”` };
    case 'number':
      return { en: value.text, zh: value.text };
    case 'duration':
      return { en: durationText(value.value), zh: durationText(value.value) };
  }
}
