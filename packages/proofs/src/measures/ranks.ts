/** Facts about ranks that do not depend on the measure. */
import type { Rank } from '@steward/policy';

/** Bounds for ranks that are decided whatever the measure. */
export function settledRank(rank: Rank): [lo: number, hi: number] {
  if (isNobody(rank)) return [0, 0];
  return rank.direction === 'bottom' && isEverybody(rank) ? [1, 1] : [0, 1];
}

export function isNobody({ limit }: Rank): boolean {
  return limit.kind === 'places' ? limit.places === 0 : limit.share.numerator === 0;
}

export function isEverybody({ limit }: Rank): boolean {
  return limit.kind === 'share' && limit.share.numerator >= limit.share.denominator;
}

/** Whether everyone within the first limit is also within the second, by the same measure. */
export function isNarrower(inner: Rank, outer: Rank): boolean {
  if (inner.limit.kind === 'places' && outer.limit.kind === 'places') return inner.limit.places <= outer.limit.places;
  if (inner.limit.kind !== 'share' || outer.limit.kind !== 'share') return false;
  const { share } = inner.limit;
  const wider = outer.limit.share;
  return share.numerator * wider.denominator <= wider.numerator * share.denominator;
}
