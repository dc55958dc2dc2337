/** Members by tier over time. */

import { integerText } from '@steward/numbers';
import { share } from '../../../values/numbers.ts';
import type { Card } from '../../app/card.ts';
import { dayAxis, grid, tip, tooltip, valueAxis } from '../../app/charts.ts';
import { useSurroundings } from '../../app/context.ts';
import type { ChartOption } from '../../app/echarts.ts';
import { Figure } from '../../app/figure.tsx';
import { dateText, daysOf } from '../../app/format.ts';
import { Code, Legend, RuleLink, Section, Spark, Swatch } from '../../app/pieces.tsx';
import { DataTable } from '../../app/table.tsx';
import type { Theme } from '../../app/theme.ts';
import type { DashboardTier } from '../../parts.ts';

/** With more days than this, bars become too thin. */
const MOST_BARS = 100;

/** Columns shown even if empty. */
const ALWAYS = 5;

export function tierColor(tier: DashboardTier, index: number, theme: Theme): string {
  return tier.color ?? theme.series[index % theme.series.length] ?? theme.accent;
}

export const card: Card = { order: 10, title: (words) => words.catalogue.tiers, Component: Tiers };

function Tiers() {
  const { dashboard, words, theme } = useSurroundings();
  const { tiers, untiered } = dashboard.tiers;
  const { catalogue } = words;
  const { atEnd } = dashboard.members;
  const header = catalogue.tierHeader;
  const tasks = tiers.flatMap((tier) => tier.tasks.map((task) => ({ ...task, tier })));
  const rows = tiers.map((tier, index) => [
    <div key="name" class="tier-name">
      <span>
        <Swatch color={tierColor(tier, index, theme)} />
        <RuleLink rule={tier.rule}>{tier.badge === null ? tier.rule.name : `${tier.badge} ${tier.rule.name}`}</RuleLink>
      </span>
      <Code>{tier.rule.text}</Code>
    </div>,
    <strong key="members">{integerText(tier.members)}</strong>,
    share(tier.members, atEnd) ?? '',
    <Spark key="days" values={tier.byDay} />,
    `+${integerText(tier.entered)} −${integerText(tier.left)}`,
    tier.inGrace > 0 ? integerText(tier.inGrace) : '',
    tier.undecided > 0 ? integerText(tier.undecided) : '',
  ]);
  const none = untiered.byDay.some((count) => count > 0)
    ? [
        [
          <span key="name" class="muted">
            {words.untiered}
          </span>,
          integerText(untiered.members),
          share(untiered.members, atEnd) ?? '',
          <Spark key="days" values={untiered.byDay} />,
          '',
          '',
          '',
        ],
      ]
    : [];
  const columns = [
    { header: header.tier },
    { header: header.members, number: true },
    { header: header.share, number: true },
    { header: header.byDay },
    { header: header.moves, number: true },
    { header: header.grace, number: true },
    { header: header.unknown, number: true },
  ];
  const all = [...rows, ...none];
  // Empty columns give their space to the others.
  const used = (_: unknown, at: number): boolean => at < ALWAYS || all.some((cells) => cells[at] !== '');
  return (
    <Section id="tiers" title={catalogue.tiers} note={<Capacity />}>
      <TierChart />
      <div class="card flush">
        <DataTable
          caption={catalogue.tiers}
          whole
          columns={columns.filter(used)}
          rows={all.map((cells) => cells.filter((_, at) => used(null, at)))}
          clauses={tiers.map(({ rule }) => rule.clause)}
        />
      </div>
      <div class="pair">
        <Moves />
        {tasks.length === 0 ? null : (
          <div class="card">
            <h3>{words.tasks}</h3>
            <ul class="plain">
              {tasks.map(({ tier, title, done, open, unknown }) => (
                <li key={`${tier.tier} ${title}`} class="line">
                  <span>{catalogue.task(title, tier.rule.name)}</span>
                  <span class="muted">{catalogue.taskState(integerText(done), integerText(open), unknown)}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Section>
  );
}

function Capacity() {
  const { dashboard, words } = useSurroundings();
  const { capacity, nickname } = dashboard.members;
  const { catalogue } = words;
  const parts = [
    ...(capacity === null
      ? []
      : [catalogue.capacity(integerText(capacity.limit), integerText(capacity.peak), capacity.daysOver)]),
    ...(nickname === null || nickname.checked === 0
      ? []
      : [
          catalogue.nickname(
            integerText(nickname.mismatched),
            integerText(nickname.checked),
            nickname.examples.slice(0, 3).join(catalogue.comma),
          ),
        ]),
  ];
  return parts.length === 0 ? null : (
    <p class="muted" data-clause={dashboard.group.rule.clause}>
      {parts.join(' · ')}
    </p>
  );
}

function Moves() {
  const { dashboard, words } = useSurroundings();
  const { moves, tiers } = dashboard.tiers;
  if (moves.length === 0) return null;
  const name = (tier: string | null): string => tiers.find((one) => one.tier === tier)?.rule.name ?? words.untiered;
  return (
    <div class="card">
      <h3>{words.moves}</h3>
      <ul class="plain">
        {moves.map(({ from, to, count }) => (
          <li key={`${from} ${to}`} class="line">
            <span>
              {name(from)} → {name(to)}
            </span>
            <strong class="number">{integerText(count)}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}

function TierChart() {
  const { dashboard, words, theme, openRule } = useSurroundings();
  const { tiers, untiered } = dashboard.tiers;
  const days = daysOf(dashboard.group);
  const shown = [
    ...tiers.map((tier, index) => ({
      name: tier.rule.name,
      color: tierColor(tier, index, theme),
      byDay: tier.byDay,
      rule: tier.rule,
    })),
    ...(untiered.byDay.some((count) => count > 0)
      ? [{ name: words.untiered, color: theme.line, byDay: untiered.byDay, rule: null }]
      : []),
  ];
  const option = (now: Theme): ChartOption => ({
    grid: grid(),
    xAxis: dayAxis(
      now,
      days.map((day) => dateText(day, dashboard.group)),
    ),
    yAxis: valueAxis(now, integerText),
    tooltip: {
      ...tooltip(now, 'axis'),
      formatter: (items) => {
        const [first] = Array.isArray(items) ? items : [items];
        const day = first?.dataIndex ?? 0;
        const rows = shown.map(({ name, color, byDay }) => ({ name, color, value: integerText(byDay[day] ?? 0) }));
        return tip(days[day] ?? '', [
          ...rows,
          { name: words.members, value: integerText(dashboard.members.byDay[day] ?? 0) },
        ]);
      },
    },
    series: shown.map(({ name, color, byDay }) =>
      days.length <= MOST_BARS
        ? {
            type: 'bar',
            name,
            stack: 'members',
            data: byDay,
            barCategoryGap: '12%',
            itemStyle: { color, ...outline(now) },
          }
        : {
            type: 'line',
            name,
            stack: 'members',
            data: byDay,
            symbol: 'none',
            lineStyle: { width: 0 },
            areaStyle: { color, opacity: 0.9 },
            itemStyle: { color },
          },
    ),
  });
  const rules = tiers.map(({ rule }) => rule);
  return (
    <div class="card">
      <Figure
        id="tiers"
        title={words.membersByTier}
        description={`${words.membersByTier}${words.catalogue.colon}${shown.map(({ name, byDay }) => `${name} ${integerText(byDay.at(-1) ?? 0)}`).join(words.catalogue.comma)}`}
        height={240}
        option={option}
        legend={
          <Legend
            items={shown.map(({ name, color, rule }) => ({
              key: name,
              color,
              name: rule === null ? name : <RuleLink rule={rule} />,
            }))}
          />
        }
        table={() => ({
          columns: [
            { header: words.day },
            ...shown.map(({ name }) => ({ header: name, number: true })),
            { header: words.members, number: true },
          ],
          rows: days.map((day, at) => [
            day,
            ...shown.map(({ byDay }) => integerText(byDay[at] ?? 0)),
            integerText(dashboard.members.byDay[at] ?? 0),
          ]),
        })}
        onPick={(series) => {
          const rule = rules.find(({ name }) => name === series);
          if (rule !== undefined) openRule(rule);
        }}
      />
    </div>
  );
}

function outline(theme: Theme): { borderColor?: string; borderWidth?: number } {
  return theme.contrast ? { borderColor: theme.surface, borderWidth: 1 } : {};
}
