/** Lowers scenarios: a small log and the expected results. */
import type { Expectation, Scenario, ScenarioEvent } from '@steward/policy';
import { textAt } from '../diagnostics/place.ts';
import type * as ast from '../generated/ast.ts';
import { normalizeMoment } from '../types/values.ts';
import type { LowerContext } from './environment.ts';

/** Drops the whole scenario if one event or expectation is broken: the rest would mean something else. */
export function lowerScenario(scenario: ast.Scenario, context: LowerContext): Scenario[] {
  const group = scenario.group?.ref;
  if (group === undefined || !context.sound(scenario)) return [];
  return [
    {
      title: scenario.title,
      group: group.name,
      events: scenario.events.map((event) => lowerEvent(event, context)),
      logs: scenario.logs.map((log) => context.path(log, log.path)),
      expectations: scenario.expectations.map((expectation) => lowerExpectation(expectation, context)),
      snapshots: scenario.snapshots.map((snapshot) => ({
        path: context.path(snapshot, snapshot.path),
        range: context.range(snapshot),
      })),
      range: context.range(scenario),
    },
  ];
}

function lowerEvent(event: ast.GivenEvent, context: LowerContext): ScenarioEvent {
  return {
    at: normalizeMoment(event.at),
    member: event.member,
    signal: event.signal.ref?.name ?? event.signal.$refText,
    fields: event.fields.map((given) => ({
      field: (given.field.ref?.name ?? given.field.$refText) as ScenarioEvent['fields'][number]['field'],
      value: given.target?.ref?.name ?? given.text ?? textAt({ node: given, property: 'number' }),
    })),
    times: event.times ?? 1,
    range: context.range(event),
  };
}

function lowerExpectation(expectation: ast.Expectation, context: LowerContext): Expectation {
  const common = {
    negated: expectation.negated,
    count: countOf(expectation),
    on: momentOf(expectation.at ?? expectation.from),
    until: momentOf(expectation.to),
    range: context.range(expectation),
  };
  const { claim } = expectation;
  switch (claim.$type) {
    case 'RiskClaim':
      return { ...common, kind: 'risk', risk: claim.risk.ref?.name ?? claim.risk.$refText };
    case 'TierClaim':
      return {
        ...common,
        kind: 'tier',
        tier: claim.tier.ref?.name ?? claim.tier.$refText,
        member: claim.member ?? null,
      };
    case 'BreachClaim':
      return { ...common, kind: 'breach', health: claim.health.ref?.name ?? claim.health.$refText };
    case 'ActionClaim':
      return {
        ...common,
        kind: 'action',
        action: claim.action.ref?.name ?? claim.action.$refText,
        member: claim.member ?? null,
      };
    case 'StageClaim':
      return { ...common, kind: 'stage', stage: claim.stage.ref?.name ?? claim.stage.$refText };
    case 'MixClaim':
      return { ...common, kind: 'mix', verdict: claim.verdict, period: claim.period };
  }
}

function countOf({ bound, times }: ast.Expectation): Expectation['count'] {
  return bound === undefined || times === undefined ? null : { bound, times };
}

function momentOf(text: string | undefined): string | null {
  return text === undefined ? null : normalizeMoment(text);
}
