/** Reports escalations that reach a level sooner than the level below it. */
import {
  type Condition,
  durationText,
  type Escalation,
  placedLeavesOf,
  type Quantity,
  type Risk,
} from '@steward/policy';
import type { History, HistoryEvent } from '@steward/proofs';
import { DAY, type Duration, durationMicros, durationOf, SECOND } from '@steward/time';
import type { PolicyProposal } from '../../policy/finding.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { type DemonstrationRequest, demonstrate } from '../../policy/shown.ts';
import { called } from '../../policy/wording.ts';

type DelayedEscalation = Escalation & { after: { kind: 'open'; delay: Duration } };

export const escalateSkipsLevel = definePolicyRule({
  code: 'escalate-skips-level',
  severity: 'warning',
  title: { en: 'An escalation that skips a level', zh: '越级的升级' },
  check(policy, report, { isDraft }) {
    for (const group of policy.groups) {
      const { risks } = group;
      const stage = { policy, group, isDraft: isDraft(group) };
      const byName = new Map(risks.map((risk) => [risk.name, risk]));
      for (const risk of risks) {
        for (const { early, late, from } of skips(risk, byName)) {
          const [low, middle, high] = [risk, byName.get(late.to), byName.get(early.to)].map((one) =>
            called(one ?? risk),
          );
          const [sooner, later, last] = [early.after.delay, late.after.delay, from.after.delay];
          report({
            at: early,
            message: {
              en: `${high?.en} opens ${durationText(sooner)} after ${low?.en}. The level between them, ${middle?.en}, opens only after ${durationText(later)} and escalates to it after another ${durationText(last)}. Trace: ${low?.en} opens; +${durationText(sooner)} ${high?.en}; +${durationText(later)} ${middle?.en}. Wait longer, or remove this step.`,
              zh: `${low?.zh}触发 ${durationText(sooner, 'zh')}后就升级到${high?.zh}，但两者之间的${middle?.zh}要 ${durationText(later, 'zh')}后才触发，再过 ${durationText(last, 'zh')}才升级到它。过程：${low?.zh}触发，${durationText(sooner, 'zh')}后${high?.zh}，${durationText(later, 'zh')}后${middle?.zh}。请延长等待时间，或删除这一级。`,
            },
            proposals: () => [
              waiting(early, late, from),
              ...demonstrate(stage, showingOf(risk, { early, late, from }, byName)).proposals(),
            ],
          });
        }
      }
    }
  },
});

interface Skip {
  early: DelayedEscalation;
  late: DelayedEscalation;
  /** The delay from the level in between. */
  from: DelayedEscalation;
}

/** For each escalation that overtakes another, the first one that it overtakes. */
function skips(risk: Risk, byName: ReadonlyMap<string, Risk>): Skip[] {
  const delayed = risk.escalations.filter(isDelayed);
  return delayed.flatMap((early) => {
    for (const late of delayed) {
      if (late.to === early.to || lengthOf(late) <= lengthOf(early)) continue;
      const from = byName
        .get(late.to)
        ?.escalations.filter(isDelayed)
        .find(({ to }) => to === early.to);
      if (from !== undefined) return [{ early, late, from }];
    }
    return [];
  });
}

function isDelayed(escalation: Escalation): escalation is DelayedEscalation {
  return escalation.after.kind === 'open';
}

function lengthOf({ after }: DelayedEscalation): number {
  return durationMicros(after.delay);
}

/** Waits as long as the path through the level in between takes. */
function waiting(early: DelayedEscalation, late: DelayedEscalation, from: DelayedEscalation): PolicyProposal {
  const whole = durationOf(lengthOf(late) + lengthOf(from));
  return {
    kind: 'bound',
    title: { en: `Wait ${durationText(whole)}`, zh: `改为等待 ${durationText(whole, 'zh')}` },
    edits: [{ at: early, part: 'delay', newText: { en: durationText(whole), zh: durationText(whole, 'zh') } }],
  };
}

/** The last second of the log's last day. */
const DAY_SECONDS = DAY / SECOND;

/**
 * All events happen at one moment and the condition stays true until the end of the day, so the incident stays open. This works only for
 * conditions on growing counts: they cannot have been true earlier and false in between.
 */
function showingOf(risk: Risk, { early, late }: Skip, byName: ReadonlyMap<string, Risk>): DemonstrationRequest {
  const others = [byName.get(late.to), byName.get(early.to)].flatMap((other) => (other === undefined ? [] : [other]));
  const isAlone = [...byName.values()].every(
    (other) => other === risk || other.escalations.every(({ to }) => to !== late.to),
  );
  const isPlain = isAlone && risk.for === null && [risk, ...others].every(({ when }) => isCountedUp(when));
  const opened = (history: History): HistoryEvent | null => {
    const events = history.events.filter(({ signal }) => signal !== 'join');
    const [first] = events;
    if (first === undefined || events.some(({ day, second }) => day !== first.day || second !== first.second))
      return null;
    return first.day === 0 && first.second + lengthOf(early) / SECOND < DAY_SECONDS ? first : null;
  };
  return {
    place: 'risk',
    claims: isPlain
      ? [[{ condition: risk.when, value: true }, ...others.map(({ when }) => ({ condition: when, value: false }))]]
      : [],
    also: { key: `at once ${lengthOf(early)}`, accepts: ({ history }) => opened(history) !== null },
    title: {
      en: `${early.to} before ${late.to}`,
      zh: `${byName.get(early.to)?.label ?? early.to}先于${byName.get(late.to)?.label ?? late.to}`,
    },
    expectations: (history) => {
      const second = (opened(history)?.second ?? 0) + lengthOf(early) / 1e6;
      return [
        { kind: 'risk', name: early.to, negated: false, day: 0, second },
        { kind: 'risk', name: late.to, negated: true, day: 0, second },
      ];
    },
    sentence: (measures) => measures,
  };
}

/** Whether the condition consists only of lower bounds on counts. */
function isCountedUp(condition: Condition): boolean {
  return [...placedLeavesOf(condition)].every(
    ({ leaf, path }) =>
      !path.includes('operand') &&
      leaf.kind === 'compare' &&
      leaf.operator.startsWith('>') &&
      leaf.right.kind === 'constant' &&
      isCount(leaf.left),
  );
}

function isCount(quantity: Quantity): boolean {
  if (quantity.kind === 'metric') return isCount(quantity.body);
  return quantity.kind === 'aggregate' && quantity.function === 'count';
}
