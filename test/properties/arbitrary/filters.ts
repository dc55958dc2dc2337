/** Filters over one event: every field, text and pattern, with `and`, `or` and `not` around them. */
import type { EventCondition } from '@steward/policy';
import fc from 'fast-check';
import { amount, contains, fieldIn, fieldNot, matches, RANGE, ratio } from '../../oracle/policy-builder.ts';
import { CATEGORIES, LABELS, MEDIA_USED, PATTERNS, WORDS } from './names.ts';

const declared = CATEGORIES.map(({ name, label }) => ({ name, spellings: label === null ? [name] : [name, label] }));

const OPERATORS = ['<', '<=', '>', '>=', '==', '!='] as const;
export const operator = fc.constantFrom(...OPERATORS);

const content: fc.Arbitrary<EventCondition> = fc.oneof(
  fc.subarray([...WORDS], { minLength: 1, maxLength: 3 }).map((words) => contains(...words)),
  fc.tuple(fc.constantFrom(...PATTERNS), fc.boolean()).map(([pattern, either]) => matches(pattern, either)),
  fc.subarray([...MEDIA_USED], { minLength: 1, maxLength: 2 }).map((media) => fieldIn('media', ...media)),
  fc.subarray(['staff', 'bot', 'member'], { minLength: 1, maxLength: 2 }).map((roles) => fieldIn('role', ...roles)),
  fc
    .subarray(['m1', 'Bo', '小美', 'm4'], { minLength: 1, maxLength: 2 })
    .map((members) => fieldIn('member', ...members)),
  fc
    .record({ compare: operator, value: fc.constantFrom(ratio(1, 1), ratio(5, 4), ratio(0, 1), ratio(10, 3)) })
    .map(({ compare, value }) => amount(compare, value)),
);

const labelled: fc.Arbitrary<EventCondition> = fc.oneof(
  fc.subarray(declared, { minLength: 1, maxLength: 2 }).map((values) => fieldIn('category', ...values)),
  fc.subarray(declared, { minLength: 1, maxLength: 2 }).map((values) => fieldIn('about', ...values)),
  fc.constantFrom(...LABELS).map((label) => fieldIn('about', label)),
  fc.constantFrom('m1', 'e1', 'R1', 'nobody').map((target) => fieldIn('target', target)),
);

function combined(simple: fc.Arbitrary<EventCondition>): fc.Arbitrary<EventCondition> {
  return fc.oneof(
    { weight: 5, arbitrary: simple },
    { weight: 2, arbitrary: simple.map(fieldNot) },
    {
      weight: 2,
      arbitrary: fc
        .record({
          kind: fc.constantFrom('and' as const, 'or' as const),
          left: simple,
          right: simple,
          negate: fc.boolean(),
        })
        .map(({ kind, left, right, negate }): EventCondition => {
          const both: EventCondition = { kind, left, right: negate ? fieldNot(right) : right, range: RANGE };
          return both;
        }),
    },
  );
}

/** More text predicates than fit in one word of bits; only the last words ever occur in texts. */
const manyQuestions: fc.Arbitrary<EventCondition> = fc.constantFrom(...WORDS).map((word) => {
  const questions = Array.from({ length: 35 }, (_, index) => contains(`no such word ${index}`));
  return questions.reduce<EventCondition>((right, left) => ({ kind: 'or', left, right, range: RANGE }), contains(word));
});

/** What a category may test: anything but the category itself. */
export const categoryFilter = fc.oneof(
  { weight: 40, arbitrary: combined(content) },
  { weight: 1, arbitrary: manyQuestions },
);

export const eventFilter = combined(fc.oneof({ weight: 2, arbitrary: content }, { weight: 1, arbitrary: labelled }));
