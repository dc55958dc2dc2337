/** Lowers conditions over one event, and splits signals into base signals. */
import {
  type EventCondition,
  type FieldValue,
  type ListField,
  mirrored,
  type SignalPart,
  type SourceRange,
} from '@steward/policy';
import type { AstNode } from 'langium';
import { textAt } from '../diagnostics/place.ts';
import type * as ast from '../generated/ast.ts';
import { fieldOf } from '../types/fields.ts';
import { rationalOf } from '../types/rational.ts';
import { patternOf } from '../types/values.ts';
import type { GroupCategories, LowerContext } from './environment.ts';

export interface EventEnvironment {
  context: LowerContext;
  categories: GroupCategories;
}

/** Returns null if any part is broken. */
export function lowerEventCondition(expression: ast.Expression, environment: EventEnvironment): EventCondition | null {
  const { context } = environment;
  if (!context.sound(expression)) return null;
  const range = context.range(expression);
  switch (expression.$type) {
    case 'Logical': {
      const left = lowerEventCondition(expression.left, environment);
      const right = lowerEventCondition(expression.right, environment);
      return left && right && { kind: expression.operator, left, right, range };
    }
    case 'Not': {
      const operand = lowerEventCondition(expression.operand, environment);
      return operand && { kind: 'not', operand, range };
    }
    case 'Contains': {
      const lexicon = expression.lexicon?.ref;
      if (lexicon && context.taint.has(lexicon)) return null;
      const words = lexicon ? context.wordsOf(lexicon) : [expression.text ?? ''];
      return { kind: 'contains', words, lexicon: lexicon?.name ?? null, range };
    }
    case 'Matches':
      return { kind: 'matches', ...patternOf(expression.regex), range };
    case 'InSet': {
      const field = fieldOf(expression.left);
      if (field === undefined) return null;
      return isOneOf(
        field,
        expression.values.map((value) => value.target?.ref ?? value.text),
        range,
        environment,
      );
    }
    case 'Compare':
      return lowerComparison(expression, environment);
    default:
      return null;
  }
}

function lowerComparison(node: ast.Compare, environment: EventEnvironment): EventCondition | null {
  const range = environment.context.range(node);
  const fieldFirst = fieldOf(node.left) !== undefined;
  const field = fieldOf(node.left) ?? fieldOf(node.right);
  const value = fieldFirst ? node.right : node.left;
  if (field === undefined) return null;
  if (value.$type === 'NumberLiteral') {
    const operator = fieldFirst ? node.operator : mirrored(node.operator);
    return { kind: 'field-compare', operator, value: rationalOf(textAt({ node: value })), range };
  }
  const named = value.$type === 'StringLiteral' ? value.value : value.$type === 'Ref' ? value.target.ref : undefined;
  if (named === undefined) return null;
  if (typeof named !== 'string' && !isFieldTarget(named)) return null;
  const isIn = isOneOf(field, [named], range, environment);
  return node.operator === '!=' ? { kind: 'not', operand: isIn, range } : isIn;
}

/** A named value that a field is compared with. */
type FieldTarget = ast.FieldValue | ast.Category | ast.Role;

function isFieldTarget(node: AstNode): node is FieldTarget {
  return node.$type === 'FieldValue' || node.$type === 'Category' || node.$type === 'Role';
}

/** A declared role is a list of people, so the event's member decides whether it applies. */
function isOneOf(
  field: ast.Field,
  targets: readonly (FieldTarget | string | undefined)[],
  range: SourceRange,
  environment: EventEnvironment,
): EventCondition {
  const isRole = (target: (typeof targets)[number]) => typeof target === 'object' && target.$type === 'Role';
  const people = targets.flatMap((target) => (isRole(target) ? target.members : []));
  const values = targets.flatMap((target) => (isRole(target) ? [] : [fieldValue(target, environment)]));
  const members = people.map((name): FieldValue => ({ name, spellings: [name] }));
  const isListed: EventCondition = { kind: 'field-in', field: 'member', values: members, range };
  if (people.length > 0 && values.length === 0) return isListed;
  const isValue: EventCondition = { kind: 'field-in', field: field.name as ListField, values, range };
  return people.length > 0 ? { kind: 'or', left: isValue, right: isListed, range } : isValue;
}

function fieldValue(
  value: ast.FieldValue | ast.Category | string | undefined,
  { categories }: EventEnvironment,
): FieldValue {
  if (value === undefined) return { name: '', spellings: [] };
  if (typeof value === 'string') return { name: value, spellings: [value] };
  const resolved = value.$type === 'Category' ? categories.resolve(value) : value;
  const other = resolved.$type === 'Category' ? resolved.label : resolved.alias;
  return {
    name: resolved.name,
    spellings: other === undefined || other === resolved.name ? [resolved.name] : [resolved.name, other],
  };
}

/** Base signals, each with the filter under which it counts. Returns null if any definition involved is broken. */
export function lowerParts(signal: ast.Signal, environment: EventEnvironment): SignalPart[] | null {
  if (!environment.context.sound(signal)) return null;
  if (signal.parts.length === 0) return [{ signal: signal.name, where: null }];
  const parts: SignalPart[] = [];
  for (const part of signal.parts) {
    const base = part.signal.ref && lowerParts(part.signal.ref, environment);
    if (!base) return null;
    const filtered = withFilter(base, part.filter, environment);
    if (filtered === null) return null;
    parts.push(...filtered);
  }
  return withoutRepeats(parts);
}

/** Adds a condition to every part. */
export function withFilter(
  parts: readonly SignalPart[],
  filter: ast.Expression | undefined,
  environment: EventEnvironment,
): SignalPart[] | null {
  if (filter === undefined) return [...parts];
  const where = lowerEventCondition(filter, environment);
  if (where === null) return null;
  return parts.map((part) => ({
    signal: part.signal,
    where: part.where === null ? where : { kind: 'and', left: part.where, right: where, range: where.range },
  }));
}

/** An unfiltered part covers all other parts of its signal. Of equal parts, the first is kept. */
function withoutRepeats(parts: readonly SignalPart[]): SignalPart[] {
  const unfiltered = new Set(parts.filter((part) => part.where === null).map((part) => part.signal));
  const seen = new Set<string>();
  return parts.filter((part) => {
    if (part.where !== null && unfiltered.has(part.signal)) return false;
    const key = JSON.stringify(part, (property, value: unknown) => (property === 'range' ? undefined : value));
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
