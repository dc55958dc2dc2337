/** What a synthetic log is made from. Defaults and checks are in `options.ts`. */
import type { Signal } from '@steward/events';
import type { Occasion, SyntheticKind, SyntheticLanguage } from './phrases.ts';

export interface SyntheticOptions {
  /** Any whole number; equal options with equal seeds give equal logs. */
  seed: number;
  kind: SyntheticKind;
  language: SyntheticLanguage;
  /** First local day, `YYYY-MM-DD`. */
  start: string;
  days: number;
  /** IANA name. */
  timezone: string;
  /** With more than one group, ids and names of further groups get a number. */
  groups: number;
  group: { id: string; name: string };
  /** Everybody who is in one group at some time, staff and bots not counted. */
  members: number;
  staff: readonly Staff[];
  /** `city`: most members call themselves `上海-小鹿`, a few do not. */
  nicknames: 'plain' | 'city';
  rates: Rates;
  /** Shares of the categorised posts; their sum need not be 1. */
  categories: readonly CategoryShare[];
  slots: readonly PostingSlot[];
  campaigns: readonly CampaignPlan[];
  /** A day of mass complaints; null for none. */
  crisis: Crisis | null;
  /** An evening on which a new member floods the group with ads; null for none. */
  spam: Spam | null;
  /** Words that members let slip in their talk now and then: what a group's lexicons are for. */
  slips: { words: readonly string[]; share: number };
  /** A stretch of days with less talk; null for none. */
  slump: { day: number; days: number; factor: number } | null;
  /** Kinds of event that the log shows; the others happen, but are not written. */
  shows: readonly Signal[];
  /** How many events all groups have together, within a few percent; null: what the rates give. */
  events: number | null;
  /** `time`: all groups in order of time. `group`: one group after the other. */
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
  /** Posts of the declared categories in a group on a day. */
  posts: number;
  /** Share of questions that the staff answers. */
  answers: number;
  /** Share of what the staff sends that an average member reads. */
  reads: number;
  /** Share of the reads of a link that open it. */
  clicks: number;
  /** Reactions for each message. */
  reactions: number;
  /** Share of the reads that end in passing the message on. */
  shares: number;
  /** Share of the members who check in on a day. */
  checkins: number;
  /** Share of the clicks that end in a purchase. */
  purchases: number;
  /** Complaints of a member on an ordinary day. */
  complaints: number;
  /** Share of messages taken back by their author. */
  recalls: number;
  /** Share of the members who come during the log. */
  joins: number;
  /** Share of the members who leave during the log. */
  leaves: number;
  /** Share of the members who fall silent and stay. */
  fades: number;
}

export interface CategoryShare {
  name: string;
  /** Which texts it has. */
  occasion: Occasion;
  share: number;
  /** Words of which one stands in every text; empty where the texts' own words are enough. */
  words: readonly string[];
  /** Whether rows carry the name as the log's own label. */
  labelled: boolean;
}

export interface PostingSlot {
  /** Minutes after local midnight; `to` at or before `from` is the next day's. */
  from: number;
  to: number;
  category: string;
  /** Share of the days on which the post is made. */
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
  /** Share of the members who take part in one run. */
  participation: number;
  /** Share of the planned runs that are held. */
  held: number;
}

export interface Crisis {
  /** 1 = the first day. */
  day: number;
  /** Share of the members who complain. */
  share: number;
  about: string;
  /** Names of the risks that the staff marks as settled, after the apology. */
  resolves: readonly string[];
}

export interface Spam {
  /** 1 = the first day. */
  day: number;
  posts: number;
  /** What the ads hold: words of the group's lexicon. */
  words: readonly string[];
  /** What the complaints are about: the name of the category of ads. */
  about: string;
  /** Names of the risks that the staff marks as settled when the stranger is out. */
  resolves?: readonly string[];
}

/** What a caller says; the rest is filled in. */
export interface SyntheticChoices extends Partial<Omit<SyntheticOptions, 'rates'>> {
  rates?: Partial<Rates>;
  /** The day of the crisis that suits the kind (1 = the first), or null for none; wins over `crisis`. */
  crisisDay?: number | null;
}
