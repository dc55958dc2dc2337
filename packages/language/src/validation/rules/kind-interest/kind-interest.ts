/** Reports interest groups that do not encourage their members to post. */
import type { GroupPolicy } from '@steward/policy';
import { callsOf } from '../../policy/calls.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { isMadeByMembers } from '../../policy/series.ts';

const INCENTIVES: ReadonlySet<string> = new Set(['reward', 'compensate', 'grant', 'tag', 'invite']);

export const kindInterest = definePolicyRule({
  code: 'kind-interest',
  severity: 'warning',
  title: { en: 'An interest group that does not encourage posting', zh: '兴趣型群没有激励成员创作' },
  judges: 'group',
  check(policy, report) {
    for (const group of policy.groups) {
      if (group.kind !== 'interest') continue;
      if (!hasShare(group)) {
        report({
          at: group,
          message: {
            en: 'An interest group lives on what its members post, but no mix has a share for it. Give a category like `ugc` a share: `mix per day { … ugc 20% … }`.',
            zh: '兴趣型群靠成员的原创内容维持，但配比里没有这一项。请给 `ugc` 之类的类别一个占比：`配比 每天 { … ugc 20% … }`。',
          },
        });
      }
      if (!hasIncentive(group)) {
        report({
          at: group,
          message: {
            en: 'Members of an interest group post when it gets noticed, but nothing here rewards them. Add an action like `reward(…)` or a `benefit` to a tier of active members.',
            zh: '兴趣型群的成员因为被看见才愿意分享，但这里没有任何激励。请给活跃成员的层级加上 `奖励(…)` 之类的动作，或一项 `权益`。',
          },
        });
      }
    }
  },
});

function hasShare({ content }: GroupPolicy): boolean {
  const wanted = new Set(content.mixes.flatMap((mix) => mix.shares.map((share) => share.category)));
  const declared = new Map(content.categories.map((category) => [category.name, category]));
  return [...wanted].some((name) => isMadeByMembers(declared.get(name) ?? { name, label: null }));
}

function hasIncentive(group: GroupPolicy): boolean {
  if (group.tiers.some((tier) => tier.when !== null && tier.benefits.length > 0)) return true;
  for (const call of callsOf(group)) if (INCENTIVES.has(call.action)) return true;
  return false;
}
