/**
 * A report on disk: the dashboard page with its data in one self-contained file.
 *
 * - Its CSP allows its own script only: no network, no external images.
 */

import type { GroupOutcome, MemberHistory, TierOrNone } from '@steward/simulator';
import { daysBetween, type LocalDate } from '@steward/time';
import type { EmbeddedMember, EmbeddedReport } from './messages.ts';

/** As `scripts/dashboard` builds it. */
export interface DashboardPage {
  script: string;
  style: string;
}

/** @param hash SHA-256 of a text in UTF-8, as base64 */
export function htmlReport(
  report: EmbeddedReport,
  { script, style }: DashboardPage,
  title: string,
  hash: (text: string) => string,
): string {
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hash(script)}'`,
    `style-src 'sha256-${hash(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="${report.locale === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<div id="steward"></div>
<script type="application/json" id="steward-report">${json(report)}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** JSON that cannot close its `<script>` element. */
function json(report: EmbeddedReport): string {
  return JSON.stringify(report).replaceAll('<', '\\u003c');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

const NO_TIER = -1;
const NOT_A_MEMBER = -2;

/** Members embedded in a report on disk. */
export function embeddedMembers(group: GroupOutcome, histories: readonly MemberHistory[]): EmbeddedMember[] {
  const places = new Map(group.tiers.map(({ tier }, index) => [tier, index]));
  const place = (state: TierOrNone): number => {
    if (state.kind === 'outside') return NOT_A_MEMBER;
    return state.kind === 'tier' ? (places.get(state.tier) ?? NO_TIER) : NO_TIER;
  };
  const day = (date: LocalDate): number => daysBetween(group.days.from, date);
  return histories.map(({ member, name, role, stretches }) => ({
    id: member,
    name,
    role: role ?? '',
    stretches: stretches.map(({ from, days, state, grace }) => [day(from), days, place(state), grace ? 1 : 0]),
  }));
}
