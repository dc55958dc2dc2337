/** Reports campaigns without all four phases. */
import type { PhaseName } from '@steward/policy';
import type { Bilingual } from '@steward/text';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { called, list, ZH_PHASE } from '../../policy/wording.ts';

const PHASES: readonly PhaseName[] = ['preheat', 'burst', 'sustain', 'review'];
const WHY: Readonly<Record<PhaseName, Bilingual>> = {
  preheat: { en: 'nobody hears about it in time', zh: '没有人提前知道' },
  burst: { en: 'it never takes place', zh: '活动根本没有举行' },
  sustain: { en: 'interest fades right after it', zh: '热度没有延续' },
  review: { en: 'nothing is learned from it', zh: '没有沉淀经验' },
};
const USUAL: Readonly<Record<PhaseName, string>> = { preheat: '1d', burst: '24h', sustain: '3d', review: '1d' };

export const campaignPhaseMissing = definePolicyRule({
  code: 'campaign-phase-missing',
  severity: 'warning',
  title: { en: 'A campaign with missing phases', zh: '活动缺少阶段' },
  judges: 'absence',
  check(policy, report) {
    for (const campaign of policy.groups.flatMap((group) => group.campaigns)) {
      const has = new Set(campaign.phases.map((phase) => phase.name));
      // A light campaign is over in minutes, so only the event itself can be required.
      const wanted = campaign.size === 'light' ? PHASES.filter((name) => name === 'burst') : PHASES;
      const missing = wanted.filter((name) => !has.has(name));
      const first = missing[0];
      if (first === undefined) continue;
      const en = list(missing.map((name) => `\`${name}\``)).en;
      const zh = missing.map((name) => `“${ZH_PHASE[name]}”`).join('、');
      report({
        at: campaign,
        message: {
          en: `The campaign ${called(campaign).en} has no ${en}: ${missing.map((name) => WHY[name].en).join(', ')}. Add ${missing.length === 1 ? 'the phase' : 'the phases'}.`,
          zh: `活动${called(campaign).zh}缺少${zh}：${missing.map((name) => WHY[name].zh).join('，')}。请补上。`,
        },
        fixes: [
          {
            title: { en: `Add ${en}`, zh: `补上${zh}` },
            edits: [
              {
                at: campaign,
                side: 'inside',
                newText: {
                  en: missing.map((name) => ` ${name} ${USUAL[name]} `).join(''),
                  zh: missing
                    .map((name) => ` ${ZH_PHASE[name]} ${USUAL[name].replace('d', '天').replace('h', '小时')} `)
                    .join(''),
                },
              },
            ],
          },
        ],
      });
    }
  },
});
