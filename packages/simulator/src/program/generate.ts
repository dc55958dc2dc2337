/**
 * Tests as generated JavaScript over the slots. Comparisons of exact values whose products stay below 2^53 are inlined; everything else
 * calls the closure of the same comparison, so the answers are the same by construction.
 */
import type { ComparisonOperator } from '@steward/policy';
import { type Judge, judge } from './judge.ts';
import type { Test, Value } from './plan.ts';

interface Source {
  /** Closures that the code calls as `f[i]`. */
  fallbacks: Judge[];
}

export function generateJudge(test: Test): Judge {
  const source: Source = { fallbacks: [] };
  const body = emit(test, source);
  const make = new Function('f', `'use strict'; return (v) => ${body};`) as (fallbacks: Judge[]) => Judge;
  return make(source.fallbacks);
}

/** An expression that gives 0, 1 or 2. */
function emit(test: Test, source: Source): string {
  switch (test.kind) {
    case 'and':
      // Either false: false. Both true: 1 & 1. Else unknown.
      return `((a, b) => a === 0 ? 0 : (b = ${emit(test.right, source)}) === 0 ? 0 : a === 1 && b === 1 ? 1 : 2)(${emit(test.left, source)})`;
    case 'or':
      return `((a, b) => a === 1 ? 1 : (b = ${emit(test.right, source)}) === 1 ? 1 : a === 0 && b === 0 ? 0 : 2)(${emit(test.left, source)})`;
    case 'not':
      return `((a) => a === 2 ? 2 : 1 - a)(${emit(test.operand, source)})`;
    case 'compare':
      return emitComparison(test, source);
    case 'trend':
    case 'rank':
      return fallback(test, source);
  }
}

function fallback(test: Test, source: Source): string {
  source.fallbacks.push(judge(test));
  return `f[${source.fallbacks.length - 1}](v)`;
}

function emitComparison(test: Extract<Test, { kind: 'compare' }>, source: Source): string {
  const { left, right, operator } = test;
  if (left.kind === 'leaf' && right.kind === 'constant') {
    const factor = right.denominator;
    const limit = right.numerator * left.scale;
    if (Number.isSafeInteger(limit) && factor === 1) return emitAgainst(operator, left.slot, limit);
  }
  const a = fraction(left);
  const b = fraction(right);
  if (a === null || b === null) return fallback(test, source);
  const checks = [...a.exact, ...b.exact].filter((text, i, all) => all.indexOf(text) === i);
  const l = product(a.numerator, b.denominator);
  const r = product(b.numerator, a.denominator);
  const safe = [l, r].map((text) => `${text} <= 9007199254740991 && ${text} >= -9007199254740991`);
  const guard = [...checks, ...safe].join(' && ');
  return `(${guard} ? (${l} ${operator === '==' ? '===' : operator === '!=' ? '!==' : operator} ${r} ? 1 : 0) : ${fallback(test, source)})`;
}

function emitAgainst(operator: ComparisonOperator, slot: number, limit: number): string {
  const lo = `v[${slot}]`;
  const hi = `v[${slot + 1}]`;
  switch (operator) {
    case '<':
      return `(${hi} < ${limit} ? 1 : ${lo} >= ${limit} ? 0 : 2)`;
    case '>=':
      return `(${lo} >= ${limit} ? 1 : ${hi} < ${limit} ? 0 : 2)`;
    case '>':
      return `(${lo} > ${limit} ? 1 : ${hi} <= ${limit} ? 0 : 2)`;
    case '<=':
      return `(${hi} <= ${limit} ? 1 : ${lo} > ${limit} ? 0 : 2)`;
    case '==':
      return `(${hi} < ${limit} || ${lo} > ${limit} ? 0 : ${lo} === ${hi} ? 1 : 2)`;
    case '!=':
      return `(${hi} < ${limit} || ${lo} > ${limit} ? 1 : ${lo} === ${hi} ? 0 : 2)`;
  }
}

/** A value as one fraction of whole slots, where it is no deeper than a ratio of two leaves. */
interface Fraction {
  numerator: string;
  denominator: string;
  /** What must hold for the fraction to be the exact value. */
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
      const { left, right } = value;
      if (value.operator !== '/' || left.kind !== 'leaf' || right.kind !== 'leaf' || left.scale !== right.scale)
        return null;
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
