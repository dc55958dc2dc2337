/** Lowers actions and binds their arguments to parameters. */
import type { ActionCall, ArgumentValue } from '@steward/policy';
import { textAt } from '../diagnostics/place.ts';
import type * as ast from '../generated/ast.ts';
import { bindArguments } from '../types/calls.ts';
import { durationOf, rationalOf } from '../types/rational.ts';
import type { GroupCategories, LowerContext } from './environment.ts';

/** Broken calls are dropped. */
export function lowerCalls(
  calls: readonly ast.Call[],
  context: LowerContext,
  categories: GroupCategories | null,
): ActionCall[] {
  return calls.flatMap((call) => {
    const action = call.action?.ref;
    if (action === undefined || !context.sound(call)) return [];
    const bound = bindArguments(call).flatMap(({ parameter, value }) => {
      const lowered = lowerArgument(value, categories);
      return lowered === null ? [] : [{ parameter: parameter.name, value: lowered }];
    });
    return [{ action: action.name, arguments: bound, range: context.range(call) }];
  });
}

const TARGETS = {
  Script: 'script',
  Role: 'role',
  Campaign: 'campaign',
  Tier: 'tier',
  Lexicon: 'lexicon',
  Risk: 'risk',
  Category: 'category',
} as const;

export function lowerArgument(value: ast.ArgumentValue, categories: GroupCategories | null): ArgumentValue | null {
  switch (value.$type) {
    case 'StringArgument':
      return { kind: 'string', value: value.value };
    case 'NumberArgument': {
      const text = textAt({ node: value });
      return { kind: 'number', value: rationalOf(text), text };
    }
    case 'DurationArgument':
      return { kind: 'duration', value: durationOf(value.value) };
    case 'ReferenceArgument': {
      const target = value.target.ref;
      if (target === undefined) return null;
      if (target.$type === 'Subject') return { kind: 'matched', what: target.name as 'sender' | 'message' | 'member' };
      if (target.$type === 'Category') categories?.resolve(target);
      return { kind: 'reference', to: TARGETS[target.$type], name: target.name };
    }
  }
}
