/**
 * What a member of a group should know of its rules, as Markdown to be pinned in the group.
 *
 * - Only what concerns members: what belongs there, what does not and what comes of it, tiers that bring something, what is on, whom to
 *   ask. When a risk opens, the health of the group, and tiers that are the staff's own business (nothing to gain in them) stay out.
 * - Pure: equal rules give equal bytes.
 */

import { integerText, percentText } from '@steward/numbers';
import {
  type ActionCall,
  type CallingKind,
  clausesOfKind,
  type GroupPolicy,
  labelFor,
  type Named,
  type Policy,
  type SourceRange,
  type Tier,
} from '@steward/policy';
import type { Locale } from '@steward/text';
import { clockText } from '@steward/time';
import { CATALOGUE } from '../locale/catalogue.ts';
import { type Names, namesOf } from '../values/names.ts';
import { durationText, phasesText, startsText } from './calendar.ts';
import { conditionWords } from './condition-words.ts';
import { bullets, escaped, quoted, table } from './markdown.ts';
import { nicknameShape } from './nickname.ts';
import { CARD_WORDS, type CardWords } from './words.ts';

export interface CardOptions {
  locale: Locale;
  /** Path of the group's file, as the card names it. */
  file: string;
  /** Source text of the rules at a place. */
  sourceText: (range: SourceRange) => string;
}

interface Writer {
  policy: Policy;
  group: GroupPolicy;
  names: Names;
  words: CardWords;
  options: CardOptions;
}

/** @returns Markdown, ending with a line feed */
export function ruleCard(policy: Policy, group: GroupPolicy, options: CardOptions): string {
  const words = CARD_WORDS[options.locale];
  const names = namesOf(policy, group.name, CATALOGUE[options.locale]);
  const writer: Writer = { policy, group, names, words, options };
  const sections: [keyof CardWords['section'], string[]][] = [
    ['rules', announced(writer)],
    ['welcome', welcome(writer)],
    [welcome(writer).length === 0 ? 'unwelcomeAlone' : 'unwelcome', unwelcome(writer)],
    ['tiers', tiers(writer)],
    ['calendar', calendar(writer)],
    ['whom', whom(writer)],
  ];
  const blocks = [
    `<!-- ${words.generated(options.file).replaceAll('--', '- -')} -->`,
    `# ${calledIn(options.locale, group)}`,
    ...head(writer),
    ...sections.flatMap(([section, lines]) =>
      lines.length === 0 ? [] : [`## ${words.section[section]}`, lines.join('\n')],
    ),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Its name for readers, as Markdown. */
function calledIn(locale: Locale, declared: Named): string {
  return escaped(labelFor(declared, locale) ?? declared.name);
}

function head({ group, words }: Writer): string[] {
  const { purpose, capacity, nickname } = group;
  return [
    ...(purpose === null ? [] : [escaped(purpose)]),
    ...(capacity === null ? [] : [words.upTo(integerText(capacity))]),
    ...(nickname === null ? [] : [words.nickname(shapeOf(nickname.pattern))]),
  ];
}

function shapeOf(pattern: string): string | null {
  const shape = nicknameShape(pattern);
  return shape === null ? null : escaped(shape);
}

/** In display order. */
const CALLING = ['ban', 'risk', 'response', 'phase', 'tier'] as const satisfies readonly CallingKind[];

/** The texts that the rules announce are the group's own wording of its rules. */
function announced({ policy, group }: Writer): string[] {
  const calls = CALLING.flatMap((kind) => clausesOfKind(group, kind).flatMap((clause) => clause.calls));
  const scripts = calls.flatMap((call) =>
    call.action === 'announce'
      ? call.arguments.flatMap(({ value }) => (value.kind === 'reference' && value.to === 'script' ? [value.name] : []))
      : [],
  );
  const bodies = [...new Set(scripts)].flatMap(
    (name) => policy.scripts.find((script) => script.name === name)?.body ?? [],
  );
  return bodies.flatMap((body, index) => [...(index === 0 ? [] : ['']), ...quoted(body)]);
}

function welcome({ group, words, names, options }: Writer): string[] {
  const { mixes, slots } = group.content;
  const called = (name: string): string => escaped(names.short(name));
  return bullets([
    ...mixes.map(({ period, shares }) =>
      words.mix(
        words.each[period],
        shares.map((one) => words.share(called(one.category), percentText(one.share))).join(words.list),
      ),
    ),
    ...[...slots]
      .sort((a, b) => a.from - b.from)
      .map((slot) => {
        const label = labelFor(slot, options.locale) ?? slot.label;
        return words.slot(clockText(slot.from), clockText(slot.to), escaped(label), called(slot.category));
      }),
  ]);
}

function unwelcome(writer: Writer): string[] {
  const { group, words, names } = writer;
  const { bans, caps } = group.content;
  const items = [
    ...bans.map(({ lexicon }) => words.ban(escaped(names.short(lexicon)))),
    ...caps.map(({ category, share, period }) =>
      words.cap(escaped(names.short(category)), percentText(share), words.each[period]),
    ),
  ];
  const outcomes = consequences(writer);
  if (items.length === 0) return [];
  return [...bullets(items), ...(outcomes.length === 0 ? [] : ['', words.consequences(outcomes.join(words.list))])];
}

/** What bans and risks do to members who trigger them, mildest first. The timing is left to the staff. */
function consequences({ group, words, options }: Writer): string[] {
  const calls = [...group.content.bans, ...group.risks].flatMap(({ actions }) => actions);
  const has = (action: string): boolean => calls.some((call) => call.action === action && concernsSender(call));
  const mutes = calls
    .filter((call) => call.action === 'mute')
    .map((call) => {
      const length = call.arguments.find(({ value }) => value.kind === 'duration')?.value;
      return words.mute(length?.kind === 'duration' ? durationText(length.value, options.locale) : null);
    });
  return [
    ...(has('warn') ? [words.consequence.warn] : []),
    ...(has('recall') ? [words.consequence.recall] : []),
    ...new Set(mutes),
    ...(has('kick') ? [words.consequence.kick] : []),
  ];
}

function concernsSender(call: ActionCall): boolean {
  return call.arguments.every(({ value }) => value.kind !== 'matched' || value.what !== 'member');
}

function tiers(writer: Writer): string[] {
  const { group, words, options } = writer;
  const shown = group.tiers.filter(
    ({ benefits, badge, tasks }) => benefits.length > 0 || badge !== null || tasks.length > 0,
  );
  if (shown.length === 0) return [];
  const tasks = shown.flatMap((tier) =>
    tier.tasks.map(({ title, when }) => words.task(calledIn(options.locale, tier), escaped(title), said(writer, when))),
  );
  const rows = shown.map((tier) => [
    `${tier.badge === null ? '' : `${escaped(tier.badge)} `}**${calledIn(options.locale, tier)}**`,
    howTo(writer, tier),
    tier.benefits.length === 0 ? words.nothing : tier.benefits.map(escaped).join(words.list),
  ]);
  return [...table(words.tierColumns, rows), ...(tasks.length === 0 ? [] : ['', ...bullets(tasks)])];
}

function howTo(writer: Writer, { when, grace }: Tier): string {
  const { words, options } = writer;
  const way = when === null ? words.everybody : said(writer, when);
  return grace === null ? way : `${way}<br>${words.keeps(durationText(grace, options.locale))}`;
}

/** In words where possible, otherwise as written. */
function said({ policy, names, options }: Writer, condition: NonNullable<Tier['when']>): string {
  const inWords = conditionWords(condition, policy, options.locale, names.short);
  if (inWords !== null) return escaped(inWords);
  return `\`${options.sourceText(condition.range).replace(/\s+/g, ' ').replaceAll('|', '\\|')}\``;
}

function calendar({ group, words, options }: Writer): string[] {
  const { campaigns, timezone } = group;
  const planned = campaigns.filter(({ starts }) => starts.length > 0);
  if (planned.length === 0) return [];
  const rows = planned.map((campaign) => [
    `**${calledIn(options.locale, campaign)}**`,
    startsText(campaign.starts, words),
    phasesText(campaign.phases, words, options.locale),
  ]);
  return [...table(words.campaignColumns, rows), '', words.zone(timezone)];
}

function whom({ policy, group, words, options }: Writer): string[] {
  return bullets(
    group.duty.map(({ from, to, onDuty }) => {
      const people = onDuty.map(({ name }) => {
        const role = policy.roles.find((one) => one.name === name);
        const declared = role ?? policy.tools.find((one) => one.name === name);
        const called = declared === undefined ? escaped(name) : calledIn(options.locale, declared);
        return role === undefined || role.members.length === 0
          ? called
          : words.staff(called, role.members.map(escaped).join(words.list));
      });
      return `${clockText(from)}–${clockText(to)}: ${people.join(words.list)}`;
    }),
  );
}
