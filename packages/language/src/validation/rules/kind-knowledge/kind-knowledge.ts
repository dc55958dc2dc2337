/** Reports knowledge groups that schedule no lessons or have nobody to answer questions. */
import type { Category, GroupPolicy, RoleDefinition } from '@steward/policy';
import { callsOf } from '../../policy/calls.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { isAnsweringRole, isInsightSeries } from '../../policy/series.ts';
import { called, list } from '../../policy/wording.ts';

export const kindKnowledge = definePolicyRule({
  code: 'kind-knowledge',
  severity: 'warning',
  title: { en: 'A knowledge group without lessons or answers', zh: '知识型群缺少授课安排或答疑' },
  judges: 'group',
  check(policy, report) {
    const answering = new Map(policy.roles.filter(isAnsweringRole).map((role) => [role.name, role]));
    for (const group of policy.groups) {
      if (group.kind !== 'knowledge') continue;
      const unplanned = unplannedSeries(group);
      if (unplanned.length > 0) {
        const names = unplanned.map((category) => called(category));
        report({
          at: group,
          message: {
            en: `A knowledge group promises a series, but nothing says when ${list(names.map((name) => name.en)).en} is posted. Give it a \`slot\` or a \`campaign\`.`,
            zh: `知识型群承诺了系列内容，但没有写明${list(names.map((name) => name.zh)).zh}何时更新。请安排 \`时段\` 或 \`活动\`。`,
          },
        });
      }
      if (answers(group, answering)) continue;
      report({
        at: group,
        message: {
          en: 'A knowledge group needs someone to answer questions, but no role here does. Declare one, like `role tutor "Q&A" members "…"`, and put it on `duty` or `notify` it.',
          zh: '知识型群需要有人答疑，但这里没有这样的角色。请声明一个，例如 `角色 tutor "答疑助教" 成员 "…"`，并安排值班或用 `通知` 提醒。',
        },
      });
    }
  },
});

/** Teaching categories of the mix that have no slot, in a group without campaigns. */
function unplannedSeries({ content, campaigns }: GroupPolicy): Category[] {
  if (campaigns.length > 0) return [];
  const wanted = new Set(content.mixes.flatMap((mix) => mix.shares.map((share) => share.category)));
  const planned = new Set(content.slots.map((slot) => slot.category));
  return content.categories.filter(
    (category) => wanted.has(category.name) && isInsightSeries(category) && !planned.has(category.name),
  );
}

function answers(group: GroupPolicy, answering: ReadonlyMap<string, RoleDefinition>): boolean {
  if (group.duty.some((shift) => shift.onDuty.some(({ name }) => answering.has(name)))) return true;
  for (const call of callsOf(group)) {
    const named = call.arguments.some(
      ({ value }) => value.kind === 'reference' && value.to === 'role' && answering.has(value.name),
    );
    if (named) return true;
  }
  return false;
}
