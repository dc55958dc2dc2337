/** Conditions as they may be written, from the Policy alone. */
import type { Condition, Quantity } from '@steward/policy';
import { windowText } from '../measures/windows.ts';

export function conditionText(condition: Condition): string {
  switch (condition.kind) {
    case 'and':
      return `${inner(condition.left)} and ${inner(condition.right)}`;
    case 'or':
      return `${inner(condition.left)} or ${inner(condition.right)}`;
    case 'not':
      return `not ${inner(condition.operand)}`;
    case 'compare':
      return `${quantityText(condition.left)} ${condition.operator} ${quantityText(condition.right)}`;
    case 'trend':
      return `${quantityText(condition.measure)} ${condition.direction} by ${percent(condition.by)}`;
    case 'rank': {
      const { limit } = condition;
      const places = limit.kind === 'places' ? String(limit.places) : percent(limit.share);
      return `${condition.direction} ${places} by ${quantityText(condition.measure)}`;
    }
  }
}

function inner(condition: Condition): string {
  const text = conditionText(condition);
  return condition.kind === 'and' || condition.kind === 'or' ? `(${text})` : text;
}

function percent({ numerator, denominator }: { numerator: number; denominator: number }): string {
  return `${(numerator / denominator) * 100}%`;
}

function quantityText(quantity: Quantity): string {
  switch (quantity.kind) {
    case 'constant':
      return quantity.text;
    case 'metric':
      return withWindow(quantity.metric, quantity.unit === 'duration' ? '' : windowText(quantity.window));
    case 'intrinsic':
      return quantity.name;
    case 'aggregate': {
      const field = quantity.field === null ? '' : `.${quantity.field}`;
      const isFiltered = quantity.parts.some(({ where }) => where !== null);
      return withWindow(
        `${quantity.function}(${quantity.signal}${field}${isFiltered ? ' where …' : ''})`,
        windowText(quantity.window),
      );
    }
    case 'arithmetic':
      return `${quantityText(quantity.left)} ${quantity.operator} ${quantityText(quantity.right)}`;
  }
}

function withWindow(name: string, window: string): string {
  return window === '' ? name : `${name} ${window}`;
}
