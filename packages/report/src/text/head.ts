/** The head of a group's report: name, days and people. */
import { integerText } from '@steward/numbers';
import { comingsAndGoings } from '../values/members.ts';
import { staffTexts } from '../values/staff.ts';
import { type Page, paragraph } from './page.ts';

export function headLines(page: Page): string[] {
  const { group, words, palette, rules, names } = page;
  const title = names.full(rules.name);
  const name =
    group.groupName === null || group.groupName === group.group ? group.group : `${group.groupName} (${group.group})`;
  const rule = palette.dim('─'.repeat(page.width));
  const days = `${group.days.from} → ${group.days.to} · ${words.dayCount(group.days.count, integerText(group.days.count))} · ${group.timezone}`;
  const { members } = group;
  const facts = [
    `${words.memberCount(members.atEnd, integerText(members.atEnd))}${words.openParenthesis}${comingsAndGoings(words, group, page.outcome.log)}${words.closeParenthesis}`,
    words.eventCount(group.events, integerText(group.events)),
    words.messageCount(group.messages, integerText(group.messages)),
  ];
  const lines = [
    rule,
    ...paragraph(page, `${palette.bold(title)} · ${words.kind[group.kind]} · ${palette.bold(name)}`, 0),
    ...paragraph(page, days, 0),
    ...paragraph(page, facts.join(' · '), 0),
  ];
  return [...lines, ...[...limits(page), ...roleLines(page)].flatMap((text) => paragraph(page, text, 0))];
}

/** Who counts as owner, staff or bot and why, and what disagrees with the log. */
function roleLines({ group, words, palette, names }: Page): string[] {
  const { known, absent, silent, unlisted } = staffTexts(words, group, names.short);
  return [
    ...(known === null ? [] : [known]),
    ...absent.map((text) => palette.yellow(text)),
    ...(silent === null ? [] : [palette.dim(silent)]),
    ...(unlisted === null ? [] : [palette.yellow(unlisted)]),
  ];
}

function limits(page: Page): string[] {
  const { members } = page.group;
  const { words, palette } = page;
  const lines: string[] = [];
  if (members.capacity !== null) {
    const { limit, peak, daysOver } = members.capacity;
    const text = words.capacity(integerText(limit), integerText(peak), daysOver);
    lines.push(daysOver > 0 ? palette.red(text) : text);
  }
  if (members.nickname !== null && members.nickname.checked > 0) {
    const { checked, mismatched, examples } = members.nickname;
    lines.push(words.nickname(integerText(mismatched), integerText(checked), examples.slice(0, 3).join(words.comma)));
  }
  return lines;
}
