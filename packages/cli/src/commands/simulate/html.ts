/**
 * The report for a browser: the dashboards of a run, and its members, in one file.
 *
 * - Bounded, so that a browser opens it at once; notes say what is left out.
 */
import { createHash } from 'node:crypto';
import type { Policy } from '@steward/policy';
import { dashboardOf, type EmbeddedReport, embeddedMembers, htmlReport, type TextReportOptions } from '@steward/report';
import type { GroupOutcome, MemberHistory, Outcome } from '@steward/simulator';
import type { Checked } from '../../checking.ts';
import { type Context, note, wordsOf } from '../../context.ts';
import { dashboardPage } from '../../files/parts.ts';
import { sourceReader } from '../../files/source-text.ts';
import { openSink } from '../../output/file.ts';
import { commandFor } from '../../simulation/command.ts';
import { identifyEvidence, limitEvidence } from '../../simulation/evidence.ts';
import type { SimulateOptions } from '../../simulation/options.ts';
import type { Simulated } from '../../simulation/run.ts';
import { SIMULATE } from './words.ts';

const MOST_GROUPS = 60;
const MOST_MEMBERS = 20_000;

export interface Html {
  /** Takes what it needs from a run, and leaves the run's own result as it would be without a report. */
  add: (simulated: Simulated) => Promise<void>;
  finish: () => Promise<void>;
  abandon: () => void;
}

export function createHtml(
  context: Context,
  policy: Policy,
  checked: Checked,
  options: SimulateOptions,
  path: string,
): Html {
  const { words, locale } = context;
  const sink = openSink(path, context.stdout.exact, words);
  const sourceText = sourceReader(policy, checked, options.file);
  const started = performance.now();
  const logs: string[] = [];
  const report: EmbeddedReport = {
    locale,
    status: { state: 'fresh', message: null, log: '', took: null, notes: [] },
    dashboards: [],
    members: {},
    explain: {},
  };
  let groups = 0;
  let members = 0;
  let listed = 0;

  const addGroup = (outcome: Outcome, group: GroupOutcome, evidenceText: TextReportOptions['evidenceText']): void => {
    const histories = group.memberHistories ?? [];
    const names = new Map(histories.map(({ member, name }) => [member, name]));
    const memberName = (member: string): string | null => names.get(member) ?? null;
    const input = { policy, outcome, group: group.group, locale, sourceText, evidenceText, memberName };
    const dashboard = dashboardOf(input);
    if (dashboard === null) throw new Error(`${group.group} is bound by no group of the policy`);
    // Logs of several samples may use the same group ids.
    const alike = report.dashboards.filter(({ group: { id } }) => id.replace(/ \(\d+\)$/, '') === group.group).length;
    const id = alike === 0 ? group.group : `${group.group} (${alike + 1})`;
    report.dashboards.push({ ...dashboard, group: { ...dashboard.group, id } });
    const room = Math.max(0, MOST_MEMBERS - listed);
    const kept: MemberHistory[] = histories.slice(0, room);
    members += histories.length;
    listed += kept.length;
    report.members[id] = embeddedMembers(group, kept);
    report.explain[id] = `${commandFor('explain', options, group.group)} --member`;
  };

  return {
    async add({ outcome, identify }) {
      const shown = outcome.groups
        .toSorted((a, b) => concern(b) - concern(a) || b.messages - a.messages)
        .slice(0, Math.max(0, MOST_GROUPS - report.dashboards.length));
      groups += outcome.groups.length;
      logs.push(...outcome.log.files);
      const text = await identifyEvidence(shown, identify);
      for (const group of outcome.groups.filter((one) => shown.includes(one))) addGroup(outcome, group, text);
      settle(outcome, options);
    },
    async finish() {
      // The page lets its reader choose among its groups.
      const held = report.dashboards.map(({ group }) => ({
        group: group.id,
        name: group.name,
        policy: group.rule.name,
      }));
      for (const dashboard of report.dashboards) Object.assign(dashboard, { groups: held, moreGroups: 0 });
      report.status.log = logs.join(', ');
      report.status.took = Math.round(performance.now() - started);
      const remarks = [
        ...(groups > report.dashboards.length
          ? [wordsOf(context, SIMULATE).htmlGroupsLeftOut(String(report.dashboards.length), String(groups))]
          : []),
        ...(members > listed ? [wordsOf(context, SIMULATE).htmlMembersLeftOut(String(listed), String(members))] : []),
      ];
      report.status.notes = remarks;
      const title = report.dashboards[0]?.group.rule.name ?? options.file;
      const page = await dashboardPage(context.program);
      await sink.write(htmlReport(report, page, `${title} · Steward`, hash));
      sink.finish();
      for (const remark of remarks) await note(context, remark);
      await note(context, wordsOf(context, SIMULATE).htmlWritten(path));
    },
    abandon: () => sink.abandon(),
  };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

/** How interesting a group is: the higher, the earlier it is listed. */
function concern(group: GroupOutcome): number {
  const open = group.risks.reduce((sum, risk) => sum + risk.openAtEnd, 0);
  const broken = group.health.filter(({ byDay }) => byDay.at(-1) === 'breach').length;
  return open * 1_000 + broken;
}

/** Removes what only the report needed. */
function settle(outcome: Outcome, options: SimulateOptions): void {
  limitEvidence(outcome.groups, options.evidence);
  if (options.members) return;
  for (const group of outcome.groups) group.memberHistories = null;
}
