/** What was posted, compared with the content plan. */

import { decimalText, integerText } from '@steward/numbers';
import { measured, share } from '../../../values/numbers.ts';
import type { Card } from '../../app/card.ts';
import { dayAxis, grid, tip, tooltip, valueAxis } from '../../app/charts.ts';
import { useSurroundings } from '../../app/context.ts';
import type { ChartOption } from '../../app/echarts.ts';
import { Figure } from '../../app/figure.tsx';
import { periodText } from '../../app/format.ts';
import {
  Bullet,
  CardHead,
  DayStrip,
  Evidence,
  Legend,
  Pill,
  RuleLink,
  Section,
  stripLabel,
  type Tone,
} from '../../app/pieces.tsx';
import { DataTable } from '../../app/table.tsx';
import type { Theme } from '../../app/theme.ts';
import type { DashboardCap, DashboardMix } from '../../parts.ts';

export const card: Card = { order: 30, title: (words) => words.catalogue.content, Component: Content };

function Content() {
  const { dashboard, words } = useSurroundings();
  const { categories, uncategorised, mixes, caps, bans, slots } = dashboard.content;
  const { catalogue } = words;
  const part = share(uncategorised, dashboard.group.messages);
  const nothing = categories.length + mixes.length + caps.length + bans.length + slots.length === 0;
  return (
    <Section
      id="content"
      title={catalogue.content}
      note={
        uncategorised > 0 && part !== null && categories.length > 0 ? (
          <p class="muted">{catalogue.uncategorised(uncategorised, integerText(uncategorised), part)}</p>
        ) : null
      }
    >
      {nothing ? <p class="muted">{words.noContent}</p> : null}
      {mixes.map((mix) => (
        <Mix key={mix.rule.clause} mix={mix} />
      ))}
      <div class="cards">
        {caps.map((cap) => (
          <Cap key={cap.rule.clause} cap={cap} />
        ))}
      </div>
      <div class="trio">
        {slots.length === 0 ? null : <Slots />}
        {bans.length === 0 ? null : <Bans />}
        {categories.length === 0 ? null : (
          <div class="card">
            <h3>{catalogue.categories}</h3>
            <ul class="plain">
              {categories.map(({ rule, messages }) => (
                <li key={rule.clause} class="line" data-clause={rule.clause}>
                  <RuleLink rule={rule} />
                  <span class="number">{integerText(messages)}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Section>
  );
}

function judged(kept: number, broken: number, undecided: number): Tone {
  if (kept + broken === 0) return undecided > 0 ? 'warn' : 'idle';
  return broken === 0 ? 'good' : 'bad';
}

function Mix({ mix }: { mix: DashboardMix }) {
  const { dashboard, words, theme, openRule } = useSurroundings();
  const { catalogue } = words;
  const { rule, shares, periods, kept, missed, undecided, period, tolerance, earlier } = mix;
  const judgedCount = kept + missed;
  const summary =
    judgedCount === 0
      ? catalogue.mixNever
      : catalogue.mixVerdict(integerText(kept), integerText(judgedCount), period, undecided);
  const color = (index: number): string => theme.series[index % theme.series.length] ?? theme.accent;
  const total = (messages: readonly number[]): number => messages.reduce((sum, count) => sum + count, 0);
  const titles = periods.map(({ start }) => periodText(start, dashboard.group));
  const option = (now: Theme): ChartOption => ({
    grid: grid(),
    xAxis: dayAxis(now, titles),
    yAxis: valueAxis(now, (value) => measured(value, 'ratio', catalogue), 1),
    tooltip: {
      ...tooltip(now, 'axis'),
      formatter: (items) => {
        const [first] = Array.isArray(items) ? items : [items];
        const at = periods[first?.dataIndex ?? 0];
        if (at === undefined) return '';
        const all = total(at.messages);
        const rows = shares.map(({ category }, index) => ({
          name: category,
          color: color(index),
          value: `${share(at.messages[index] ?? 0, all) ?? '–'} (${integerText(at.messages[index] ?? 0)})`,
        }));
        return tip(`${periodText(at.start, dashboard.group)} · ${words.periodVerdict[at.verdict]}`, rows);
      },
    },
    series: shares.map(({ category }, index) => ({
      type: 'bar',
      name: category,
      stack: 'mix',
      barCategoryGap: '12%',
      itemStyle: { color: color(index), ...(now.contrast ? { borderColor: now.surface, borderWidth: 1 } : {}) },
      data: periods.map(({ messages, verdict }) => {
        const all = total(messages);
        // Fades periods that kept the mix, so that misses stand out.
        return {
          value: all === 0 ? 0 : (messages[index] ?? 0) / all,
          itemStyle: { opacity: verdict === 'missed' || now.contrast ? 1 : 0.45 },
        };
      }),
    })),
  });
  return (
    <article class="card" data-clause={rule.clause} aria-label={rule.name}>
      <CardHead rule={rule}>
        <Pill tone={judged(kept, missed, undecided)}>{summary}</Pill>
      </CardHead>
      <div class="mix">
        <DataTable
          caption={rule.name}
          whole
          columns={[
            { header: catalogue.mixHeader.category },
            { header: catalogue.mixHeader.target, number: true },
            { header: catalogue.mixHeader.actual, number: true },
            { header: words.difference },
            { header: catalogue.mixHeader.messages, number: true },
          ]}
          rows={shares.map(({ category, target, actual, messages, within }) => [
            category,
            <span key="target" class="muted">
              {ratio(target)}
            </span>,
            <strong key="actual" class={within === false ? 'bad-text' : undefined}>
              {actual === null ? '–' : ratio(actual)}
            </strong>,
            <span key="bullet" class="bullet-line">
              <Bullet
                actual={actual}
                target={target}
                tolerance={tolerance}
                tone={within === null ? 'idle' : within ? 'good' : 'bad'}
              />
              <span class="number">{actual === null ? '' : points(actual - target)}</span>
            </span>,
            integerText(messages),
          ])}
        />
        <Figure
          id={rule.clause}
          title={words.sharesByPeriod}
          description={`${rule.name}${catalogue.colon}${summary}`}
          height={180}
          option={option}
          onPick={() => openRule(rule)}
          legend={
            <Legend
              items={shares.map(({ category }, index) => ({ key: category, name: category, color: color(index) }))}
            />
          }
          table={() => ({
            columns: [
              { header: words.periodName },
              ...shares.map(({ category }) => ({ header: category, number: true })),
              { header: words.verdict },
            ],
            rows: periods.map(({ start, messages, verdict }) => [
              periodText(start, dashboard.group),
              ...shares.map((_, index) => share(messages[index] ?? 0, total(messages)) ?? '–'),
              words.periodVerdict[verdict],
            ]),
          })}
        />
      </div>
      {earlier > 0 ? <p class="muted">{words.earlier(integerText(earlier))}</p> : null}
    </article>
  );
}

const ratio = (value: number): string => `${decimalText(value * 100, 1)}%`;

function points(difference: number): string {
  return `${difference < 0 ? '−' : '+'}${decimalText(Math.abs(difference) * 100, 1)}`;
}

function Cap({ cap }: { cap: DashboardCap }) {
  const { dashboard, words, openRule } = useSurroundings();
  const { catalogue } = words;
  const { rule, periods, limit, kept, exceeded, undecided, period, earlier, evidence } = cap;
  const all = kept + exceeded;
  const summary =
    all === 0
      ? catalogue.capUnjudged
      : exceeded === 0
        ? catalogue.capKept(integerText(all), period)
        : catalogue.capExceeded(integerText(exceeded), integerText(all), period);
  const option = (theme: Theme): ChartOption => ({
    grid: grid(44, 46),
    xAxis: dayAxis(
      theme,
      periods.map(({ start }) => periodText(start, dashboard.group)),
    ),
    yAxis: valueAxis(theme, (value) => measured(value, 'ratio', catalogue)),
    tooltip: {
      ...tooltip(theme, 'axis'),
      formatter: (items) => {
        const [first] = Array.isArray(items) ? items : [items];
        const at = periods[first?.dataIndex ?? 0];
        if (at === undefined) return '';
        return tip(`${periodText(at.start, dashboard.group)} · ${words.periodVerdict[at.verdict]}`, [
          { name: cap.category, value: `${shareText(at)} (${integerText(at.messages)}/${integerText(at.of)})` },
          { name: words.limit, value: ratio(limit) },
        ]);
      },
    },
    series: [
      {
        type: 'bar',
        name: cap.category,
        barCategoryGap: '20%',
        data: periods.map(({ messages, of, verdict }) => ({
          value: of === 0 ? 0 : messages / of,
          itemStyle: {
            color: verdict === 'exceeded' ? theme.bad : theme.accent,
            opacity: verdict === 'exceeded' ? 1 : 0.55,
            borderRadius: [2, 2, 0, 0],
          },
        })),
        markLine: {
          silent: true,
          symbol: 'none',
          animation: false,
          lineStyle: { color: theme.ink, type: 'dashed', width: 1 },
          label: { formatter: ratio(limit), position: 'end', color: theme.muted, fontSize: 11 },
          data: [{ yAxis: limit }],
        },
      },
    ],
  });
  const shareText = ({ messages, of }: { messages: number; of: number }): string =>
    of === 0 ? '–' : measured(messages / of, 'ratio', catalogue, limit);
  return (
    <article class="card" data-clause={rule.clause} aria-label={rule.name}>
      <CardHead rule={rule}>
        <Pill tone={judged(kept, exceeded, undecided)}>{summary}</Pill>
      </CardHead>
      <Figure
        id={rule.clause}
        title={words.shareOf(cap.category)}
        description={`${rule.name}${catalogue.colon}${summary}`}
        height={120}
        option={option}
        onPick={() => openRule(rule)}
        table={() => ({
          columns: [
            { header: words.periodName },
            { header: cap.category, number: true },
            { header: catalogue.mixHeader.messages, number: true },
            { header: words.verdict },
          ],
          rows: periods.map((one) => [
            periodText(one.start, dashboard.group),
            shareText(one),
            `${integerText(one.messages)}/${integerText(one.of)}`,
            words.periodVerdict[one.verdict],
          ]),
        })}
      />
      {earlier > 0 ? <p class="muted">{words.earlier(integerText(earlier))}</p> : null}
      {exceeded === 0 ? null : (
        <details class="more">
          <summary>
            {words.evidence} <span class="count">{integerText(evidence.count)}</span>
          </summary>
          <Evidence places={evidence} />
        </details>
      )}
    </article>
  );
}

function Slots() {
  const { dashboard, words } = useSurroundings();
  const { slots } = dashboard.content;
  const names = { '+': words.periodVerdict.kept, '-': words.periodVerdict.missed, '?': words.periodVerdict.unknown };
  return (
    <div class="card">
      <h3>{words.slots}</h3>
      <ul class="plain">
        {slots.map(({ rule, category, from, to, byDay, kept, missed }) => (
          <li key={rule.clause} class="slot" data-clause={rule.clause}>
            <span class="line">
              <span>
                <RuleLink rule={rule} /> <span class="muted">{`${from}–${to} ${category}`}</span>
              </span>
              <span class="muted">
                {kept + missed === 0
                  ? words.catalogue.slotUnknown
                  : words.catalogue.slotKept(integerText(kept), integerText(kept + missed))}
              </span>
            </span>
            <DayStrip
              byDay={byDay}
              label={`${rule.name}${words.catalogue.colon}${stripLabel(byDay, dashboard.group.days.from, names)}`}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Bans() {
  const { dashboard, words } = useSurroundings();
  const { catalogue } = words;
  return (
    <div class="card">
      <h3>{words.bans}</h3>
      <ul class="plain">
        {dashboard.content.bans.map(({ rule, messages, members }) => (
          <li key={rule.clause} data-clause={rule.clause}>
            <span class="line">
              <RuleLink rule={rule} />
              <Pill tone={messages.count === 0 ? 'good' : 'bad'}>
                {messages.count === 0
                  ? catalogue.banNone
                  : catalogue.banHits(messages.count, integerText(messages.count), members, integerText(members))}
              </Pill>
            </span>
            {messages.count === 0 ? null : (
              <details class="more">
                <summary>{words.evidence}</summary>
                <Evidence places={messages} />
              </details>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
