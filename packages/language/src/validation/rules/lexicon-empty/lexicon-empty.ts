/** Reports lexicons without words that something uses. */
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const lexiconEmpty = definePolicyRule({
  code: 'lexicon-empty',
  severity: 'warning',
  title: { en: 'A lexicon without words', zh: '词库里没有词' },
  over: 'policy',
  check(policy, report) {
    for (const lexicon of policy.lexicons) {
      if (lexicon.words.length > 0) continue;
      report({
        at: lexicon,
        message: {
          en: `The lexicon \`${lexicon.name}\` has no words, so nothing ever matches it. Add words, or a file with \`from\`.`,
          zh: `词库“${lexicon.label ?? lexicon.name}”里没有词，任何文字都不会命中。请添加词语，或用 \`来自\` 引入文件。`,
        },
      });
    }
  },
});
