/** Lowers signals, metrics, actions, and the names that a group defines. */
import type * as policy from '@steward/policy';
import type * as ast from '../generated/ast.ts';
import { canonicalText } from '../translate/canonical.ts';
import { lowerArgument } from './calls.ts';
import type { LowerContext } from './environment.ts';
import { GroupCategories } from './environment.ts';
import { lowerParts } from './events.ts';
import { named } from './sections.ts';

export type Vocabulary = Pick<
  policy.Policy,
  'signals' | 'metrics' | 'actions' | 'lexicons' | 'roles' | 'tools' | 'scripts'
>;

/** Returns an empty object for declarations of other kinds. */
export function lowerWord(element: ast.Element, context: LowerContext): Partial<Vocabulary> {
  switch (element.$type) {
    case 'Signal':
      return { signals: lowerSignal(element, context) };
    case 'Metric': {
      const unit = context.checker.metricUnit(element);
      const text = canonicalText(element.value);
      return unit === null ? {} : { metrics: [{ ...called(element, context), unit, text }] };
    }
    case 'Action':
      return { actions: [lowerAction(element, context)] };
    case 'Lexicon':
      return { lexicons: [{ ...named(element, { context }), words: context.wordsOf(element) }] };
    case 'Role':
      return { roles: [lowerRole(element, context)] };
    case 'Tool':
      return { tools: [{ ...named(element, { context }), provides: element.provides }] };
    case 'Script':
      return { scripts: [{ ...named(element, { context }), body: element.body }] };
    default:
      return {};
  }
}

function called(
  element: ast.Metric | ast.Signal | ast.Action,
  context: LowerContext,
): policy.Named & { alias: string | null } {
  return { ...named(element, { context }), alias: element.alias ?? null };
}

function lowerSignal(signal: ast.Signal, context: LowerContext): policy.SignalDefinition[] {
  if (signal.parts.length === 0) return [{ ...called(signal, context), parts: [] }];
  const parts = lowerParts(signal, { context, categories: new GroupCategories([]) });
  return parts === null ? [] : [{ ...called(signal, context), parts }];
}

type Standing = policy.RoleDefinition['standing'];
const STANDINGS: readonly Standing[] = ['member', 'staff', 'owner', 'bot'];

function lowerRole(role: ast.Role, context: LowerContext): policy.RoleDefinition {
  return { ...named(role, { context }), standing: standingOf(role, context), members: role.members };
}

/** The value of the `role` field whose name or label, in either language, matches the role's. */
function standingOf(role: ast.Role, context: LowerContext): Standing {
  const called = [role.name, role.label?.toLowerCase()];
  const elements = context.files.flatMap(({ model }) => model.elements);
  const values = elements.flatMap((element) =>
    element.$type === 'Field' && element.name === 'role' ? element.values : [],
  );
  const value = values.find(
    ({ name, alias }) => called.includes(name) || (alias !== undefined && called.includes(alias)),
  );
  return STANDINGS.find((standing) => standing === value?.name) ?? 'staff';
}

function lowerAction(action: ast.Action, context: LowerContext): policy.ActionDefinition {
  const parameters = action.parameters.map((parameter) => ({
    name: parameter.name,
    default: parameter.default ? lowerArgument(parameter.default, null) : null,
  }));
  const environment = { context, categories: new GroupCategories([]) };
  const prevented = action.prevents.flatMap(({ ref }) => (ref ? (lowerParts(ref, environment) ?? []) : []));
  return {
    ...called(action, context),
    parameters,
    needs: action.needs,
    prevents: [...new Set(prevented.map((part) => part.signal))],
  };
}
