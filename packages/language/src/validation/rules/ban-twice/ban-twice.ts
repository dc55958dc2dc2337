/** A lexicon is banned once. */
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const banTwice = definePolicyRule({
  code: 'ban-twice',
  severity: 'warning',
  title: { en: 'A lexicon is banned twice', zh: '同一词库禁用了两次' },
  check(policy, report) {
    for (const { content } of policy.groups) {
      const seen = new Set<string>();
      for (const ban of content.bans) {
        if (seen.has(ban.lexicon)) {
          report({
            at: ban,
            message: {
              en: `\`${ban.lexicon}\` is already banned in this group, so each message with one of its words is acted upon twice. Put the actions of both into one \`ban\`.`,
              zh: `这个群已经禁用了词库“${ban.lexicon}”，含这些词的每条发言会被处理两次。请把动作合并到一个禁用里。`,
            },
          });
        }
        seen.add(ban.lexicon);
      }
    }
  },
});
