/** One day of one group, from its seed. */
import { addEchoes } from './echoes.ts';
import { addCampaigns, addComings, addCrisis, addSpam } from './episodes.ts';
import type { GroupPlan } from './plan.ts';
import { addPosts } from './posts.ts';
import { mixSeed, Random } from './random.ts';
import { type Happening, openScene } from './scene.ts';
import { addRoutine, addTalk } from './talk.ts';

const DAYS = 5;

/** @returns the events by time and, within an instant, by cause */
export function happeningsOf(plan: GroupPlan, day: number): Happening[] {
  const localDay = plan.days[day];
  if (localDay === undefined) return [];
  const scene = openScene(plan, localDay, new Random(mixSeed(plan.seed, DAYS, day)));
  addComings(scene);
  addPosts(scene);
  addTalk(scene);
  addCampaigns(scene);
  addSpam(scene);
  addCrisis(scene);
  addEchoes(scene);
  addRoutine(scene);
  return inOrder(scene.happened, (happening) => happening.row.ts);
}

/** More than the rows of a day. Multiplied by the milliseconds of a day, it is still an exact number. */
const PLACES = 2 ** 24;

/** Sorts numbers made of time and position, which is four times as fast as comparing objects. */
export function inOrder<T>(list: readonly T[], timeOf: (item: T) => number): T[] {
  const first = list[0];
  if (first === undefined) return [];
  const base = list.reduce((least, item) => Math.min(least, timeOf(item)), timeOf(first));
  const keys = Float64Array.from(list, (item, index) => (timeOf(item) - base) * PLACES + index).sort();
  return Array.from(keys, (key) => list[key % PLACES] ?? first);
}
