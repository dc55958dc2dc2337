/** An action is handed only what its clause has. */
import type { ActionCall, ActionDefinition, CallingKind } from '@steward/policy';
import type { Bilingual } from '@steward/text';
import { actionsByName, callsOf, SUBJECTS, type Subject } from '../../policy/calls.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';

const CLAUSES: Readonly<Record<CallingKind, Bilingual>> = {
  ban: { en: 'A ban', zh: '禁用' },
  risk: { en: 'A risk', zh: '风险' },
  tier: { en: 'A tier', zh: '层级' },
  response: { en: 'A health dimension', zh: '健康指标' },
  phase: { en: 'A campaign', zh: '活动' },
};
const ZH_SUBJECT: Readonly<Record<Subject, string>> = { sender: '当事人', message: '原消息', member: '该成员' };

export const subjectUnavailable = definePolicyRule({
  code: 'subject-unavailable',
  severity: 'warning',
  title: { en: 'An action over nobody', zh: '动作没有对象' },
  check(policy, report) {
    const actions = actionsByName(policy);
    for (const group of policy.groups) {
      for (const call of callsOf(group)) {
        const has = SUBJECTS[call.clause];
        for (const wanted of subjectsOf(call, actions.get(call.action))) {
          if (has.includes(wanted)) continue;
          const hint = has.length === 0 ? NOTHING : hintOf(has);
          report({
            at: call,
            message: {
              en: `${CLAUSES[call.clause].en} has no \`${wanted}\`, so \`${call.action}\` acts on nobody and nothing. ${hint.en}`,
              zh: `${CLAUSES[call.clause].zh}里没有“${ZH_SUBJECT[wanted]}”（${wanted}），\`${call.action}\` 会没有对象。${hint.zh}`,
            },
          });
        }
      }
    }
  },
});

const NOTHING: Bilingual = {
  en: 'It looks at the group as a whole: use an action that names whom or what, like `notify(moderator, …)` or `publish(…)`.',
  zh: '它针对整个群：请用写明对象的动作，例如 `通知(管理员, …)` 或 `发布(…)`。',
};

function hintOf(has: readonly Subject[]): Bilingual {
  return {
    en: `Here there is ${has.map((subject) => `\`${subject}\``).join(' and ')}.`,
    zh: `这里可用的是${has.map((subject) => `“${ZH_SUBJECT[subject]}”`).join('和')}。`,
  };
}

/** What the call takes from its clause, written or by default. */
function subjectsOf(call: ActionCall, action: ActionDefinition | undefined): Subject[] {
  const given = new Map(call.arguments.map(({ parameter, value }) => [parameter, value]));
  const values = (action?.parameters ?? []).map(({ name, default: fallback }) => given.get(name) ?? fallback);
  return values.flatMap((value) => (value?.kind === 'matched' ? [value.what] : []));
}
