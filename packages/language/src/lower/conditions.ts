/**
 * Lowers conditions and quantities: expands metrics in place, hands windows down to the aggregates, flattens derived signals.
 * Everything here returns null if any part of its input is broken.
 */
import type { Condition, EventField, IntrinsicName, Quantity, Window } from '@steward/policy';
import { textAt } from '../diagnostics/place.ts';
import type * as ast from '../generated/ast.ts';
import { durationOf, durationRational, rationalOf, shareOf } from '../types/rational.ts';
import type { Environment } from './environment.ts';
import { lowerParts, withFilter } from './events.ts';

export function lowerCondition(expression: ast.Expression, environment: Environment): Condition | null {
  const { context } = environment;
  if (!context.sound(expression)) return null;
  const range = context.range(expression);
  switch (expression.$type) {
    case 'Logical': {
      const left = lowerCondition(expression.left, environment);
      const right = lowerCondition(expression.right, environment);
      return left && right && { kind: expression.operator, left, right, range };
    }
    case 'Not': {
      const operand = lowerCondition(expression.operand, environment);
      return operand && { kind: 'not', operand, range };
    }
    case 'Compare': {
      const left = lowerQuantity(expression.left, environment);
      const right = lowerQuantity(expression.right, environment);
      return left && right && { kind: 'compare', operator: expression.operator, left, right, range };
    }
    case 'Trend': {
      if (expression.measure.$type !== 'Windowed') return null;
      const measure = lowerQuantity(expression.measure, environment);
      const by = shareOf(textAt({ node: expression, property: 'percent' }));
      return (
        measure && {
          kind: 'trend',
          direction: expression.direction,
          measure,
          window: windowOf(expression.measure),
          by,
          range,
        }
      );
    }
    case 'Rank': {
      const measure = lowerQuantity(expression.measure, environment);
      return measure && { kind: 'rank', direction: expression.direction, limit: limitOf(expression), measure, range };
    }
    default:
      return null;
  }
}

function limitOf(
  rank: ast.Rank,
): { kind: 'share'; share: ReturnType<typeof shareOf> } | { kind: 'places'; places: number } {
  if (rank.places !== undefined) return { kind: 'places', places: rank.places };
  return { kind: 'share', share: shareOf(textAt({ node: rank, property: 'percent' })) };
}

function lowerQuantity(expression: ast.Expression, environment: Environment): Quantity | null {
  const { context, window } = environment;
  if (!context.sound(expression)) return null;
  const range = context.range(expression);
  switch (expression.$type) {
    case 'Windowed':
      return lowerQuantity(expression.measure, { ...environment, window: windowOf(expression) });
    case 'NumberLiteral': {
      const text = textAt({ node: expression });
      return { kind: 'constant', value: rationalOf(text), unit: 'number', text, range };
    }
    case 'PercentLiteral': {
      const text = textAt({ node: expression });
      return { kind: 'constant', value: shareOf(text), unit: 'ratio', text, range };
    }
    case 'DurationLiteral':
      return {
        kind: 'constant',
        value: durationRational(expression.value),
        unit: 'duration',
        text: expression.value,
        range,
      };
    case 'Arithmetic': {
      const left = lowerQuantity(expression.left, environment);
      const right = lowerQuantity(expression.right, environment);
      const unit = context.checker.unitOf(expression);
      return left && right && unit && { kind: 'arithmetic', operator: expression.operator, left, right, unit, range };
    }
    case 'Aggregate':
      return lowerAggregate(expression, environment);
    case 'Ref': {
      const target = expression.target.ref;
      if (target?.$type === 'Intrinsic') {
        return {
          kind: 'intrinsic',
          name: target.name as IntrinsicName,
          window,
          unit: target.unit,
          range,
        };
      }
      if (target?.$type !== 'Metric' || !context.sound(target)) return null;
      const unit = context.checker.metricUnit(target);
      const body = lowerQuantity(target.value, environment);
      return body && unit && { kind: 'metric', metric: target.name, window, body, unit, range };
    }
    default:
      return null;
  }
}

function lowerAggregate(node: ast.Aggregate, environment: Environment): Quantity | null {
  const signal = node.signal.ref;
  const unit = environment.context.checker.unitOf(node);
  const whole = signal && lowerParts(signal, environment);
  const parts = whole && withFilter(whole, node.filter, environment);
  if (!parts || unit === null || signal === undefined) return null;
  return {
    kind: 'aggregate',
    function: node.function,
    parts,
    signal: signal.name,
    field: (node.field?.ref?.name ?? null) as EventField | null,
    scope: node.groupWide ? 'group' : environment.scope,
    window: node.function === 'since' ? { kind: 'all' } : environment.window,
    unit,
    range: environment.context.range(node),
  };
}

function windowOf(node: ast.Windowed): Window {
  if (node.period !== undefined) return { kind: 'period', period: node.period };
  return { kind: 'trailing', duration: durationOf(node.window ?? '') };
}
