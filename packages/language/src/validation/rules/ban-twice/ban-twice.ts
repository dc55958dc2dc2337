/** Reports lexicons that a group bans twice. */
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const banTwice = definePolicyRule({
  code: 'ban-twice',
  severity: 'warning',
  title: { en: 'Lexicon banned twice', zh: '同一词库被禁用了两次' },
  check(policy, report) {
    for (const { content } of policy.groups) {
      const seen = new Set<string>();
      for (const ban of content.bans) {
        if (seen.has(ban.lexicon)) {
          report({
            at: ban,
            message: {
              en: `\`${ban.lexicon}\` is already banned in this group, so a message with one of its words is handled twice. Merge the two into one \`ban\`.`,
              zh: `这个群已经禁用了词库“${ban.lexicon}”，含这些词的发言会处理两次。请合并成一条禁用。`,
            },
          });
        }
        seen.add(ban.lexicon);
      }
    }
  },
});
