/** Rare events: joins and leaves, campaigns, an evening of spam, a day of complaints. */
import { isIn, type Person } from './people.ts';
import { write } from './phrasebook.ts';
import type { CampaignRun } from './plan.ts';
import { unitOf } from './random.ts';
import type { EventRow } from './row.ts';
import { happen, interest, onDutyAt, owner, record, type Scene, say } from './scene.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const WELCOMED = 0.6;

export function addComings(scene: Scene): void {
  const { day, random } = scene;
  for (const person of scene.present) {
    if (person.joined >= day.from) {
      record(scene, person, person.joined, 'join');
      const at = person.joined + random.delay(40 * SECOND_MS);
      const host = onDutyAt(scene, at);
      if (host !== null && random.chance(WELCOMED)) say(scene, host, at, 'welcome');
    }
    if (person.left < day.to && person.left > person.joined) record(scene, person, person.left, 'leave');
  }
}

/** Part of the seed of what a member decides about a run. */
const TAKES_PART = 11;
const WHEN = 12;

export function addCampaigns(scene: Scene): void {
  const { day, plan } = scene;
  for (const run of plan.runs) {
    if (!run.held) continue;
    if (run.start >= day.from && run.start < day.to) announce(scene, run);
    if (run.burstFrom < day.to && run.burstTo > day.from) addParticipants(scene, run);
  }
}

function announce(scene: Scene, run: CampaignRun): void {
  const host = owner(scene);
  if (host === null) return;
  happen(scene, host, run.start, 'campaign', { about: run.campaign.name });
  if (run.campaign.size === 'light') return;
  const advertisement = write(scene.plan.writers, 'notice', scene.random);
  const notice = scene.plan.options.categories.find((category) => category.occasion === 'notice');
  say(scene, host, run.start + 30 * SECOND_MS, 'notice', {
    media: 'announcement',
    text: `${run.campaign.name}:${advertisement}`,
    category: notice?.labelled === true ? notice.name : null,
  });
}

/** A run may last for days, so the run and the member, not the day, decide who takes part and when. */
function addParticipants(scene: Scene, run: CampaignRun): void {
  const { plan, day } = scene;
  // Nobody takes part on a day of crisis.
  if (plan.haunted && plan.options.crisis?.day === day.index + 1) return;
  const often = run.campaign.participation * Math.min(1, plan.scale);
  for (const person of scene.present) {
    const willing = often * person.warmth * interest(person, day);
    if (unitOf(plan.seed, TAKES_PART, run.index, person.index) >= willing) continue;
    const when = unitOf(plan.seed, WHEN, run.index, person.index);
    const at = run.burstFrom + when * when * (run.burstTo - run.burstFrom);
    happen(scene, person, at, 'participation', { about: run.campaign.name });
  }
}

const SPAM_FROM_MS = 19.5 * HOUR_MS;
const SPAM_LENGTH_MS = 50 * MINUTE_MS;
const PATIENCE_MS = 25 * MINUTE_MS;
const ANNOYED = 0.12;
const LEAST_ANNOYED = 4;

/** A stranger joins, advertises and draws complaints; staff recall the messages and remove the stranger. */
export function addSpam(scene: Scene): void {
  const { plan, day, random } = scene;
  const spam = plan.options.spam;
  if (spam === null || !plan.haunted || spam.day !== day.index + 1) return;
  const from = day.from + SPAM_FROM_MS;
  const until = from + SPAM_LENGTH_MS + PATIENCE_MS;
  const stranger = strangerOf(scene, from - 6 * MINUTE_MS, until);
  record(scene, stranger, stranger.joined, 'join');
  const advertising = plan.options.categories.find((category) => category.occasion === 'ad');
  const posts: EventRow[] = [];
  for (let index = 0; index < spam.posts; index += 1) {
    const at = from + ((index + random.unit()) / spam.posts) * SPAM_LENGTH_MS;
    const post = say(scene, stranger, at, 'spam', {
      text: write(plan.writers, 'spam', random, spam.words.length === 0 ? '' : random.pick(spam.words)),
      category: advertising?.labelled === true ? advertising.name : null,
    });
    if (post !== null) posts.push(post);
  }
  const annoyed = Math.max(LEAST_ANNOYED, Math.round(scene.present.length * ANNOYED));
  for (const [index, person] of some(scene, annoyed, until).entries()) {
    const post = random.pick(posts);
    const at = Math.min(post.ts + random.delay(40 * SECOND_MS), until - (index + 1) * SECOND_MS);
    happen(scene, person, at, 'complaint', { about: spam.about, subject: post });
  }
  const host = onDutyAt(scene, until);
  for (const [index, post] of posts.entries()) {
    if (host !== null) happen(scene, host, until + index * 2 * SECOND_MS, 'recall', { subject: post });
  }
  record(scene, stranger, stranger.left, 'leave');
  for (const risk of spam.resolves ?? []) {
    if (host !== null) happen(scene, host, stranger.left + 5 * MINUTE_MS, 'resolve', { about: risk });
  }
}

function strangerOf(scene: Scene, joined: number, left: number): Person {
  const name = scene.plan.options.language === 'en' ? 'Lucky Star' : '好运来';
  return {
    index: -1,
    id: `${scene.plan.options.groups === 1 ? '' : `${scene.plan.id}-`}stranger`,
    name,
    role: 'member',
    weight: 0,
    warmth: 0,
    joined,
    left: left + MINUTE_MS,
    fadesOn: Number.POSITIVE_INFINITY,
  };
}

const CRISIS_FROM_MS = 10.25 * HOUR_MS;
const CRISIS_LENGTH_MS = 100 * MINUTE_MS;
const APOLOGY_MS = 1.75 * HOUR_MS;
const SETTLED_MS = 2.5 * HOUR_MS;
/** The staff answer once per this many complaints. */
const COMPLAINTS_PER_ANSWER = 3;

/** Many complain within two hours, the staff answer, the owner apologises, and after lunch it is settled. */
export function addCrisis(scene: Scene): void {
  const { plan, day, random } = scene;
  const crisis = plan.options.crisis;
  if (crisis === null || !plan.haunted || crisis.day !== day.index + 1) return;
  const from = day.from + CRISIS_FROM_MS;
  const angry = some(scene, Math.max(1, Math.round(scene.present.length * crisis.share)), from);
  angry.forEach((person, index) => {
    // Slow at first, then all at once.
    const at = from + Math.sqrt((index + random.unit()) / angry.length) * CRISIS_LENGTH_MS;
    const host = onDutyAt(scene, at);
    say(scene, person, at - 50 * SECOND_MS, 'crisis');
    happen(scene, person, at, 'complaint', { about: crisis.about });
    if (index % COMPLAINTS_PER_ANSWER === 0 && host !== null) say(scene, host, at + 4 * MINUTE_MS, 'reassurance');
  });
  const host = owner(scene);
  if (host === null) return;
  say(scene, host, from + APOLOGY_MS, 'apology', { media: 'announcement' });
  for (const risk of crisis.resolves) happen(scene, host, from + SETTLED_MS, 'resolve', { about: risk });
}

/** Distinct members present at an instant; fewer than `count` if there are not enough. */
function some(scene: Scene, count: number, at: number): Person[] {
  const pool = scene.present.filter((person) => isIn(person, at) && person.joined < scene.day.from);
  const chosen: Person[] = [];
  while (chosen.length < count && pool.length > 0) {
    const [person] = pool.splice(scene.random.below(pool.length), 1);
    if (person !== undefined) chosen.push(person);
  }
  return chosen;
}
