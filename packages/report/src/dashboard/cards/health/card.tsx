/** The group's health: a card per dimension, a chart per goal, all breaches with dates. */

import { integerText } from '@steward/numbers';
import { measured } from '../../../values/numbers.ts';
import type { Card } from '../../app/card.ts';
import { dayAxis, grid, tip, tooltip, valueAxis } from '../../app/charts.ts';
import { useSurroundings } from '../../app/context.ts';
import type { BarSeriesOption, ChartOption, LineSeriesOption } from '../../app/echarts.ts';
import { Figure } from '../../app/figure.tsx';
import { dateText, dayAt, daysOf } from '../../app/format.ts';
import { CardHead, Code, DayStrip, Pill, Section, stripLabel, TONE_OF } from '../../app/pieces.tsx';
import type { Theme } from '../../app/theme.ts';
import type { DashboardDimension, DashboardGoal, DashboardMeasure } from '../../parts.ts';

const MOST_DOTS = 120;

type Verdict = '+' | '-' | '?';

export const card: Card = { order: 20, title: (words) => words.catalogue.health, Component: Health };

function Health() {
  const { dashboard, words } = useSurroundings();
  const { health } = dashboard;
  return (
    <Section id="health" title={words.catalogue.health}>
      {health.length === 0 ? <p class="muted">{words.noHealth}</p> : null}
      <div class="cards">
        {health.map((dimension) => (
          <Dimension key={dimension.rule.clause} dimension={dimension} />
        ))}
      </div>
    </Section>
  );
}

function Dimension({ dimension }: { dimension: DashboardDimension }) {
  const { dashboard, words } = useSurroundings();
  const { rule, byDay, breachDays, goals } = dimension;
  const last = verdictOf(byDay.at(-1));
  return (
    <article class="card" data-clause={rule.clause} aria-label={rule.name}>
      <CardHead rule={rule}>
        <Pill tone={TONE_OF[last] ?? 'idle'}>{words.healthCard[last]}</Pill>
      </CardHead>
      <div class="strip-line">
        <DayStrip
          byDay={byDay}
          label={`${rule.name}${words.catalogue.colon}${stripLabel(byDay, dashboard.group.days.from, words.verdicts)}`}
        />
        <span class="muted">{words.catalogue.breachDays(breachDays, integerText(breachDays))}</span>
      </div>
      {goals.map((goal, at) => (
        <Goal key={goal.text} goal={goal} id={`${rule.clause} ${at}`} dimension={dimension} />
      ))}
      <Breaches dimension={dimension} />
    </article>
  );
}

function verdictOf(letter: string | undefined): Verdict {
  return letter === '+' || letter === '-' ? letter : '?';
}

function Goal({ goal, id, dimension }: { goal: DashboardGoal; id: string; dimension: DashboardDimension }) {
  const { dashboard, words, openRule } = useSurroundings();
  const days = daysOf(dashboard.group);
  const shown = goal.measures.filter(({ values }) => values.some((value) => value !== null));
  const verdict = verdictOf(goal.byDay.at(-1));
  const latest = goal.measures.map((measure) => latestText(measure)).filter((text) => text !== '');
  const [first] = shown;

  function latestText({ values, unit, bound }: DashboardMeasure): string {
    const day = values.findLastIndex((value) => value !== null);
    const value = values[day];
    if (value === undefined || value === null) return '';
    const text = measured(value, unit, words.catalogue, bound);
    return day === values.length - 1
      ? text
      : `${text} (${dateText(dayAt(dashboard.group.days.from, day), dashboard.group)})`;
  }

  const heading = (
    <span class="goal">
      <Code>{goal.text}</Code>
      <span class={`goal-latest ${TONE_OF[verdict]}`}>{latest.join(' · ')}</span>
    </span>
  );
  if (first === undefined) {
    return (
      <div class="goal-empty">
        {heading}
        <DayStrip
          byDay={goal.byDay}
          label={`${goal.text}${words.catalogue.colon}${stripLabel(goal.byDay, dashboard.group.days.from, words.verdicts)}`}
        />
      </div>
    );
  }
  return (
    <Figure
      id={id}
      title={goal.text}
      heading={heading}
      description={`${goal.text}${words.catalogue.colon}${stripLabel(goal.byDay, dashboard.group.days.from, words.verdicts)}`}
      height={132}
      option={(theme) => goalOption(theme)}
      onPick={() => openRule(dimension.rule)}
      table={() => ({
        columns: [
          { header: words.day },
          ...goal.measures.map(({ text }) => ({ header: text, number: true })),
          { header: words.verdict },
        ],
        rows: days.map((day, at) => [
          day,
          ...goal.measures.map(({ values, unit, bound }) => {
            const value = values[at] ?? null;
            return value === null ? '?' : measured(value, unit, words.catalogue, bound);
          }),
          words.verdicts[verdictOf(goal.byDay[at])],
        ]),
      })}
    />
  );

  function goalOption(theme: Theme): ChartOption {
    const unit = first?.unit ?? 'number';
    const top = highest(shown);
    return {
      grid: grid(52, 46),
      xAxis: dayAxis(
        theme,
        days.map((day) => dateText(day, dashboard.group)),
      ),
      yAxis: [
        valueAxis(theme, (value) => measured(value, unit, words.catalogue), top),
        { type: 'value', max: 1, show: false },
      ],
      tooltip: {
        ...tooltip(theme, 'axis'),
        formatter: (items) => {
          const [one] = Array.isArray(items) ? items : [items];
          const day = one?.dataIndex ?? 0;
          const rows = shown.map(({ text, values, bound, unit: own }) => {
            const value = values[day] ?? null;
            return { name: text, value: value === null ? '?' : measured(value, own, words.catalogue, bound) };
          });
          const bounds = shown.flatMap(({ bound, unit: own }) =>
            bound === null ? [] : [{ name: words.threshold, value: measured(bound, own, words.catalogue) }],
          );
          return tip(days[day] ?? '', [
            ...rows,
            ...bounds,
            { name: words.verdict, value: words.verdicts[verdictOf(goal.byDay[day])] },
          ]);
        },
      },
      series: [shade(theme), ...shown.map((measure, at) => measureSeries(theme, measure, at))],
    };
  }

  function measureSeries(theme: Theme, { values, bound, unit, text }: DashboardMeasure, at: number): LineSeriesOption {
    // With many days, the shading marks breaches only.
    const dot = days.length > MOST_DOTS ? 0 : 5;
    const color = at === 0 ? theme.accent : (theme.series[at] ?? theme.accent);
    const alone = values.map(
      (value, day) => value !== null && (values[day - 1] ?? null) === null && (values[day + 1] ?? null) === null,
    );
    return {
      type: 'line',
      name: text,
      symbol: 'circle',
      showAllSymbol: true,
      data: values.map((value, day) => {
        const broken = goal.byDay[day] === '-';
        return {
          value,
          symbolSize: broken ? dot : alone[day] ? 3 : 0,
          itemStyle: { color: broken ? theme.bad : color },
        };
      }),
      lineStyle: { color, width: 1.75 },
      itemStyle: { color },
      ...(bound === null
        ? {}
        : {
            markLine: {
              silent: true,
              symbol: 'none',
              animation: false,
              lineStyle: { color: theme.muted, type: 'dashed', width: 1 },
              label: {
                formatter: measured(bound, unit, words.catalogue),
                position: 'end',
                color: theme.muted,
                fontSize: 11,
                padding: [0, 2],
              },
              data: [{ yAxis: bound }],
            },
          }),
    };
  }

  /** Full-height bars behind the curve for breaches and undecided days. */
  function shade(theme: Theme): BarSeriesOption {
    return {
      type: 'bar',
      name: 'days',
      yAxisIndex: 1,
      silent: true,
      barCategoryGap: 0,
      data: [...goal.byDay].map((letter) => {
        const broken = letter === '-';
        return letter === '+'
          ? null
          : { value: 1, itemStyle: { color: broken ? theme.bad : theme.muted, opacity: broken ? 0.16 : 0.1 } };
      }),
    };
  }
}

/** Keeps a distant threshold in view; ratios end at 100%. */
function highest(measures: readonly DashboardMeasure[]): number | undefined {
  const values = measures.flatMap((measure) => measure.values.filter((value) => value !== null));
  const bounds = measures.flatMap(({ bound }) => (bound === null ? [] : [bound]));
  const top = Math.max(...values);
  const bound = Math.max(...bounds);
  const whole = Math.max(top, bound);
  if (measures.every(({ unit }) => unit === 'ratio') && whole <= 1 && whole > 0.8) return 1;
  return bound > top ? bound * 1.15 : undefined;
}

function Breaches({ dimension }: { dimension: DashboardDimension }) {
  const { dashboard, words } = useSurroundings();
  const { breaches, earlier } = dimension;
  if (breaches.length === 0) return null;
  const { catalogue } = words;
  return (
    <details class="more">
      <summary>
        {words.breaches} <span class="count">{integerText(breaches.length + earlier)}</span>
      </summary>
      <ul class="plain">
        {breaches.map(({ from, to, days, responses }) => {
          const first = dateText(from, dashboard.group);
          const count = catalogue.dayCount(days, integerText(days));
          const span =
            to === null
              ? catalogue.breachOpen(first, count)
              : from === to
                ? catalogue.breachDay(first)
                : catalogue.breachPeriod(first, dateText(to, dashboard.group), count);
          return (
            <li key={from}>
              <span class={to === null ? 'bad-text' : undefined}>{span}</span>
              {responses.map(({ on, actions }) => (
                <span key={actions} class="muted block">
                  {catalogue.response(actions, dateText(on, dashboard.group))}
                </span>
              ))}
            </li>
          );
        })}
        {earlier > 0 ? <li class="muted">{words.earlier(integerText(earlier))}</li> : null}
      </ul>
    </details>
  );
}
