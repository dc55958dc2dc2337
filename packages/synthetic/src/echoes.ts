/** Reactions to messages: reads, clicks, purchases, shares, reactions, and recalls by their authors. */
import type { Person } from './people.ts';
import type { EventRow } from './row.ts';
import { happen, interest, looksOf, type Scene } from './scene.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const MAX_READING = 0.98;
/** Only people who look in after a message was sent read it, so they have to read more than the average. */
const OF_THOSE_LOOKING = 1.6;

const PRICES = [9.9, 19.9, 29.9, 39.9, 59, 69.9, 89, 99, 128, 159, 199, 268, 399];
const LIKES = ['👍', '❤️', '😂', '🎉', '🌹'];

export function addEchoes(scene: Scene): void {
  const messages = scene.happened.map(({ row }) => row).filter((row) => row.kind === 'message');
  const readers = readersOf(scene);
  for (const message of messages) {
    if (message.role !== 'member') addReaders(scene, readers, message);
    addReactions(scene, message);
    if (message.role === 'member') addRegret(scene, message);
  }
}

function addReaders(scene: Scene, readers: readonly Person[], message: EventRow): void {
  const { random, plan, day } = scene;
  const reading = plan.options.rates.reads * OF_THOSE_LOOKING * Math.min(1, Math.sqrt(plan.scale));
  for (const person of readers) {
    if (person.id === message.member) continue;
    if (!random.chance(Math.min(MAX_READING, reading * person.warmth * interest(person, day)))) continue;
    const look = looksOf(scene, person).find((at) => at > message.ts);
    if (look === undefined) continue;
    const read = happen(scene, person, look + random.unit() * 2 * MINUTE_MS, 'read', about(message));
    if (read !== null && person.role === 'member') addDeeds(scene, person, message, read.ts);
  }
}

/** Members who look in, and the staff. */
function readersOf(scene: Scene): Person[] {
  return [...scene.looking, ...scene.plan.staff.filter((person) => person.role !== 'bot')];
}

/** What a reader does next; staff only read. */
function addDeeds(scene: Scene, person: Person, message: EventRow, at: number): void {
  const { random, plan } = scene;
  const { clicks, purchases, shares } = plan.options.rates;
  if (random.chance(shares * person.warmth)) {
    happen(scene, person, at + random.delay(20 * SECOND_MS), 'share', about(message));
  }
  if (message.media !== 'link' && message.media !== 'miniapp') return;
  if (!random.chance(clicks * person.warmth)) return;
  const click = happen(scene, person, at + random.delay(5 * SECOND_MS), 'click', about(message));
  if (click === null || !random.chance(purchases)) return;
  happen(scene, person, click.ts + random.delay(2 * MINUTE_MS), 'purchase', {
    amount: random.pick(PRICES),
    subject: message,
  });
}

function addReactions(scene: Scene, message: EventRow): void {
  const { random, plan } = scene;
  if (scene.looking.length === 0) return;
  const count = random.geometric(plan.options.rates.reactions);
  for (let given = 0; given < count; given += 1) {
    const person = random.pick(scene.looking);
    if (person.id === message.member) continue;
    const at = message.ts + random.delay(30 * SECOND_MS);
    happen(scene, person, at, 'reaction', { ...about(message), text: random.pick(LIKES) });
  }
}

/** Authors can recall a message within two minutes. */
function addRegret(scene: Scene, message: EventRow): void {
  const { random, plan } = scene;
  if (!random.chance(plan.options.rates.recalls)) return;
  const author = plan.members.find((person) => person.id === message.member);
  if (author === undefined) return;
  happen(scene, author, message.ts + random.between(5, 115) * SECOND_MS, 'recall', { subject: message });
}

function about(message: EventRow): { subject: EventRow; media?: NonNullable<EventRow['media']> } {
  return message.media === null ? { subject: message } : { subject: message, media: message.media };
}
