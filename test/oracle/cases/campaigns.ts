import type { Campaign, CampaignStart, GroupPolicy } from '@steward/policy';
import type { GroupOutcome } from '@steward/simulator';
import { micros } from '../log-builder.ts';
import {
  aggregate,
  calculate,
  call,
  campaign,
  compares,
  count,
  intrinsic,
  per,
  phase,
  RANGE,
  RUN,
  reference,
  risk,
  within,
} from '../policy-builder.ts';
import type { HandCase } from './case.ts';

/** A day, then twelve hours. */
function twoPhases(name: string, starts: CampaignStart[], more: Partial<Campaign> = {}): Campaign {
  return campaign(name, [phase('preheat', '1d'), phase('burst', '12h')], { starts, ...more });
}

function once(at: string): CampaignStart {
  return { kind: 'once', at, range: RANGE };
}

function runs(outcome: GroupOutcome): string[] {
  return outcome.campaigns.flatMap((each) =>
    each.runs.map((run) => {
      const phases = run.phases.map((part) => part.state).join(',');
      const goals = run.goals.map((goal) => ` ${goal.verdict}`).join('');
      const paused = run.pausedAt === null ? '' : ' paused';
      return `${each.campaign} ${run.cause} ${short(run.start)}-${short(run.end)} ${run.held} ${phases}${goals}${paused}`;
    }),
  );
}

function short(at: string): string {
  return at.replace('2025-03-', '').replace(':00.000Z', '');
}

const COVERS = { from: micros('2025-03-01T00:00'), to: micros('2025-03-07T12:00') };

function campaigns(list: Campaign[], more: Partial<GroupPolicy> = {}): HandCase['group'] {
  return { campaigns: list, ...more };
}

export const CAMPAIGN_CASES: HandCase[] = [
  {
    what: 'planned starts by day, week and month, in local time; one inside a run changes nothing but is counted',
    group: campaigns([
      campaign('daily', [phase('burst', '36h')], { starts: [{ kind: 'daily', times: [720], range: RANGE }] }),
      campaign('weekly', [phase('burst', '1h')], {
        starts: [{ kind: 'weekly', weekdays: [1, 3], times: [600, 1_200], range: RANGE }],
      }),
      campaign('monthly', [phase('burst', '1h')], {
        starts: [
          { kind: 'monthly', days: [2, 31], times: [0], range: RANGE },
          once('2025-03-02T00:59'),
          once('2025-02-28T23:00'),
        ],
      }),
    ]),
    log: {
      rows: [
        { at: '2025-03-01T09:00', kind: 'message' },
        { at: '2025-03-04T09:00', kind: 'message' },
      ],
    },
    read: (outcome) => [runs(outcome), outcome.campaigns.map((each) => [each.planned, each.held])],
    expected: [
      [
        'daily planned 01T12:00-03T00:00 false done',
        'daily planned 03T12:00-05T00:00 false done',
        'weekly planned 03T10:00-03T11:00 false done',
        'weekly planned 03T20:00-03T21:00 false done',
        'monthly planned 02T00:00-02T01:00 false done',
      ],
      [
        [4, 0],
        [2, 0],
        [2, 0],
      ],
    ],
  },
  {
    what: 'a skipped local time moves forward by the gap; a repeated one means the first',
    group: {
      timezone: 'America/New_York',
      campaigns: [
        campaign('c', [phase('burst', '1h')], { starts: [once('2025-03-09T02:30'), once('2025-11-02T01:30')] }),
      ],
    },
    log: {
      rows: [
        { at: '2025-03-09T12:00', kind: 'message' },
        { at: '2025-11-02T12:00', kind: 'message' },
      ],
    },
    read: ({ campaigns: [result] }) => result?.runs.map((run) => run.start),
    expected: ['2025-03-09T07:30:00.000Z', '2025-11-02T05:30:00.000Z'],
  },
  {
    what: 'a campaign event inside a run marks it held, outside it starts a held run; held runs have goals, with what the run shows',
    group: campaigns([
      twoPhases('c', [once('2025-03-01T12:00'), once('2025-03-04T12:00'), once('2025-03-06T12:00')], {
        label: '活动',
        goals: [
          { when: compares(count('message', RUN), '>=', 2), range: RANGE },
          {
            when: compares(
              calculate(
                aggregate({ function: 'distinct', signals: ['message'], field: 'member', window: RUN }),
                '/',
                intrinsic('members', RUN),
              ),
              '>=',
              calculate(count('join', RUN), '*', count('join', RUN)),
            ),
            range: RANGE,
          },
        ],
      }),
    ]),
    log: {
      covers: COVERS,
      rows: [
        { at: '2025-03-01T12:00', kind: 'message', member: 'a' },
        { at: '2025-03-01T12:00', kind: 'campaign', about: '活动' },
        { at: '2025-03-02T23:59:59.999999', kind: 'message', member: 'a' },
        { at: '2025-03-03T00:00', kind: 'message', member: 'b' },
        { at: '2025-03-03T00:00', kind: 'campaign', text: 'c' },
        { at: '2025-03-03T12:00', kind: 'campaign', target: 'd' },
        { at: '2025-03-06T13:00', kind: 'campaign', target: 'c' },
      ],
    },
    // The run from the 1st ends at 03T00:00; the event then begins a new one, which includes the planned start of the 4th.
    read: (outcome) => [
      runs(outcome),
      outcome.campaigns[0]?.planned,
      outcome.campaigns[0]?.held,
      outcome.campaigns[0]?.runs.map((run) => run.goals.map((each) => each.value)),
    ],
    expected: [
      [
        'c planned 01T12:00-03T00:00 true done,done met met',
        'c held 03T00:00-04T12:00 true done,done missed met',
        'c planned 04T12:00-06T00:00 false done,done not-held not-held',
        'c planned 06T12:00-08T00:00 true done,done missed met',
      ],
      3,
      3,
      [
        [
          { numerator: 2, denominator: 1 },
          { numerator: 1, denominator: 1 },
        ],
        [
          { numerator: 1, denominator: 1 },
          { numerator: 1, denominator: 2 },
        ],
        [null, null],
        [
          { numerator: 0, denominator: 1 },
          { numerator: 0, denominator: 1 },
        ],
      ],
    ],
  },
  {
    what: 'a log that cannot show campaigns: held is unknown, goals are evaluated; a run that outlasts the log is pending',
    group: campaigns([
      twoPhases('c', [once('2025-03-01T12:00'), once('2025-03-07T00:00'), once('2025-03-07T23:59')], {
        goals: [{ when: compares(count('message', RUN), '>=', 1), range: RANGE }],
      }),
    ]),
    log: { covers: COVERS, rows: [{ at: '2025-03-01T12:00', kind: 'message', member: 'a' }] },
    shows: ['message'],
    read: (outcome) => [runs(outcome), outcome.campaigns[0]?.held],
    expected: [
      ['c planned 01T12:00-03T00:00 null done,done met', 'c planned 07T00:00-08T12:00 null done,ahead pending'],
      null,
    ],
  },
  {
    what: 'actions start and pause: hypothetical goals, later phases paused with their actions, planned runs paused too',
    group: campaigns(
      [
        campaign(
          'c',
          [
            phase('preheat', '2h', [call('notify')]),
            phase('burst', '4h', [call('warn')]),
            phase('review', '1h', [call('warn')]),
          ],
          {
            goals: [{ when: compares(count('message', RUN), '>=', 1), range: RANGE }],
          },
        ),
        campaign('d', [phase('burst', '1h', [call('pause', { campaign: reference('campaign', 'c') })])], {
          starts: [once('2025-03-01T13:00')],
        }),
      ],
      {
        risks: [
          risk('R', compares(count('complaint', within('1h')), '>=', 1), {
            actions: [call('start', { campaign: reference('campaign', 'c') })],
          }),
        ],
      },
    ),
    log: {
      covers: COVERS,
      rows: [
        { at: '2025-03-01T10:00', kind: 'complaint' },
        { at: '2025-03-01T12:30', kind: 'complaint' },
        { at: '2025-03-01T15:00', kind: 'complaint' },
        { at: '2025-03-01T15:30', kind: 'campaign', target: 'c' },
      ],
    },
    // Started at 10:00 (12:30 lies inside), paused at 13:00 within the burst; started again at 15:00, where the event marks it.
    read: (outcome) => [
      runs(outcome),
      outcome.campaigns[0]?.held,
      outcome.campaigns[0]?.runs[0]?.pausedAt,
      outcome.campaigns[0]?.runs[0]?.phases.map((part) => [short(part.from), short(part.to)]),
      outcome.actions.records.map((record) => `${short(record.at)} ${record.action} ${record.cause.kind}`),
    ],
    expected: [
      [
        'c action 01T10:00-01T13:00 false done,paused,paused hypothetical paused',
        'c action 01T15:00-01T22:00 true done,done,done hypothetical',
        'd planned 01T13:00-01T14:00 false done',
      ],
      0,
      '2025-03-01T13:00:00.000Z',
      [
        ['01T10:00', '01T12:00'],
        ['01T12:00', '01T16:00'],
        ['01T16:00', '01T17:00'],
      ],
      [
        '01T10:00 start risk',
        '01T10:00 notify campaign',
        '01T12:00 warn campaign',
        '01T12:30 start risk',
        '01T13:00 pause campaign',
        '01T15:00 start risk',
        '01T15:00 notify campaign',
        '01T17:00 warn campaign',
        '01T21:00 warn campaign',
      ],
    ],
  },
  {
    what: 'cadence: completed periods, counting held runs if the log shows them, else planned starts',
    group: campaigns([twoPhases('c', [once('2025-03-01T12:00'), once('2025-03-02T12:00')], { size: 'light' })], {
      cadence: [
        { size: 'light', count: 1, period: 'day', range: RANGE },
        { size: 'large', count: 1, period: 'week', range: RANGE },
        { size: 'light', count: 1, period: 'month', range: RANGE },
      ],
    }),
    log: {
      rows: [
        { at: '2025-03-01T10:00', kind: 'message' },
        { at: '2025-03-02T13:00', kind: 'campaign', target: 'c' },
        { at: '2025-03-03T00:00', kind: 'campaign', target: 'c' },
        { at: '2025-03-04T12:00', kind: 'campaign', target: 'c' },
      ],
    },
    // The event of the 2nd marks the run of the 1st; those of the 3rd and (a day and a half later) 4th begin runs.
    read: ({ cadence }) => cadence,
    expected: [
      {
        size: 'light',
        period: 'day',
        target: 1,
        periods: [
          { start: '2025-03-01', planned: 1, held: 1, verdict: 'met' },
          { start: '2025-03-02', planned: 1, held: 0, verdict: 'under' },
          { start: '2025-03-03', planned: 0, held: 1, verdict: 'met' },
          { start: '2025-03-04', planned: 0, held: 1, verdict: 'met' },
        ],
        under: 1,
        met: 3,
        over: 0,
      },
      {
        size: 'large',
        period: 'week',
        target: 1,
        periods: [{ start: '2025-02-24', planned: 0, held: 0, verdict: 'under' }],
        under: 1,
        met: 0,
        over: 0,
      },
      { size: 'light', period: 'month', target: 1, periods: [], under: 0, met: 0, over: 0 },
    ],
  },
  {
    what: "goals use the last completed period at the run's last microsecond",
    group: campaigns([
      campaign('c', [phase('burst', '24h')], {
        starts: [once('2025-03-02T00:00'), once('2025-03-03T12:00')],
        goals: [{ when: compares(count('message', per('day')), '>=', 1), range: RANGE }],
      }),
    ]),
    log: {
      covers: COVERS,
      rows: [
        { at: '2025-03-02T00:00', kind: 'message' },
        { at: '2025-03-04T11:00', kind: 'message' },
      ],
    },
    shows: ['message'],
    // The first run ends with the 2nd, which counts; the second at noon of the 4th, for which the 3rd counts.
    read: runs,
    expected: ['c planned 02T00:00-03T00:00 null done met', 'c planned 03T12:00-04T12:00 null done missed'],
  },
];
