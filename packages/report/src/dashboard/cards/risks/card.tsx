/** Incidents on a timeline, with details of the selected one. */

import { integerText } from '@steward/numbers';
import { useState } from 'preact/hooks';
import { type Band, bandSeries, type Link, linkSeries } from '../../app/bands.ts';
import type { Card } from '../../app/card.ts';
import { grid, rowAxis, timeAxis, tip, tooltip } from '../../app/charts.ts';
import { useSurroundings } from '../../app/context.ts';
import type { ChartOption } from '../../app/echarts.ts';
import { Figure } from '../../app/figure.tsx';
import { dateText, lengthText, timeText, wallClock, wallClockOfDay } from '../../app/format.ts';
import { Code, Evidence, Pill, RuleLink, Section } from '../../app/pieces.tsx';
import type { Theme } from '../../app/theme.ts';
import type { DashboardIncident, DashboardRisk } from '../../parts.ts';

const DAY = 86_400_000;
const ROW = 30;
const FIRST_SHOWN = 12;

interface Placed {
  risk: DashboardRisk;
  incident: DashboardIncident;
}

export const card: Card = { order: 40, title: (words) => words.catalogue.risks, Component: Risks };

function Risks() {
  const { dashboard, words } = useSurroundings();
  const { risks } = dashboard;
  return (
    <Section id="risks" title={words.catalogue.risks}>
      {risks.length === 0 ? (
        <p class="muted">{words.noIncidents}</p>
      ) : (
        <>
          <Timeline />
          <Summary />
          <Incidents />
        </>
      )}
    </Section>
  );
}

function everything(risks: readonly DashboardRisk[]): Placed[] {
  return risks.flatMap((risk) => risk.incidents.map((incident) => ({ risk, incident })));
}

function Timeline() {
  const { dashboard, words, keep } = useSurroundings();
  const { risks, group } = dashboard;
  const { catalogue } = words;
  const all = everything(risks);
  const end = wallClockOfDay(group.days.to) + DAY;
  const place = new Map(all.map(({ incident, risk }) => [incident.id, risks.indexOf(risk)]));
  const links: Link[] = all.flatMap(({ incident, risk }) =>
    incident.escalations.flatMap(({ at, to }) => {
      const target = place.get(to);
      return target === undefined ? [] : [{ at: wallClock(at, group), from: risks.indexOf(risk), to: target }];
    }),
  );
  const option = (theme: Theme): ChartOption => ({
    grid: grid(118),
    xAxis: timeAxis(theme, wallClockOfDay(group.days.from), end, (value) =>
      dateText(new Date(value).toISOString().slice(0, 10), group),
    ),
    yAxis: rowAxis(
      theme,
      risks.map(({ rule }) => rule.name),
    ),
    tooltip: {
      ...tooltip(theme, 'item'),
      formatter: (item) => {
        const one = all[Array.isArray(item) ? 0 : item.dataIndex];
        return one === undefined ? '' : incidentTip(one);
      },
    },
    series: [
      linkSeries(links, theme),
      bandSeries(
        'incidents',
        all.map(({ incident, risk }): Band => {
          const open = incident.closed === null;
          return {
            row: risks.indexOf(risk),
            from: wallClock(incident.opened, group),
            to: incident.closed === null ? end : wallClock(incident.closed, group),
            color: open
              ? theme.bad
              : incident.escalations.length > 0 || incident.escalatedFrom !== null
                ? theme.bad
                : theme.caution,
            hollow: false,
            thick: 0.55,
            label: '',
          };
        }),
        theme,
      ),
    ],
  });
  const incidentTip = ({ risk, incident }: Placed): HTMLElement =>
    tip(`${risk.rule.name} · ${incident.id}`, [
      { name: words.opened, value: timeText(incident.opened, group) },
      { name: words.closed, value: incident.closed === null ? catalogue.stillOpen : timeText(incident.closed, group) },
      { name: words.evidence, value: integerText(incident.evidence.count) },
    ]);
  const total = risks.reduce((sum, { opened }) => sum + opened, 0);
  return (
    <div class="card">
      <Figure
        id="incidents"
        title={words.timeline}
        description={`${words.timeline}${catalogue.colon}${catalogue.incidentCount(total, integerText(total))}`}
        height={34 + risks.length * ROW}
        option={option}
        onPick={(series, index) => {
          const one = series === 'incidents' ? all[index] : undefined;
          if (one !== undefined) keep({ incident: one.incident.id, risk: null });
        }}
        table={() => ({
          columns: [
            { header: words.risk },
            { header: words.details },
            { header: words.opened },
            { header: words.closed },
            { header: words.length },
          ],
          rows: all.map(({ risk, incident }) => [
            risk.rule.name,
            incident.id,
            timeText(incident.opened, group),
            incident.closed === null ? catalogue.stillOpen : timeText(incident.closed, group),
            incident.closed === null ? '' : lengthText(incident.opened, incident.closed, words),
          ]),
        })}
      />
    </div>
  );
}

function Summary() {
  const { dashboard, words } = useSurroundings();
  const { catalogue } = words;
  return (
    <ul class="card plain risks">
      {dashboard.risks.map(({ rule, opened, escalated, openAtEnd, undecided }) => {
        const counts = [
          opened === 0 ? catalogue.quiet : catalogue.incidentCount(opened, integerText(opened)),
          ...(escalated > 0 ? [catalogue.escalatedCount(integerText(escalated))] : []),
          ...(openAtEnd > 0 ? [catalogue.openCount(integerText(openAtEnd))] : []),
          ...(undecided > 0 ? [catalogue.unknownDays(integerText(undecided))] : []),
        ];
        return (
          <li key={rule.clause} class="risk" data-clause={rule.clause}>
            <RuleLink rule={rule} />
            <Code>{rule.text}</Code>
            <Pill
              tone={openAtEnd > 0 || escalated > 0 ? 'bad' : opened > 0 ? 'alert' : undecided > 0 ? 'warn' : 'good'}
            >
              {counts.join(catalogue.pause)}
            </Pill>
          </li>
        );
      })}
    </ul>
  );
}

function Incidents() {
  const { dashboard, words, kept, keep } = useSurroundings();
  const [most, setMost] = useState(FIRST_SHOWN);
  const all = everything(dashboard.risks)
    .filter(({ risk }) => kept.risk === null || risk.rule.clause === kept.risk)
    .toSorted((a, b) => (a.incident.opened < b.incident.opened ? 1 : -1));
  const shown = all.slice(0, most);
  const chosen = all.find(({ incident }) => incident.id === kept.incident) ?? all[0];
  const listed = chosen === undefined || shown.includes(chosen) ? shown : [...shown, chosen];
  const earlier = dashboard.risks.reduce((sum, risk) => sum + risk.earlier, 0);
  if (chosen === undefined && kept.risk === null) return null;
  return (
    <div class="card incidents">
      <div class="incident-list">
        <label class="field">
          <span>{words.risk}</span>
          <select
            value={kept.risk ?? ''}
            onChange={({ currentTarget }) =>
              keep({ risk: currentTarget.value === '' ? null : currentTarget.value, incident: null })
            }
          >
            <option value="">{words.allRisks}</option>
            {dashboard.risks.map(({ rule }) => (
              <option key={rule.clause} value={rule.clause}>
                {rule.name}
              </option>
            ))}
          </select>
        </label>
        {all.length === 0 ? <p class="muted">{words.noIncidents}</p> : null}
        <ul class="plain" aria-label={words.incidents}>
          {listed.map(({ risk, incident }) => (
            <li key={incident.id}>
              <button
                type="button"
                class="incident"
                aria-pressed={incident === chosen?.incident}
                onClick={() => keep({ incident: incident.id })}
              >
                <span class={`dot ${incident.closed === null ? 'bad' : 'alert'}`} aria-hidden="true" />
                <span>
                  {risk.rule.name} <span class="muted">{numberOf(incident)}</span>
                </span>
                <span class="muted">{timeText(incident.opened, dashboard.group)}</span>
              </button>
            </li>
          ))}
        </ul>
        {all.length > listed.length ? (
          <button type="button" class="quiet" onClick={() => setMost(most + 50)}>
            {words.showMore(integerText(Math.min(50, all.length - listed.length)))}
          </button>
        ) : null}
        {earlier > 0 ? <p class="muted">{words.earlier(integerText(earlier))}</p> : null}
      </div>
      {chosen === undefined ? null : <Details {...chosen} />}
    </div>
  );
}

/** `#3` of `Routine#3`: the risk's name is next to it. */
function numberOf({ id }: DashboardIncident): string {
  return id.slice(id.lastIndexOf('#'));
}

function Details({ risk, incident }: Placed) {
  const { dashboard, words } = useSurroundings();
  const { catalogue } = words;
  const { group } = dashboard;
  const facts: [string, string][] = [
    [words.opened, timeText(incident.opened, group)],
    [
      words.closed,
      incident.closed === null
        ? catalogue.stillOpen
        : `${timeText(incident.closed, group)} (${lengthText(incident.opened, incident.closed, words)})${incident.closedBy === 'resolve' ? ` · ${catalogue.closedByResolve}` : ''}`,
    ],
    ...(incident.reopened.length === 0
      ? []
      : [
          [
            catalogue.reopened(incident.reopened.length, integerText(incident.reopened.length)),
            incident.reopened.map((at) => timeText(at, group)).join(catalogue.comma),
          ] as [string, string],
        ]),
    ...(incident.escalatedFrom === null
      ? []
      : [[words.cause, catalogue.escalatedFrom(incident.escalatedFrom)] as [string, string]]),
    ...(incident.escalations.length === 0
      ? []
      : [
          [
            catalogue.ladder,
            incident.escalations
              .map(({ at, to, rule }) => catalogue.ladderStep(to, rule, timeText(at, group)))
              .join(catalogue.comma),
          ] as [string, string],
        ]),
    [catalogue.onDuty, incident.onDuty.length === 0 ? catalogue.nobodyOnDuty : incident.onDuty.join(catalogue.comma)],
    ...(incident.actions.length === 0
      ? []
      : [[catalogue.did, incident.actions.join(catalogue.comma)] as [string, string]]),
    ...(incident.senders.length === 0
      ? []
      : [
          [
            catalogue.senders,
            [
              ...incident.senders,
              ...(incident.moreSenders > 0 ? [words.morePeople(integerText(incident.moreSenders))] : []),
            ].join(catalogue.comma),
          ] as [string, string],
        ]),
  ];
  return (
    <section class="incident-details" aria-label={words.incidentDetails(incident.id)} aria-live="polite">
      <div class="card-head">
        <h3>
          <RuleLink rule={risk.rule} /> <span class="muted">{incident.id}</span>
        </h3>
        {incident.closed === null ? <Pill tone="bad">{catalogue.stillOpen}</Pill> : null}
      </div>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h4>
        {words.evidence} <span class="count">{integerText(incident.evidence.count)}</span>
      </h4>
      <Evidence places={incident.evidence} />
    </section>
  );
}
