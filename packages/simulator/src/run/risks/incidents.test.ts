import { describe, expect, test } from 'vitest';
import { about, action, call, count, duration, group, is, RANGE, risk, row, run, SENDER } from '../../../test/build.ts';

const complaints = (times: string[]) =>
  times.map((time, i) => row(`2025-03-01T${time} m${i} complaint`, { target: 'spammer', about: 'ad' }));
const stamp = (incident: { opened: string; closed: string | null } | undefined) =>
  [incident?.opened, incident?.closed].map((instant) => instant?.slice(11, 16));

describe('a condition over an hour', () => {
  const when = is(count('complaint', 'in 1h', { where: about('ad') }), '>=', 2);

  test('opens with the event that makes it true and closes when one leaves the window', () => {
    const outcome = run(group({ risks: [risk('Ads', when)] }), complaints(['10:00', '10:30', '12:00']), {
      complete: true,
    });
    expect(outcome.risks[0]?.incidents.map(stamp)).toEqual([['10:30', '11:00']]);
    expect(outcome.risks[0]?.incidents[0]).toMatchObject({ closedBy: 'condition', evidence: { count: 2 } });
  });

  test('for waits until it has held that long', () => {
    const held = (text: string) =>
      run(group({ risks: [risk('Ads', when, { for: duration(text) })] }), complaints(['10:00', '10:30']), {
        complete: true,
      });
    expect(held('30min').risks[0]?.incidents).toEqual([]);
    expect(held('29min').risks[0]?.incidents.map(stamp)).toEqual([['10:59', '11:00']]);
  });

  test('a cooldown joins a reopening to the incident', () => {
    const outcome = run(
      group({ risks: [risk('Ads', when, { cooldown: duration('1h') })] }),
      complaints(['10:00', '10:30', '11:40', '11:50', '14:00', '14:01']),
      { complete: true },
    );
    expect(outcome.risks[0]?.incidents.map(stamp)).toEqual([
      ['10:30', '12:40'],
      ['14:01', '15:00'],
    ]);
    expect(outcome.risks[0]?.incidents[0]?.reopened).toEqual(['2025-03-01T11:50:00.000Z']);
  });

  test('a resolve event closes it until it becomes true again', () => {
    const rows = [...complaints(['10:00', '10:30', '10:40']), row('2025-03-01T10:35 - resolve', { text: '广告' })];
    const outcome = run(group({ risks: [risk('Ads', when, { label: '广告' })] }), rows, { complete: true });
    expect(outcome.risks[0]?.incidents.map(stamp)).toEqual([['10:30', '10:35']]);
    expect(outcome.risks[0]?.incidents[0]?.closedBy).toBe('resolve');
  });

  test('the sender is the target of a complaint; a prevented event counts once', () => {
    const rows = [
      row('2025-03-01T09:00 spammer message'),
      ...complaints(['10:00', '10:30']),
      row('2025-03-01T10:40 spammer message'),
      row('2025-03-01T10:50 spammer message'),
    ];
    const policy = group({
      risks: [risk('Ads', when, { actions: [call('kick', { who: SENDER }), call('kick', { who: SENDER })] })],
    });
    const { actions, risks } = run(policy, rows, { complete: true, actions: [action('kick', ['who'], ['message'])] });
    expect(risks[0]?.incidents[0]?.senders).toEqual(['spammer']);
    expect(actions.byAction).toEqual([{ action: 'kick', count: 2, prevented: 2 }]);
    expect(actions.records.map(({ prevented }) => prevented)).toEqual([2, 0]);
  });
});

describe('ladders', () => {
  const when = is(count('complaint', 'in 1h'), '>=', 1);
  const never = is(count('purchase', 'in 1h'), '>=', 1);

  test('after a time open: the target stays open as long as its source', () => {
    const ladder = { to: 'B', after: { kind: 'open' as const, delay: duration('30min') }, range: RANGE };
    const policy = group({ risks: [risk('A', when, { escalations: [ladder] }), risk('B', never)] });
    const outcome = run(policy, complaints(['10:00']), { complete: true });
    expect(outcome.risks[1]?.incidents.map(stamp)).toEqual([['10:30', '11:00']]);
    expect(outcome.risks[1]?.incidents[0]).toMatchObject({ escalatedFrom: 'A#1', evidence: { count: 1 } });
    expect(outcome.risks[0]?.incidents[0]?.escalations).toMatchObject([{ to: 'B#1', rule: 'open' }]);
  });

  test('after a number of openings', () => {
    const ladder = { to: 'B', after: { kind: 'times' as const, times: 2, window: duration('7d') }, range: RANGE };
    const policy = group({ risks: [risk('A', when, { escalations: [ladder] }), risk('B', never)] });
    const outcome = run(policy, complaints(['01:00', '03:00', '05:00', '07:00']), { complete: true });
    expect(outcome.risks[1]?.incidents.map(stamp)).toEqual([
      ['03:00', '04:00'],
      ['07:00', '08:00'],
    ]);
  });
});

test('who is on duty when it opens', () => {
  const shifts = [
    { from: 480, to: 1200, onDuty: [{ kind: 'role' as const, name: 'moderator' }], range: RANGE },
    { from: 1200, to: 480, onDuty: [{ kind: 'tool' as const, name: 'Butler' }], range: RANGE },
  ];
  const policy = group({ duty: shifts, risks: [risk('A', is(count('complaint', 'in 1h'), '>=', 1))] });
  const outcome = run(policy, complaints(['07:59', '12:00', '20:00']), { complete: true });
  expect(outcome.risks[0]?.incidents.map(({ onDuty }) => onDuty)).toEqual([['Butler'], ['moderator'], ['Butler']]);
});
