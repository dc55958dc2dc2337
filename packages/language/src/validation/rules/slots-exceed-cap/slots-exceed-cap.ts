/** Reports slots whose daily messages do not fit into the caps, the mix, or the goals for the number of messages. */
import type { Category, Content, GroupPolicy, Quantity, Slot } from '@steward/policy';
import type { Bilingual } from '@steward/text';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { called, percent } from '../../policy/wording.ts';

export const slotsExceedCap = definePolicyRule({
  code: 'slots-exceed-cap',
  severity: 'warning',
  title: { en: 'Slots that conflict with a cap or mix', zh: '时段与上限或配比冲突' },
  check(policy, report) {
    for (const group of policy.groups) {
      const { content } = group;
      const allowed = mostMessages(group);
      for (const [category, all] of Map.groupBy(content.slots, (slot) => slot.category)) {
        const slots = apart(all);
        const [slot] = slots;
        const limit = tightest(content, category, slots.length);
        if (slot === undefined || limit === null) continue;
        if (limit.needed !== null && (allowed === null || limit.needed <= allowed)) continue;
        const named = content.categories.find(({ name }) => name === category);
        report({ at: slot, part: 'category', message: messageOf(named, slots, limit, allowed) });
      }
    }
  },
});

/** The largest set of slots that no single message can fulfil two of. A message of the next day can fulfil a slot that runs past midnight. */
function apart(slots: readonly Slot[]): Slot[] {
  const taken: Slot[] = [];
  let reached = -1;
  for (const slot of slots.filter(({ from, to }) => from < to).toSorted((left, right) => left.to - right.to)) {
    if (slot.from < reached) continue;
    taken.push(slot);
    reached = slot.to;
  }
  return taken;
}

interface Limit {
  /** The largest share of a day's messages that the category may have. */
  text: Bilingual;
  /** How many messages a day needs at least for the slots to stay within the limit; null if no number is enough. */
  needed: number | null;
}

/** The daily cap or mix that requires the most messages besides those of the slots. */
function tightest({ caps, mixes }: Content, category: string, posted: number): Limit | null {
  const ofCaps = caps
    .filter((cap) => cap.category === category && cap.period === 'day')
    .map((cap): Limit => {
      const share = cap.share.numerator / cap.share.denominator;
      const text = { en: `a cap of ${percent(cap.share)} per day`, zh: `每天 ${percent(cap.share)} 的上限` };
      return { text, needed: neededFor(posted, share) };
    });
  const ofMixes = mixes
    .filter((mix) => mix.period === 'day')
    .flatMap((mix) => {
      const share = mix.shares.find((candidate) => candidate.category === category);
      if (share === undefined) return [];
      const most =
        share.share.numerator / share.share.denominator + mix.tolerance.numerator / mix.tolerance.denominator;
      const text = {
        en: `a mix of ${percent(share.share)} ± ${percent(mix.tolerance)} per day`,
        zh: `每天 ${percent(share.share)} ± ${percent(mix.tolerance)} 的配比`,
      };
      return [{ text, needed: neededFor(posted, most) }];
    });
  const all: Limit[] = [...ofCaps, ...ofMixes];
  return all.toSorted((left, right) => (right.needed ?? Infinity) - (left.needed ?? Infinity))[0] ?? null;
}

function neededFor(posted: number, share: number): number | null {
  return share <= 0 ? null : Math.ceil(posted / share - 1e-9);
}

/** The most messages per day that the health goals allow; null if they set no limit. */
function mostMessages({ health }: GroupPolicy): number | null {
  const bounds = health
    .flatMap(({ goals }) => goals)
    .flatMap(({ when }) => {
      if (when.kind !== 'compare' || when.right.kind !== 'constant' || !countsMessages(when.left)) return [];
      const bound = when.right.value.numerator / when.right.value.denominator;
      if (when.operator === '<') return [Math.ceil(bound) - 1];
      return when.operator === '<=' ? [Math.floor(bound)] : [];
    });
  return bounds.length === 0 ? null : Math.min(...bounds);
}

/** Whether it counts all messages of a day, under any name. */
function countsMessages(quantity: Quantity): boolean {
  if (quantity.kind === 'metric') return countsMessages(quantity.body);
  if (quantity.kind !== 'aggregate' || quantity.function !== 'count' || quantity.scope !== 'group') return false;
  const { window, parts } = quantity;
  const isOfDay =
    (window.kind === 'period' && window.period === 'day') ||
    (window.kind === 'trailing' && window.duration.unit === 'd' && window.duration.amount === 1);
  return isOfDay && parts.some(({ signal, where }) => signal === 'message' && where === null);
}

function messageOf(
  category: Category | undefined,
  slots: readonly Slot[],
  { text, needed }: Limit,
  allowed: number | null,
): Bilingual {
  const name = called(category ?? { name: slots[0]?.category ?? '', label: null });
  const count = slots.length;
  const promised = {
    en: `${count === 1 ? 'A slot requires' : `${count} slots require`} ${count} ${name.en} a day`,
    zh: `${count} 个时段每天至少要发 ${count} 条${name.zh}`,
  };
  if (needed === null) {
    return {
      en: `${promised.en}, but ${text.en} allows none: a day that fulfils the slots violates it. Raise the share, or drop the slot.`,
      zh: `${promised.zh}，但${text.zh}一条也不允许：时段完成了就必然违反它。请提高占比，或删除时段。`,
    };
  }
  return {
    en: `${promised.en}. With ${text.en}, that takes at least ${needed} messages a day, but a \`health\` goal allows at most ${allowed}. Raise the share, drop a slot, or allow more messages.`,
    zh: `${promised.zh}。按${text.zh}，每天至少要有 ${needed} 条发言，但 \`健康\` 目标最多允许 ${allowed} 条。请提高占比、减少时段，或放宽发言数。`,
  };
}
