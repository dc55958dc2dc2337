/** Reports bans that do not fit into the platform's own spam rules. */

import { platformFacts } from '../../policy/platforms.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const platformSpamLimit = definePolicyRule({
  code: 'platform-spam-limit',
  severity: 'warning',
  title: { en: 'More bans than the platform can enforce', zh: '禁用超过平台的防骚扰上限' },
  check(policy, report) {
    for (const { content, platform } of policy.groups) {
      const facts = platformFacts(platform);
      if (facts === null || facts.spamRules === null) continue;
      const { rules, words } = facts.spamRules;
      const { en, zh } = facts.title;
      for (const ban of content.bans) {
        if (ban.words.length <= words) continue;
        report({
          at: ban,
          part: 'lexicon',
          message: {
            en: `\`${ban.lexicon}\` has ${ban.words.length} words, but a spam rule on ${en} holds ${words}, so the platform cannot enforce this ban as one rule. Split the lexicon.`,
            zh: `词库“${ban.lexicon}”有 ${ban.words.length} 个词，但${zh}的一条防骚扰规则最多 ${words} 个，平台无法用一条规则执行。请拆分词库。`,
          },
        });
      }
      const surplus = content.bans[rules];
      if (surplus === undefined) continue;
      report({
        at: surplus,
        message: {
          en: `This group has ${content.bans.length} bans, but ${en} allows only ${rules} spam rules: it cannot enforce this ban or any after it. Merge some of the lexicons.`,
          zh: `这个群有 ${content.bans.length} 条禁用，但${zh}最多 ${rules} 条防骚扰规则：从这一条起平台无法执行。请合并词库。`,
        },
      });
    }
  },
});
