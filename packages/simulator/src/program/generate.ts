/**
 * Tests as generated JavaScript over the slots. Comparisons of exact values whose products stay below 2^53 are inlined; everything else
 * calls the closure for the same comparison, so the answers agree by construction.
 */
import type { ComparisonOperator } from '@steward/policy';
import { type Judge, judge } from './judge.ts';
import type { Test, Value } from './plan.ts';

interface Source {
  lines: string[];
  /** Closures that the code calls as `f[i]`. */
  fallbacks: Judge[];
  variables: number;
}

export function generateJudge(test: Test): Judge {
  const source: Source = { lines: [], fallbacks: [], variables: 0 };
  const result = emit(test, source);
  const lines = [...source.lines, `return ${result};`].join('\n');
  const make = new Function('f', `'use strict'; return (v) => {\n${lines}\n};`) as (fallbacks: Judge[]) => Judge;
  return make(source.fallbacks);
}

/** Emits the statements that compute the test's truth, and returns the variable that holds it: 0, 1 or 2. */
function emit(test: Test, source: Source): string {
  switch (test.kind) {
    case 'and':
      return emitPair(
        test.left,
        test.right,
        source,
        (a, b) => `${b} === 0 ? 0 : ${a} === 1 && ${b} === 1 ? 1 : 2`,
        '0',
      );
    case 'or':
      return emitPair(
        test.left,
        test.right,
        source,
        (a, b) => `${b} === 1 ? 1 : ${a} === 0 && ${b} === 0 ? 0 : 2`,
        '1',
      );
    case 'not': {
      const operand = emit(test.operand, source);
      return assign(`${operand} === 2 ? 2 : 1 - ${operand}`, source);
    }
    case 'compare':
      return assign(comparison(test, source), source);
    case 'rank':
      return assign(rank(test, source), source);
    case 'trend':
      return assign(fallback(test, source), source);
  }
}

/** The right side is evaluated only if the left one does not decide. */
function emitPair(
  left: Test,
  right: Test,
  source: Source,
  both: (a: string, b: string) => string,
  decided: string,
): string {
  const a = emit(left, source);
  const result = variable(source);
  source.lines.push(`let ${result} = ${decided};`, `if (${a} !== ${decided}) {`);
  const b = emit(right, source);
  source.lines.push(`${result} = ${both(a, b)};`, '}');
  return result;
}

function variable(source: Source): string {
  source.variables += 1;
  return `t${source.variables}`;
}

function assign(expression: string, source: Source): string {
  const name = variable(source);
  source.lines.push(`const ${name} = ${expression};`);
  return name;
}

function fallback(test: Test, source: Source): string {
  source.fallbacks.push(judge(test));
  return `f[${source.fallbacks.length - 1}](v)`;
}

const OPERATORS: Record<ComparisonOperator, string> = {
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  '==': '===',
  '!=': '!==',
};

function comparison(test: Extract<Test, { kind: 'compare' }>, source: Source): string {
  const { left, right, operator } = test;
  if (left.kind === 'leaf' && right.kind === 'constant' && right.denominator === 1) {
    const limit = right.numerator * left.scale;
    if (Number.isSafeInteger(limit)) return against(operator, left.slot, limit);
  }
  const a = fraction(left);
  const b = fraction(right);
  if (a === null || b === null) return fallback(test, source);
  const l = product(a.numerator, b.denominator);
  const r = product(b.numerator, a.denominator);
  const guard = [...new Set([...a.exact, ...b.exact]), safe(l), safe(r)].join(' && ');
  return `${guard} ? (${l} ${OPERATORS[operator]} ${r} ? 1 : 0) : ${fallback(test, source)}`;
}

function against(operator: ComparisonOperator, slot: number, limit: number): string {
  const lo = `v[${slot}]`;
  const hi = `v[${slot + 1}]`;
  switch (operator) {
    case '<':
      return `${hi} < ${limit} ? 1 : ${lo} >= ${limit} ? 0 : 2`;
    case '>=':
      return `${lo} >= ${limit} ? 1 : ${hi} < ${limit} ? 0 : 2`;
    case '>':
      return `${lo} > ${limit} ? 1 : ${hi} <= ${limit} ? 0 : 2`;
    case '<=':
      return `${hi} <= ${limit} ? 1 : ${lo} > ${limit} ? 0 : 2`;
    case '==':
      return `${hi} < ${limit} || ${lo} > ${limit} ? 0 : ${lo} === ${hi} ? 1 : 2`;
    case '!=':
      return `${hi} < ${limit} || ${lo} > ${limit} ? 1 : ${lo} === ${hi} ? 0 : 2`;
  }
}

function rank(test: Extract<Test, { kind: 'rank' }>, source: Source): string {
  const { measure, slot, direction } = test;
  if (measure.kind !== 'leaf') return fallback(test, source);
  const lo = `v[${measure.slot}]`;
  const l = `${lo} * v[${slot + 1}]`;
  const r = product(`v[${slot}]`, String(measure.scale));
  const known = `v[${slot + 2}] === 1`;
  const otherwise = fallback(test, source);
  const beyond = `${safe(l)} ? `;
  if (direction === 'bottom') return `${known} && ${beyond}(${l} <= ${r} ? 1 : 0) : ${otherwise}`;
  return `${known} && ${beyond}(${lo} > 0 && ${l} >= ${r} ? 1 : 0) : ${otherwise}`;
}

function safe(text: string): string {
  return `${text} <= 9007199254740991 && ${text} >= -9007199254740991`;
}

/** A value as a fraction of whole slots, if it is at most a ratio of two leaves. */
interface Fraction {
  numerator: string;
  denominator: string;
  /** The condition under which the fraction is exact. */
  exact: string[];
}

function fraction(value: Value): Fraction | null {
  switch (value.kind) {
    case 'constant':
      return { numerator: String(value.numerator), denominator: String(value.denominator), exact: [] };
    case 'leaf':
      return {
        numerator: `v[${value.slot}]`,
        denominator: String(value.scale),
        exact: [`v[${value.slot}] === v[${value.slot + 1}]`],
      };
    case 'average':
      return null;
    case 'arithmetic': {
      const { left, right, operator } = value;
      if (operator !== '/' || left.kind !== 'leaf' || right.kind !== 'leaf' || left.scale !== right.scale) return null;
      const above = fraction(left);
      const below = fraction(right);
      if (above === null || below === null) return null;
      return {
        numerator: above.numerator,
        denominator: below.numerator,
        exact: [...above.exact, ...below.exact, `${below.numerator} > 0`],
      };
    }
  }
}

function product(a: string, b: string): string {
  if (a === '1') return b;
  return b === '1' ? a : `${a} * ${b}`;
}
