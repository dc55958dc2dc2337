/** Host of a report on disk: all data is in the page, nothing is requested. */
import { addDays } from '@steward/time';
import type { Dashboard } from '../dashboard.ts';
import type { EmbeddedMember, EmbeddedReport, MemberRow, MembersPage, MembersWanted, ToPage } from '../messages.ts';
import type { Host } from './host.ts';
import type { Words } from './words.ts';

const NO_TIER = -1;
const NOT_A_MEMBER = -2;

export function embeddedHost(report: EmbeddedReport, words: Words): Host {
  let receive: (message: Extract<ToPage, { kind: 'show' | 'reveal' }>) => void = () => {};
  const find = (group: string): Dashboard | null =>
    report.dashboards.find((dashboard) => dashboard.group.id === group) ?? null;
  const show = (dashboard: Dashboard | null): void => receive({ kind: 'show', dashboard, status: report.status });
  return {
    locale: report.locale,
    editor: false,
    start(given) {
      receive = given;
      show(report.dashboards[0] ?? null);
    },
    showGroup: (group) => show(find(group)),
    members: async (wanted) => pageOf(report, find(wanted.group), wanted),
    why: async (group, id) => historyText(report, find(group), id, words),
    openRule: () => false,
    openEvidence: () => {},
    simulate: () => {},
    restore: () => null,
    keep: () => {},
  };
}

function pageOf(report: EmbeddedReport, dashboard: Dashboard | null, wanted: MembersWanted): MembersPage | null {
  const members = report.members[wanted.group];
  if (dashboard === null || members === undefined) return null;
  const search = wanted.search.trim().toLowerCase();
  const rows = members.flatMap((member) => rowOf(dashboard, member) ?? []);
  const fitting = rows.filter(
    ({ id, name, tier }) =>
      (wanted.tier === null || tier === wanted.tier) && `${name ?? ''}\n${id}`.toLowerCase().includes(search),
  );
  return { total: fitting.length, members: fitting.slice(wanted.offset, wanted.offset + wanted.limit) };
}

/** The member's last tier; null if they have left. */
function rowOf({ group, tiers }: Dashboard, { id, name, role, stretches }: EmbeddedMember): MemberRow | null {
  const last = stretches.at(-1);
  if (last === undefined) return null;
  const [from, days, tier] = last;
  if (from + days < group.days.count || tier === NOT_A_MEMBER) return null;
  const first = stretches.findLastIndex(([, , other]) => other !== tier) + 1;
  const since = stretches[first]?.[0] ?? from;
  return { id, name, role, tier: tiers.tiers[tier]?.tier ?? null, since: addDays(group.days.from, since) };
}

function historyText(report: EmbeddedReport, dashboard: Dashboard | null, id: string, words: Words): string | null {
  const member = dashboard === null ? undefined : report.members[dashboard.group.id]?.find((one) => one.id === id);
  if (dashboard === null || member === undefined) return null;
  const name = (tier: number): string => {
    if (tier === NO_TIER) return words.untiered;
    if (tier === NOT_A_MEMBER) return words.notMember;
    return dashboard.tiers.tiers[tier]?.rule.name ?? '';
  };
  const { from: first } = dashboard.group.days;
  const lines = member.stretches.map(([from, days, tier, grace]) => {
    const span = `${addDays(first, from)} → ${addDays(first, from + days - 1)}`;
    return `${span}  ${name(tier)}${grace === 1 ? ` (${words.byGrace})` : ''}`;
  });
  const command = report.explain[dashboard.group.id];
  const hint = command === undefined ? [] : ['', words.explainCommand, `  ${command} ${shellWord(id)}`];
  return [`${words.historyOf}`, ...lines, ...hint].join('\n');
}

function shellWord(text: string): string {
  return /^[\w.:@%+,=/-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
