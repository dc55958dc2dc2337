/** All actions the rules would have taken, with totals. */
import { integerText } from '@steward/numbers';
import type { ActionCause } from '@steward/simulator';
import type { Column } from '../layout/table.ts';
import { type Page, paragraph, rows, section } from './page.ts';

export function actionLines(page: Page): string[] {
  const { actions } = page.group;
  const { words, palette, names } = page;
  if (actions.total === 0) return section(page, words.actions, paragraph(page, words.noActions));
  const header = words.actionHeader;
  const preventing = new Set(
    page.policy.actions.filter((action) => action.prevents.length > 0).map((action) => action.name),
  );
  const anyPrevents = actions.byAction.some(({ action }) => preventing.has(action));
  const columns: Column[] = [
    { header: header.action, align: 'left' },
    { header: header.count, align: 'right' },
    ...(anyPrevents ? [{ header: header.prevented, align: 'right' } as const] : []),
    { header: header.causes, align: 'left', least: 12 },
  ];
  const body = actions.byAction.map(({ action, count, prevented }) => [
    { text: names.action(action) },
    { text: integerText(count) },
    ...(anyPrevents
      ? [{ text: preventing.has(action) ? words.prevented(prevented, integerText(prevented)) : '' }]
      : []),
    { text: causes(page, action), paint: palette.dim },
  ]);
  const nobody = meetingNobody(page);
  return section(page, words.actions, [
    ...rows(page, columns, body),
    ...(nobody === 0 ? [] : paragraph(page, palette.yellow(words.meetNobody(nobody, integerText(nobody))))),
    ...paragraph(page, palette.dim(words.nothingSent)),
  ]);
}

/** Recorded actions whose targets the log does not name. */
function meetingNobody({ group }: Page): number {
  return group.actions.records.filter((record) =>
    record.arguments.some(({ value }) => value.kind === 'members' && value.members.length === 0),
  ).length;
}

/** `risks 12, tiers 3`, counting recorded actions. */
function causes(page: Page, action: string): string {
  const counts = new Map<ActionCause['kind'], number>();
  for (const record of page.group.actions.records) {
    if (record.action === action) counts.set(record.cause.kind, (counts.get(record.cause.kind) ?? 0) + 1);
  }
  const whole = page.group.actions.records.length === page.group.actions.total;
  return [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .map(([kind, count]) => (whole ? `${page.words.causes[kind]} ${integerText(count)}` : page.words.causes[kind]))
    .join(page.words.comma);
}
