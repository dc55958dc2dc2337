/** Reports platforms that we know nothing about. */

import { nearestPlatform, PLATFORM_NAMES, platformFacts } from '../../policy/platforms.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { list } from '../../policy/wording.ts';

export const platformUnknown = definePolicyRule({
  code: 'platform-unknown',
  severity: 'info',
  title: { en: 'An unknown platform', zh: '未知的平台' },
  check(policy, report) {
    const known = list(PLATFORM_NAMES);
    for (const group of policy.groups) {
      if (group.platform === null || platformFacts(group.platform) !== null) continue;
      const meant = nearestPlatform(group.platform);
      report({
        at: group,
        part: 'platform',
        ...(meant === null ? {} : { severity: 'warning' }),
        message: {
          en: `The platform \`${group.platform}\` is unknown, so its limits are not checked.${meant === null ? ` Known platforms: ${known.en}.` : ` Did you mean \`${meant}\`?`}`,
          zh: `未知的平台 \`${group.platform}\`，因此不会检查它的限制。${meant === null ? `已知的有 ${known.zh}。` : `是不是想写 \`${meant}\`？`}`,
        },
        fixes:
          meant === null
            ? []
            : [
                {
                  title: { en: `Write \`${meant}\``, zh: `改为 \`${meant}\`` },
                  edits: [{ at: group, part: 'platform', newText: meant }],
                },
              ],
      });
    }
  },
});
