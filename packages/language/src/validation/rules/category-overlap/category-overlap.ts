/** Reports categories whose order lets messages escape a cap. */
import type { Cap, Category, Content } from '@steward/policy';
import type { EventFields } from '@steward/proofs';
import { analyseCategories } from '@steward/proofs';
import type { Bilingual } from '@steward/text';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { orderProposal } from '../../policy/proposals.ts';
import { called, percent } from '../../policy/wording.ts';

export const categoryOverlap = definePolicyRule({
  code: 'category-overlap',
  severity: 'info',
  title: { en: 'Messages that escape a cap through category order', zh: '因书写顺序而绕过上限的发言' },
  check(policy, report) {
    for (const { content } of policy.groups) {
      if (content.caps.length === 0) continue;
      const { categories } = content;
      const isAsked = (first: Category, second: Category): boolean =>
        capOf(content, second) !== null && capOf(content, first) === null;
      for (const { first, second, message } of analyseCategories(categories, isAsked).overlaps) {
        const cap = capOf(content, second);
        if (cap === null) continue;
        const shown = messageText(message);
        report({
          at: second,
          message: {
            en: `A message can match both ${called(first).en} and ${called(second).en}. It then counts as the one written first and escapes the ${percent(cap.share)} cap on the other: ${shown.en}. If that is not what you want, write ${called(second).en} first.`,
            zh: `一条发言可能同时符合${called(first).zh}和${called(second).zh}，这时归入写在前面的，绕过了后者 ${percent(cap.share)} 的上限：${shown.zh}。如果不是本意，请把${called(second).zh}写在前面。`,
          },
          proposals: () => {
            const between = categories.slice(categories.indexOf(first), categories.indexOf(second) + 1);
            const proposal = orderProposal(between);
            return proposal === null ? [] : [proposal];
          },
        });
      }
    }
  },
});

function capOf({ caps }: Content, { name }: Category): Cap | null {
  return caps.find(({ category }) => category === name) ?? null;
}

/** `“领券 教程”, media link`. */
function messageText({ text, ...rest }: EventFields): Bilingual {
  const others = Object.entries(rest).map(([field, value]) => `${field} ${value}`);
  const said = text === undefined ? [] : [`“${text}”`];
  return { en: [...said, ...others].join(', '), zh: [...said, ...others].join('，') };
}
