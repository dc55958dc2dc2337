/** Campaigns and lifecycle stages, as bands over the days. */

import { integerText } from '@steward/numbers';
import { addDays } from '@steward/time';
import { type Band, bandSeries } from '../../app/bands.ts';
import type { Card } from '../../app/card.ts';
import { grid, rowAxis, type TipRow, timeAxis, tip, tooltip } from '../../app/charts.ts';
import { useSurroundings } from '../../app/context.ts';
import type { ChartOption } from '../../app/echarts.ts';
import { Figure } from '../../app/figure.tsx';
import { dateText, timeText, wallClock, wallClockOfDay } from '../../app/format.ts';
import { CardHead, Code, Legend, Pill, RuleLink, Section, type Tone } from '../../app/pieces.tsx';
import type { Theme } from '../../app/theme.ts';
import type { DashboardCampaign, DashboardRun } from '../../parts.ts';

const DAY = 86_400_000;
const ROW = 34;
const PHASES = ['preheat', 'burst', 'sustain', 'review'] as const;
const GOAL_TONE: Record<DashboardRun['goals'][number]['verdict'], Tone> = {
  met: 'good',
  missed: 'bad',
  unknown: 'warn',
  pending: 'idle',
  hypothetical: 'idle',
  'not-held': 'bad',
};

interface Drawn extends Band {
  title: string;
  rows: TipRow[];
}

export const card: Card = { order: 50, title: (words) => words.plans, Component: Plans };

function Plans() {
  const { dashboard, words } = useSurroundings();
  const { campaigns, cadence, lifecycle } = dashboard;
  const nothing = campaigns.length === 0 && lifecycle === null && cadence.length === 0;
  return (
    <Section id="plans" title={words.plans}>
      {nothing ? <p class="muted">{words.noPlans}</p> : <Bands />}
      <div class="masonry">
        {campaigns.map((campaign) => (
          <Campaign key={campaign.rule.clause} campaign={campaign} />
        ))}
        {cadence.length === 0 ? null : <Cadence />}
        {lifecycle === null ? null : <Stages />}
      </div>
    </Section>
  );
}

function Bands() {
  const { dashboard, words, theme, openRule } = useSurroundings();
  const { campaigns, lifecycle, group } = dashboard;
  const { catalogue } = words;
  const offset = lifecycle === null ? 0 : 1;
  const names = [...(lifecycle === null ? [] : [catalogue.lifecycle]), ...campaigns.map(({ rule }) => rule.name)];
  const phaseColor = (now: Theme, phase: (typeof PHASES)[number]): string =>
    now.series[PHASES.indexOf(phase)] ?? now.accent;
  const stageColor = (now: Theme, stage: string | null): string => {
    const index = lifecycle?.stages.findIndex((one) => one.stage === stage) ?? -1;
    return index < 0 ? now.line : (now.series[(index + PHASES.length) % now.series.length] ?? now.accent);
  };
  const drawn = (now: Theme): Drawn[] => [
    ...(lifecycle?.stretches ?? []).map(
      ({ stage, from, to }): Drawn => ({
        row: 0,
        from: wallClockOfDay(from),
        to: wallClockOfDay(addDays(to, 1)),
        color: stageColor(now, stage),
        hollow: stage === null,
        thick: 0.62,
        label: stage ?? '',
        title: stage ?? catalogue.noStage,
        rows: [
          { name: words.start, value: dateText(from, group) },
          { name: words.end, value: dateText(to, group) },
        ],
      }),
    ),
    ...campaigns.flatMap((campaign, index) =>
      campaign.runs.flatMap((run) =>
        run.phases.map(
          ({ phase, from, to, state }): Drawn => ({
            row: index + offset,
            from: wallClock(from, group),
            to: wallClock(to, group),
            color: phaseColor(now, phase),
            hollow: run.held === false || run.cause === 'action' || state === 'paused',
            thick: 0.62,
            label: '',
            title: `${campaign.rule.name} · ${catalogue.phase[phase]}`,
            rows: [
              { name: words.start, value: timeText(from, group) },
              { name: words.end, value: timeText(to, group) },
              { name: words.cause, value: causeText(run) },
            ],
          }),
        ),
      ),
    ),
  ];
  const causeText = (run: DashboardRun): string => {
    const held = run.cause !== 'planned' || run.held === null ? '' : ` · ${catalogue.runHeld[run.held ? 'yes' : 'no']}`;
    return `${catalogue.runCause[run.cause]}${held}`;
  };
  const option = (now: Theme): ChartOption => {
    const bands = drawn(now);
    return {
      grid: grid(118),
      xAxis: timeAxis(now, wallClockOfDay(group.days.from), wallClockOfDay(group.days.to) + DAY, (value) =>
        dateText(new Date(value).toISOString().slice(0, 10), group),
      ),
      yAxis: rowAxis(now, names),
      tooltip: {
        ...tooltip(now, 'item'),
        formatter: (item) => {
          const band = bands[Array.isArray(item) ? 0 : item.dataIndex];
          return band === undefined ? '' : tip(band.title, band.rows);
        },
      },
      series: [bandSeries('bands', bands, now)],
    };
  };
  return (
    <div class="card">
      <Figure
        id="bands"
        title={words.bands}
        description={`${words.bands}${catalogue.colon}${names.join(catalogue.comma)}`}
        height={34 + names.length * ROW}
        option={option}
        onPick={(_, index) => {
          const band = drawn(theme)[index];
          const rule =
            band === undefined ? undefined : band.row < offset ? lifecycle?.rule : campaigns[band.row - offset]?.rule;
          if (rule !== undefined) openRule(rule);
        }}
        legend={
          campaigns.length === 0 ? null : (
            <Legend
              items={PHASES.map((phase) => ({
                key: phase,
                name: catalogue.phase[phase],
                color: phaseColor(theme, phase),
              }))}
            />
          )
        }
        table={() => ({
          columns: [
            { header: words.campaign },
            { header: words.start },
            { header: words.end },
            { header: words.cause },
          ],
          rows: [
            ...(lifecycle?.stretches ?? []).map(({ stage, from, to }) => [
              stage ?? catalogue.noStage,
              dateText(from, group),
              dateText(to, group),
              '',
            ]),
            ...campaigns.flatMap(({ rule, runs }) =>
              runs.map((run) => [rule.name, timeText(run.start, group), timeText(run.end, group), causeText(run)]),
            ),
          ],
        })}
      />
    </div>
  );
}

const MOST_RUNS = 3;

function Campaign({ campaign }: { campaign: DashboardCampaign }) {
  const { dashboard, words } = useSurroundings();
  const { catalogue } = words;
  const { rule, size, planned, held, goals, runs } = campaign;
  const shown = runs.slice(-MOST_RUNS);
  return (
    <article class="card" data-clause={rule.clause} aria-label={rule.name}>
      <CardHead rule={rule}>
        <span class="muted">
          {catalogue.campaignHead(catalogue.size[size], integerText(planned), held === null ? null : integerText(held))}
        </span>
      </CardHead>
      {runs.length === 0 ? <p class="muted">{catalogue.noRuns}</p> : null}
      {goals.map((goal, at) => {
        const tally = Map.groupBy(
          runs.flatMap((run) => run.goals[at] ?? []),
          ({ verdict }) => verdict,
        );
        return (
          <div key={goal} class="goal-row">
            <Code>{goal}</Code>
            <span class="pills">
              {[...tally].map(([verdict, all]) => (
                <Pill
                  key={verdict}
                  tone={GOAL_TONE[verdict]}
                >{`${catalogue.goalVerdict[verdict]} ${integerText(all.length)}`}</Pill>
              ))}
            </span>
          </div>
        );
      })}
      <ul class="plain">
        {shown.map((run) => (
          <li key={run.start}>
            <span class="line">
              <span>{`${timeText(run.start, dashboard.group)} → ${timeText(run.end, dashboard.group)}`}</span>
              <span class="muted">
                {[
                  catalogue.runCause[run.cause],
                  ...(run.cause !== 'planned' || run.held === null ? [] : [catalogue.runHeld[run.held ? 'yes' : 'no']]),
                  ...(run.pausedAt === null ? [] : [catalogue.pausedAt(timeText(run.pausedAt, dashboard.group))]),
                ].join(' · ')}
              </span>
            </span>
            <span class="muted block">
              {run.phases
                .map(({ phase, state }) => `${catalogue.phase[phase]} ${catalogue.phaseState[state]}`)
                .join(' › ')}
            </span>
            {run.goals.some(({ value }) => value !== '') ? (
              <span class="muted block">
                {run.goals
                  .map(({ verdict, value }) => `${catalogue.goalVerdict[verdict]}${value === '' ? '' : ` ${value}`}`)
                  .join(catalogue.comma)}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {runs.length + campaign.earlier > shown.length ? (
        <p class="muted">{catalogue.moreRuns(integerText(runs.length + campaign.earlier - shown.length))}</p>
      ) : null}
    </article>
  );
}

function Cadence() {
  const { dashboard, words } = useSurroundings();
  const { catalogue } = words;
  return (
    <div class="card">
      <h3>{words.cadence}</h3>
      <ul class="plain">
        {dashboard.cadence.map(({ rule, period, under, met, over, periods }) => {
          const all = under + met + over;
          const letters = periods.map(({ verdict }) => (verdict === 'met' ? '+' : '-')).join('');
          return (
            <li key={rule.clause} class="slot" data-clause={rule.clause}>
              <span class="line">
                <RuleLink rule={rule} />
                <Pill tone={all === 0 ? 'idle' : under + over === 0 ? 'good' : 'bad'}>
                  {all === 0
                    ? catalogue.cadenceNone(period)
                    : catalogue.cadenceVerdict(integerText(met), integerText(under), integerText(over), period)}
                </Pill>
              </span>
              {all === 0 ? null : (
                <DayCells
                  letters={letters}
                  label={`${rule.name}${catalogue.colon}${catalogue.cadenceVerdict(integerText(met), integerText(under), integerText(over), period)}`}
                />
              )}
            </li>
          );
        })}
      </ul>
      {dashboard.cadence.some(({ periods }) => periods.some(({ held }) => held === null)) ? (
        <p class="muted">{catalogue.plannedOnly}</p>
      ) : null}
    </div>
  );
}

function DayCells({ letters, label }: { letters: string; label: string }) {
  return (
    <svg class="strip" role="img" aria-label={label} viewBox={`0 0 ${letters.length} 1`} preserveAspectRatio="none">
      {[...letters].map((letter, at) => (
        <rect
          key={at}
          class={letter === '+' ? 'good' : 'bad'}
          x={at + 0.04}
          y={letter === '+' ? 0.35 : 0}
          width={0.92}
          height={letter === '+' ? 0.3 : 1}
        />
      ))}
    </svg>
  );
}

function Stages() {
  const { dashboard, words } = useSurroundings();
  const { lifecycle, group } = dashboard;
  if (lifecycle === null) return null;
  const { catalogue } = words;
  return (
    <article class="card" data-clause={lifecycle.rule.clause} aria-label={lifecycle.rule.name}>
      <CardHead rule={lifecycle.rule}>
        <span class="muted">
          {lifecycle.current === null ? catalogue.noStage : catalogue.current(lifecycle.current)}
        </span>
      </CardHead>
      <ul class="plain">
        {lifecycle.stages.map(({ rule, stage, days, focus }) => (
          <li key={rule.clause} data-clause={rule.clause}>
            <span class="line">
              <span class={stage === lifecycle.current ? 'current' : undefined}>
                <RuleLink rule={rule} />
              </span>
              <span class="muted">{catalogue.dayCount(days, integerText(days))}</span>
            </span>
            <Code>{rule.text}</Code>
            {focus.length === 0 ? null : (
              <span class="muted block">{catalogue.focus(focus.join(catalogue.comma))}</span>
            )}
          </li>
        ))}
      </ul>
      {lifecycle.blocked.map(({ from, to, days, last }) => (
        <p key={`${from} ${to}`} class="warn-text">
          {words.blocked(from, to, integerText(days), dateText(last, group))}
        </p>
      ))}
    </article>
  );
}
