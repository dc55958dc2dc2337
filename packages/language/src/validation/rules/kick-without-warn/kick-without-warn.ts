/** Reports removals of members who were never warned. */
import { type ActionCall, type Ban, callingsOf, type GroupPolicy, type Risk, type Tier } from '@steward/policy';
import type { Expected } from '@steward/proofs';
import { SELF, singleMessage } from '@steward/proofs';
import type { Bilingual } from '@steward/text';
import { callsOf } from '../../policy/calls.ts';
import type { Report } from '../../policy/finding.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import {
  type Demonstration,
  type DemonstrationContext,
  demonstrate,
  NO_DEMONSTRATION,
  replayScenario,
} from '../../policy/shown.ts';
import { called } from '../../policy/wording.ts';

const REMOVAL = 'kick';
const WARNING = 'warn';

export const kickWithoutWarn = definePolicyRule({
  code: 'kick-without-warn',
  severity: 'warning',
  title: { en: 'Removal without a warning', zh: '未经警告就移出' },
  judges: 'absence',
  check(policy, report, { isDraft }) {
    for (const group of policy.groups) {
      const stage = { policy, group, isDraft: isDraft(group) };
      const warned = warnedRisks(group);
      for (const ban of group.content.bans) judge(ban.actions, report, () => shownBan(stage, ban));
      for (const tier of group.tiers) judge(tier.actions, report, () => shownTier(stage, tier));
      for (const risk of group.risks) {
        if (!warned.has(risk.name)) judge(risk.actions, report, () => shownRisk(stage, risk));
      }
      for (const { kind, calls } of callingsOf(group)) {
        if (kind === 'response' || kind === 'phase') judge(calls, report, () => NO_DEMONSTRATION);
      }
    }
  },
});

function judge(calls: readonly ActionCall[], report: Report, show: () => Demonstration): void {
  const at = calls.findIndex((call) => call.action === REMOVAL);
  const kick = calls[at];
  if (kick === undefined || calls.slice(0, at).some((call) => call.action === WARNING)) return;
  const { text, proposals } = show();
  report({
    at: kick,
    message: {
      en: `Members can be removed here without ever being warned: nothing warns them before this \`${REMOVAL}\`.${text.en} Add \`${WARNING}\` before it, or let a lower risk warn and then escalate to this one.`,
      zh: `成员可能从未收到警告就被移出：这个 \`${REMOVAL}\` 之前没有警告。${text.zh}请在前面加上 \`${WARNING}\`（警告），或由较低等级的风险先警告、再升级到这里。`,
    },
    proposals,
    fixes: [
      {
        title: { en: 'Warn first', zh: '先警告' },
        edits: [{ at: kick, side: 'before', newText: { en: 'warn, ', zh: '警告, ' } }],
      },
    ],
  });
}

const TITLE: Bilingual = { en: 'removed without a warning', zh: '未经警告就移出' };

/** An expectation that nobody is warned makes sense only if nothing in the group warns. */
function expectations({ group }: DemonstrationContext, member: string | null): Expected[] {
  const warns = [...callsOf(group)].some(({ action }) => action === WARNING);
  const kicked: Expected = { kind: 'action', name: REMOVAL, member, negated: false, day: 0 };
  return warns ? [kicked] : [kicked, { kind: 'action', name: WARNING, member: null, negated: true, day: 0 }];
}

function shownRisk(stage: DemonstrationContext, risk: Risk): Demonstration {
  return demonstrate(stage, {
    place: 'risk',
    claims: [[{ condition: risk.when, value: true }]],
    title: TITLE,
    expectations: risk.for === null ? expectations(stage, null) : [],
    sentence: ({ en, zh }) => ({
      en: ` The shortest path: ${en}; ${called(risk).en} opens, \`${REMOVAL}\`.`,
      zh: `最短的过程：${zh}，${called(risk).zh}触发，随即移出。`,
    }),
  });
}

function shownTier(stage: DemonstrationContext, tier: Tier): Demonstration {
  const { tiers } = stage.group;
  const earlier = tiers.slice(0, tiers.indexOf(tier));
  const claims = [
    ...earlier.flatMap(({ when }) => (when === null ? [] : [{ condition: when, value: false }])),
    ...(tier.when === null ? [] : [{ condition: tier.when, value: true }]),
  ];
  if (earlier.some(({ when }) => when === null)) return NO_DEMONSTRATION;
  return demonstrate(stage, {
    place: 'member',
    claims: [claims],
    title: TITLE,
    // Only the entry matters, which may have been on an earlier day.
    expectations: tier.grace === null ? [{ kind: 'tier', name: tier.name, member: SELF, negated: false, day: 0 }] : [],
    sentence: ({ en, zh }) => ({
      en: ` The shortest path into ${called(tier).en}: ${en}.`,
      zh: `进入${called(tier).zh}的最短过程：${zh}。`,
    }),
  });
}

function shownBan(stage: DemonstrationContext, { words, lexicon }: Ban): Demonstration {
  const [word] = words;
  if (word === undefined) return NO_DEMONSTRATION;
  const history = singleMessage(word);
  return {
    text: {
      en: ` The shortest path: one message with “${word}”, a word of \`${lexicon}\`.`,
      zh: `最短的过程：发一条含词库“${lexicon}”中“${word}”的消息。`,
    },
    proposals: () => replayScenario(stage, history, TITLE, expectations(stage, SELF)),
  };
}

/** The risks that a risk with a warning escalates to, directly or indirectly. */
function warnedRisks(group: GroupPolicy): ReadonlySet<string> {
  const byName = new Map<string, Risk>(group.risks.map((risk) => [risk.name, risk]));
  const warned = new Set<string>();
  const open = group.risks.filter((risk) => risk.actions.some((call) => call.action === WARNING));
  for (let risk = open.pop(); risk !== undefined; risk = open.pop()) {
    for (const { to } of risk.escalations) {
      const target = byName.get(to);
      if (target === undefined || warned.has(to)) continue;
      warned.add(to);
      open.push(target);
    }
  }
  return warned;
}
