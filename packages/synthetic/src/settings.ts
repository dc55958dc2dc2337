/** The options of a synthetic log. Defaults and checks are in `options.ts`. */
import type { Signal } from '@steward/events';
import type { Occasion, SyntheticKind, SyntheticLanguage } from './phrases.ts';

export interface SyntheticOptions {
  /** Any integer; equal options with equal seeds give equal logs. */
  seed: number;
  kind: SyntheticKind;
  language: SyntheticLanguage;
  /** First local day, `YYYY-MM-DD`. */
  start: string;
  days: number;
  /** IANA name. */
  timezone: string;
  /** From the second group on, ids and names get a number. */
  groups: number;
  group: { id: string; name: string };
  /** Everyone who is ever in one group, without staff and bots. */
  members: number;
  staff: readonly Staff[];
  /** `city`: most members call themselves `上海-小鹿`, a few do not. */
  nicknames: 'plain' | 'city';
  rates: Rates;
  /** Shares of the categorised posts; they need not add up to 1. */
  categories: readonly CategoryShare[];
  slots: readonly PostingSlot[];
  campaigns: readonly CampaignPlan[];
  /** A day of mass complaints; null for none. */
  crisis: Crisis | null;
  /** An evening on which a new member floods the group with ads; null for none. */
  spam: Spam | null;
  /** Words that members occasionally let slip: what a group's lexicons are meant to catch. */
  slips: { words: readonly string[]; share: number };
  /** A stretch of days with less talk; null for none. */
  slump: { day: number; days: number; factor: number } | null;
  /** Kinds of event that the log shows; the others happen but are not written. */
  shows: readonly Signal[];
  /** Approximate number of events of all groups together (within a few percent); null: whatever the rates give. */
  events: number | null;
  /** `time`: all groups by time. `group`: one group after the other. */
  order: 'time' | 'group';
}

export interface Staff {
  name: string;
  role: 'owner' | 'staff' | 'bot';
}

/** How much happens. Shares are in 0..1. */
export interface Rates {
  /** Messages of an average member on an average day. */
  messages: number;
  /** Posts of the declared categories per group and day. */
  posts: number;
  /** Share of questions that the staff answer. */
  answers: number;
  /** Share of the staff's messages that an average member reads. */
  reads: number;
  /** Share of the readers of a link who open it. */
  clicks: number;
  /** Reactions per message. */
  reactions: number;
  /** Share of reads after which the message is shared. */
  shares: number;
  /** Share of members who check in on a day. */
  checkins: number;
  /** Share of clicks that lead to a purchase. */
  purchases: number;
  /** Complaints per member on an ordinary day. */
  complaints: number;
  /** Share of messages that their author recalls. */
  recalls: number;
  /** Share of members who join during the log. */
  joins: number;
  /** Share of members who leave during the log. */
  leaves: number;
  /** Share of members who fall silent but stay. */
  fades: number;
}

export interface CategoryShare {
  name: string;
  /** Which texts it uses. */
  occasion: Occasion;
  share: number;
  /** Every text contains one of these words; empty if the texts' own words suffice. */
  words: readonly string[];
  /** Whether rows carry its name as a label. */
  labelled: boolean;
}

export interface PostingSlot {
  /** Minutes after local midnight; a `to` at or before `from` is on the next day. */
  from: number;
  to: number;
  category: string;
  /** Share of days on which the post is made. */
  kept: number;
}

/** When the first phase begins, local time. `weekdays`: 1 = Monday. `times`: minutes after midnight. */
export type CampaignTimes =
  | { kind: 'once'; at: string }
  | { kind: 'daily'; times: readonly number[] }
  | { kind: 'weekly'; weekdays: readonly number[]; times: readonly number[] }
  | { kind: 'monthly'; days: readonly number[]; times: readonly number[] };

export interface CampaignPlan {
  name: string;
  size: 'large' | 'medium' | 'light';
  starts: readonly CampaignTimes[];
  /** Minutes from the start to the burst, and the burst's length. */
  burst: { after: number; length: number };
  /** Share of members who take part in one run. */
  participation: number;
  /** Share of the planned runs that take place. */
  held: number;
}

export interface Crisis {
  /** 1 = the first day. */
  day: number;
  /** Share of members who complain. */
  share: number;
  about: string;
  /** Risks that the staff mark as settled after the apology, by name. */
  resolves: readonly string[];
}

export interface Spam {
  /** 1 = the first day. */
  day: number;
  posts: number;
  /** Words in the ads, from the group's lexicon. */
  words: readonly string[];
  /** Subject of the complaints: the name of the category of ads. */
  about: string;
  /** Risks that the staff mark as settled once the stranger is removed, by name. */
  resolves?: readonly string[];
}

/** The options that a caller sets; defaults fill in the rest. */
export interface SyntheticChoices extends Partial<Omit<SyntheticOptions, 'rates'>> {
  rates?: Partial<Rates>;
  /** Day of the default crisis (1 = the first), or null for none; overrides `crisis`. */
  crisisDay?: number | null;
}
