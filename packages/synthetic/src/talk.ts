/** Conversations between members and with staff: in bursts, more in the evening, mostly by a few people. */
import type { Media } from '@steward/events';
import type { Person } from './people.ts';
import { write } from './phrasebook.ts';
import { timeOfDay } from './rhythm.ts';
import type { EventRow } from './row.ts';
import { happen, interest, onDutyAt, type Scene, say } from './scene.ts';

const SECOND_MS = 1_000;

/** Share of messages that join a running conversation, within a few minutes. */
const JOINS_IN = 0.55;
const QUESTIONS = 0.22;

/** Share of messages of each form; the rest is text. */
const FORMS: readonly (readonly [Media, number])[] = [
  ['image', 0.06],
  ['sticker', 0.06],
  ['voice', 0.03],
  ['quote', 0.05],
];
/** Forms that exports show without text. */
const WORDLESS: ReadonlySet<Media> = new Set(['image', 'sticker', 'voice']);

export function addTalk(scene: Scene): void {
  const { rates } = scene.plan.options;
  const spoken: EventRow[] = [];
  for (const person of scene.present) {
    const mean = rates.messages * person.weight * scene.mood * scene.plan.scale * interest(person, scene.day);
    // Two half days: drawing a whole one at once would make a group's days too different from each other.
    const count = scene.random.geometric(mean / 2) + scene.random.geometric(mean / 2);
    for (let said = 0; said < count; said += 1) {
      const row = speak(scene, person, spoken);
      if (row !== null) spoken.push(row);
    }
  }
}

function speak(scene: Scene, person: Person, spoken: readonly EventRow[]): EventRow | null {
  const { random } = scene;
  const before = spoken.length > 0 && random.chance(JOINS_IN) ? random.pick(spoken) : null;
  const at =
    before === null ? scene.day.from + timeOfDay(scene.rhythm, random) : before.ts + random.delay(12 * SECOND_MS);
  const media = formOf(random.unit());
  if (WORDLESS.has(media)) return say(scene, person, at, 'chat', { media, text: null });
  if (media === 'quote' && before !== null) return say(scene, person, at, 'chat', { media, subject: before });
  if (!random.chance(QUESTIONS)) return chat(scene, person, at);
  const question = say(scene, person, at, 'question');
  if (question !== null) answer(scene, question);
  return question;
}

function chat(scene: Scene, person: Person, at: number): EventRow | null {
  const { slips } = scene.plan.options;
  if (slips.words.length === 0 || !scene.random.chance(slips.share)) return say(scene, person, at, 'chat');
  const text = write(scene.plan.writers, 'chat', scene.random, scene.random.pick(slips.words));
  return say(scene, person, at, 'chat', { text });
}

function answer(scene: Scene, question: EventRow): void {
  const { random, plan } = scene;
  if (!random.chance(plan.options.rates.answers)) return;
  const at = question.ts + random.delay(90 * SECOND_MS);
  const staff = onDutyAt(scene, at);
  if (staff !== null) say(scene, staff, at, 'answer', { media: 'quote', subject: question });
}

function formOf(at: number): Media {
  let left = at;
  for (const [media, share] of FORMS) {
    left -= share;
    if (left < 0) return media;
  }
  return 'text';
}

/** Check-ins, and the rare complaint. */
export function addRoutine(scene: Scene): void {
  const { random, plan, day } = scene;
  const { checkins, complaints } = plan.options.rates;
  const often = Math.min(1, plan.scale);
  for (const person of scene.looking) {
    if (random.chance(checkins * person.warmth * often)) {
      happen(scene, person, day.from + timeOfDay(scene.rhythm, random), 'checkin');
    }
    if (random.chance(complaints * often)) complain(scene, person);
  }
}

const SUBJECTS = { zh: ['客服', '质量', '刷屏'], en: ['service', 'quality', 'noise'] };

/** About the ads as often as about anything else. */
function complain(scene: Scene, person: Person): void {
  const { random, plan, day } = scene;
  const at = day.from + timeOfDay(scene.rhythm, random);
  const advertising = plan.options.categories.find((category) => category.occasion === 'ad');
  if (advertising !== undefined && random.chance(0.5)) {
    happen(scene, person, at, 'complaint', { about: advertising.name, ...subjectOf(latestAd(scene, at)) });
    return;
  }
  const about = random.pick(plan.options.language === 'en' ? SUBJECTS.en : SUBJECTS.zh);
  const staff = onDutyAt(scene, at);
  happen(scene, person, at, 'complaint', { about, ...(staff === null ? {} : { target: staff.id }) });
}

function latestAd(scene: Scene, at: number): EventRow | undefined {
  const isAd = (row: EventRow): boolean => row.kind === 'message' && (row.media === 'link' || row.media === 'miniapp');
  return scene.happened.map(({ row }) => row).findLast((row) => isAd(row) && row.ts < at);
}

function subjectOf(row: EventRow | undefined): { subject?: EventRow } {
  return row === undefined ? {} : { subject: row };
}
