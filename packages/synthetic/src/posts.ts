/** Posts of the group's categories: in its slots, then throughout the day, in shares that miss their targets as people do. */
import type { Media } from '@steward/events';
import { write } from './phrasebook.ts';
import type { Occasion } from './phrases.ts';
import type { Random } from './random.ts';
import { RHYTHMS, rhythmOf, timeOfDay } from './rhythm.ts';
import { onDutyAt, type Scene, say } from './scene.ts';
import type { CategoryShare } from './settings.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
const OFFICE = rhythmOf(RHYTHMS.staff);

/** How far a day's shares stray from the plan. */
const STRAY = 0.45;

/** Media of a post, with weights. Media without text cannot be posts. */
const FORMS: Readonly<Partial<Record<Occasion, readonly (readonly [Media, number])[]>>> = {
  insight: [
    ['text', 5],
    ['link', 3],
    ['image', 2],
    ['file', 1],
  ],
  notice: [
    ['text', 5],
    ['announcement', 3],
    ['link', 2],
  ],
  ugc: [
    ['image', 6],
    ['text', 4],
    ['video', 1],
  ],
  light: [
    ['text', 5],
    ['redpacket', 3],
    ['vote', 2],
  ],
  ad: [
    ['link', 6],
    ['miniapp', 2],
    ['image', 2],
  ],
};

/** Occasions that members post about themselves; staff post the rest. */
const BY_MEMBERS: ReadonlySet<Occasion> = new Set(['ugc', 'light', 'chat', 'question']);
/** Share of insights that members post. */
const MEMBERS_ADVISE = 0.25;

export function addPosts(scene: Scene): void {
  const { categories, rates, slots } = scene.plan.options;
  const left = new Map(quotas(scene, rates.posts).map((quota) => [quota.category.name, quota]));
  for (const slot of slots) {
    if (!scene.random.chance(slot.kept)) continue;
    const category = categories.find((candidate) => candidate.name === slot.category);
    if (category === undefined) continue;
    const length = ((slot.to - slot.from + DAY_MINUTES - 1) % DAY_MINUTES) + 1;
    const minute = slot.from + scene.random.unit() * length;
    if (addPost(scene, category, scene.day.from + minute * MINUTE_MS)) takeOne(left.get(category.name));
  }
  for (const quota of left.values()) {
    for (let made = 0; made < quota.posts; made += 1) {
      const rhythm = BY_MEMBERS.has(quota.category.occasion) ? scene.rhythm : OFFICE;
      addPost(scene, quota.category, scene.day.from + timeOfDay(rhythm, scene.random));
    }
  }
}

interface Quota {
  category: CategoryShare;
  posts: number;
}

function takeOne(quota: Quota | undefined): void {
  if (quota !== undefined) quota.posts = Math.max(0, quota.posts - 1);
}

/** The number of posts per category today. */
function quotas(scene: Scene, posts: number): Quota[] {
  const { categories } = scene.plan.options;
  const wanted = categories.map((category) => category.share * scene.random.around(STRAY));
  const sum = categories.reduce((total, category) => total + category.share, 0);
  const today = posts * Math.sqrt(scene.plan.scale) * (0.5 + scene.mood / 2);
  return categories.map((category, index) => ({
    category,
    posts: sum === 0 ? 0 : scene.random.rounded((today * (wanted[index] ?? 0)) / sum),
  }));
}

function addPost(scene: Scene, category: CategoryShare, at: number): boolean {
  const { random, plan } = scene;
  const byMember =
    BY_MEMBERS.has(category.occasion) || (category.occasion === 'insight' && random.chance(MEMBERS_ADVISE));
  const author = byMember && scene.looking.length > 0 ? busyOne(scene) : onDutyAt(scene, at);
  if (author === null) return false;
  const word = category.words.length === 0 ? null : random.pick(category.words);
  const row = say(scene, author, at, category.occasion, {
    media: formOf(category.occasion, random),
    text: write(plan.writers, category.occasion, random, word),
    category: category.labelled ? category.name : null,
  });
  return row !== null;
}

/** The busier of two people who look in: prolific writers also post more. */
function busyOne(scene: Scene) {
  const one = scene.random.pick(scene.looking);
  const other = scene.random.pick(scene.looking);
  return one.weight >= other.weight ? one : other;
}

function formOf(occasion: Occasion, random: Random): Media {
  const forms = FORMS[occasion] ?? [];
  const total = forms.reduce((sum, [, weight]) => sum + weight, 0);
  let at = random.unit() * total;
  for (const [media, weight] of forms) {
    at -= weight;
    if (at < 0) return media;
  }
  return 'text';
}
