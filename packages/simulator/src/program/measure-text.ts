/** How a measure is written in results: `SEMANTICS.md`, "Spelling of results". */
import type { Quantity, Window } from '@steward/policy';

export function measureText(quantity: Quantity): string {
  switch (quantity.kind) {
    case 'constant':
      return quantity.text;
    case 'metric':
      return `${quantity.metric}${windowText(quantity.window)}`;
    case 'intrinsic':
      return `${quantity.name}${windowText(quantity.window)}`;
    case 'aggregate': {
      const field = quantity.field === null ? '' : `.${quantity.field}`;
      return `${quantity.function}(${quantity.signal}${field})${windowText(quantity.window)}`;
    }
    case 'arithmetic':
      return `${operandText(quantity.left)} ${quantity.operator} ${operandText(quantity.right)}`;
  }
}

function operandText(quantity: Quantity): string {
  const text = measureText(quantity);
  return quantity.kind === 'arithmetic' ? `(${text})` : text;
}

function windowText(window: Window): string {
  if (window.kind === 'trailing') return ` in ${window.duration.amount}${window.duration.unit}`;
  return window.kind === 'period' ? ` per ${window.period}` : '';
}
