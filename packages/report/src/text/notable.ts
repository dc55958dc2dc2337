/** The groups most worth a look, and the command to see one. */
import { integerText } from '@steward/numbers';
import type { GroupOutcome } from '@steward/simulator';
import { type Column, table } from '../layout/table.ts';
import type { Catalogue } from '../locale/catalogue.ts';
import type { Palette } from '../palette.ts';
import type { Names } from '../values/names.ts';
import { INDENT, paragraph } from './page.ts';

export interface NotableView {
  groups: readonly GroupOutcome[];
  names: Names;
  words: Catalogue;
  palette: Palette;
  width: number;
  /** Most groups listed. */
  notable: number;
  /** The command that shows one of them in full. */
  seeOne: (group: string) => string;
}

export function notableLines(page: NotableView): string[] {
  const { words, palette, groups } = page;
  const shown = groups
    .toSorted((a, b) => notability(b) - notability(a) || (a.group < b.group ? -1 : 1))
    .slice(0, page.notable);
  const [first] = shown;
  if (first === undefined) return [];
  const header = words.notableHeader;
  const columns: Column[] = [
    { header: header.group, align: 'left', least: 14 },
    { header: header.members, align: 'right' },
    { header: header.incidents, align: 'right' },
    { header: header.open, align: 'right' },
    { header: header.mix, align: 'right' },
    { header: header.actions, align: 'right' },
    { header: header.breach, align: 'left', least: 8 },
  ];
  const body = shown.map((group) => {
    const open = openIncidents(group);
    const missed = group.content.mixes.reduce((sum, mix) => sum + mix.missed, 0);
    const name =
      group.groupName === null || group.groupName === group.group ? group.group : `${group.groupName} (${group.group})`;
    return [
      { text: name },
      { text: integerText(group.members.atEnd) },
      { text: integerText(incidentsOf(group)) },
      { text: integerText(open), paint: open > 0 ? palette.red : palette.dim },
      { text: integerText(missed) },
      { text: integerText(group.actions.total) },
      { text: breachesAtEnd(group).map(page.names.short).join(words.comma), paint: palette.red },
    ];
  });
  return [
    palette.bold(words.mostNotable(integerText(shown.length), integerText(groups.length))),
    ...table(columns, body, { width: page.width, indent: INDENT, gap: 2, header: palette.dim }),
    ...paragraph(page, palette.dim(words.seeOne(page.seeOne(first.group)))),
  ];
}

/** How much attention a group needs: open problems weigh most, then escalations, then frequency. */
function notability(group: GroupOutcome): number {
  const escalated = group.risks.reduce((sum, risk) => sum + risk.escalated, 0);
  const exceeded = group.content.caps.reduce((sum, cap) => sum + cap.exceeded, 0);
  return (
    20 * openIncidents(group) + 10 * breachesAtEnd(group).length + 5 * escalated + 2 * incidentsOf(group) + exceeded
  );
}

const incidentsOf = (group: GroupOutcome): number => group.risks.reduce((sum, risk) => sum + risk.incidents.length, 0);
const openIncidents = (group: GroupOutcome): number => group.risks.reduce((sum, risk) => sum + risk.openAtEnd, 0);

function breachesAtEnd(group: GroupOutcome): string[] {
  return group.health.filter(({ byDay }) => byDay.at(-1) === 'breach').map(({ dimension }) => dimension);
}
