/** Reports escalations that count more openings than fit into their window. */
import { durationText } from '@steward/policy';
import { durationMicros } from '@steward/time';
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const escalateTimesUnreachable = definePolicyRule({
  code: 'escalate-times-unreachable',
  severity: 'warning',
  title: { en: 'A cooldown that prevents an escalation', zh: '冷却时间使升级无法触发' },
  check(policy, report) {
    for (const risk of policy.groups.flatMap((group) => group.risks)) {
      if (risk.cooldown === null) continue;
      const cooldown = durationMicros(risk.cooldown);
      for (const escalation of risk.escalations) {
        if (escalation.after.kind !== 'times') continue;
        const { times, window } = escalation.after;
        if ((times - 1) * cooldown < durationMicros(window)) continue;
        report({
          at: escalation,
          message: {
            en: `With a cooldown of ${durationText(risk.cooldown)}, ${times} openings never fit into ${durationText(window)}: a risk that reopens within the cooldown joins the last incident and is not counted. Shorten the cooldown or widen the window.`,
            zh: `冷却 ${durationText(risk.cooldown, 'zh')} 时，${times} 次触发的跨度必然超过 ${durationText(window, 'zh')}：冷却期内重新触发会并入上一次，不计次数。请缩短冷却，或放宽时间窗口。`,
          },
        });
      }
    }
  },
});
