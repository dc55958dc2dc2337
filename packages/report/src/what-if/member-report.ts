/** Why a member is in a tier: each tier tried, with values, events, and what would change the result. */
import { integerText } from '@steward/numbers';
import type { Policy, SourceRange } from '@steward/policy';
import type { ExplainedCondition, ExplainedMember, ExplainedQuantity } from '@steward/simulator';
import { type Locale, visible, visibleIn } from '@steward/text';
import { CATALOGUE } from '../locale/catalogue.ts';
import type { Palette } from '../palette.ts';
import { conditionLines, valueText } from '../scenarios/condition-lines.ts';
import { SCENARIO_WORDS } from '../scenarios/words.ts';
import { namesOf } from '../values/names.ts';

export interface MemberTextOptions {
  policy: Policy;
  locale: Locale;
  palette: Palette;
  files: readonly string[];
  sourceText: (range: SourceRange) => string | null;
}

const WORDS = {
  en: {
    head: (member: string, group: string, on: string, tier: string) => `${member} in ${group} on ${on}: ${tier}`,
    none: 'no tier',
    outside: 'not a member',
    grace: ' (kept by its grace)',
    always: 'always',
    events: (count: string, places: string) => `${count} events: ${places}`,
    flip: 'would turn with: ',
    needs: (measure: string, value: string, need: string) => `${measure} ${need} (is ${value})`,
    must: (text: string, wanted: boolean) => (wanted ? text : `not ${text}`),
    list: ', ',
  },
  zh: {
    head: (member: string, group: string, on: string, tier: string) => `${member}（${group}）${on}：${tier}`,
    none: '无等级',
    outside: '不是成员',
    grace: '（由宽限保留）',
    always: '总是',
    events: (count: string, places: string) => `${count} 个事件：${places}`,
    flip: '如果这样就会相反：',
    needs: (measure: string, value: string, need: string) => `${measure} ${need}（现在 ${value}）`,
    must: (text: string, wanted: boolean) => (wanted ? text : `不满足 ${text}`),
    list: '，',
  },
};
const MOST_PLACES = 5;

export function memberText(explained: ExplainedMember, options: MemberTextOptions): string {
  const { locale, palette, sourceText } = options;
  const reported = visibleIn(explained);
  const policy = visibleIn(options.policy);
  const files = options.files.map(visible);
  const words = WORDS[locale];
  const catalogue = CATALOGUE[locale];
  const names = namesOf(policy, reported.policyGroup, catalogue);
  const context = {
    words: SCENARIO_WORDS[locale],
    catalogue,
    sourceText: (range: SourceRange) => sourceText(range) ?? '',
  };
  const { state } = reported;
  const tier = state.kind === 'tier' ? names.full(state.tier) : words[state.kind];
  const head = words.head(
    reported.name ?? reported.member,
    reported.group,
    reported.on,
    tier + (reported.grace ? words.grace : ''),
  );
  const lines = [palette.bold(head)];
  for (const { tier: name, condition, flip } of reported.tiers) {
    lines.push(`  ${names.full(name)}`);
    if (condition === null) {
      lines.push(`    ✓ ${words.always}`);
      continue;
    }
    lines.push(...conditionLines(condition, context).map((line) => `    ${line}`));
    for (const value of counted(condition)) {
      const { count, events } = value.evidence ?? { count: 0, events: [] };
      const places = events.slice(-MOST_PLACES).map(({ file, line }) => `${files[file] ?? ''}:${line}`);
      lines.push(palette.dim(`      ${value.text}: ${words.events(integerText(count), places.join(words.list))}`));
    }
    const steps = flip.map(({ needs, node, wanted }) => {
      if (needs === null)
        return words.must(visible(sourceText(node.range)?.trim() ?? node.values[0]?.text ?? ''), wanted);
      const { left, operator, right } = needs;
      return words.needs(left.text, valueText(left, right, context), `${operator} ${right.text}`);
    });
    if (steps.length > 0) lines.push(palette.cyan(`    ${words.flip}${steps.join(words.list)}`));
  }
  return `${lines.join('\n')}\n`;
}

/** Aggregates that counted something. */
function counted(node: ExplainedCondition): ExplainedQuantity[] {
  const of = (value: ExplainedQuantity): ExplainedQuantity[] =>
    value.evidence !== null && value.evidence.count > 0 ? [value] : value.parts.flatMap(of);
  return [...node.parts.flatMap(counted), ...node.values.flatMap(of)];
}
