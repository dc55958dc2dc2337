/** Reports actions on a subject that their clause does not have. */
import type { ActionCall, ActionDefinition, CallingKind } from '@steward/policy';
import type { Bilingual } from '@steward/text';
import { actionsByName, callsOf, SUBJECTS, type Subject } from '../../policy/calls.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';

const CLAUSES: Readonly<Record<CallingKind, Bilingual>> = {
  ban: { en: 'A ban', zh: '禁用' },
  risk: { en: 'A risk', zh: '风险' },
  tier: { en: 'A tier', zh: '层级' },
  response: { en: 'A health dimension', zh: '健康维度' },
  phase: { en: 'A campaign', zh: '活动' },
};
const ZH_SUBJECT: Readonly<Record<Subject, string>> = { sender: '当事人', message: '原消息', member: '该成员' };

export const subjectUnavailable = definePolicyRule({
  code: 'subject-unavailable',
  severity: 'warning',
  title: { en: 'An action without a subject', zh: '动作没有对象' },
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
              en: `${CLAUSES[call.clause].en} has no \`${wanted}\`, so \`${call.action}\` has nothing to act on. ${hint.en}`,
              zh: `${CLAUSES[call.clause].zh}里没有“${ZH_SUBJECT[wanted]}”（${wanted}），\`${call.action}\` 会没有对象。${hint.zh}`,
            },
          });
        }
      }
    }
  },
});

const NOTHING: Bilingual = {
  en: 'It is about the whole group: use an action with an explicit target, like `notify(moderator, …)` or `publish(…)`.',
  zh: '它针对整个群：请用写明对象的动作，例如 `通知(管理员, …)` 或 `发布(…)`。',
};

function hintOf(has: readonly Subject[]): Bilingual {
  return {
    en: `Available here: ${has.map((subject) => `\`${subject}\``).join(' and ')}.`,
    zh: `这里可用的是${has.map((subject) => `“${ZH_SUBJECT[subject]}”`).join('和')}。`,
  };
}

/** The subjects that a call takes from its clause, explicitly or by default. */
function subjectsOf(call: ActionCall, action: ActionDefinition | undefined): Subject[] {
  const given = new Map(call.arguments.map(({ parameter, value }) => [parameter, value]));
  const values = (action?.parameters ?? []).map(({ name, default: fallback }) => given.get(name) ?? fallback);
  return values.flatMap((value) => (value?.kind === 'matched' ? [value.what] : []));
}
