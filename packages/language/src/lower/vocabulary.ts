/** Signals, metrics, actions and what a group names for itself. */
import type * as policy from '@steward/policy';
import type * as ast from '../generated/ast.ts';
import { canonicalText } from '../translate/canonical.ts';
import { lowerArgument } from './calls.ts';
import type { LowerContext } from './environment.ts';
import { GroupCategories } from './environment.ts';
import { lowerParts } from './events.ts';
import { named } from './sections.ts';

type Vocabulary = Pick<policy.Policy, 'signals' | 'metrics' | 'actions' | 'lexicons' | 'roles' | 'tools' | 'scripts'>;

/** Of all files, the entry's first; broken declarations are left out. */
export function lowerVocabulary(context: LowerContext): Vocabulary {
  const vocabulary: Vocabulary = {
    signals: [],
    metrics: [],
    actions: [],
    lexicons: [],
    roles: [],
    tools: [],
    scripts: [],
  };
  for (const file of context.files) {
    for (const element of file.model.elements) {
      if (context.sound(element)) addTo(vocabulary, element, context);
    }
  }
  return vocabulary;
}

function addTo(vocabulary: Vocabulary, element: ast.Element, context: LowerContext): void {
  switch (element.$type) {
    case 'Signal':
      vocabulary.signals.push(...lowerSignal(element, context));
      return;
    case 'Metric': {
      const unit = context.checker.metricUnit(element);
      const text = canonicalText(element.value);
      if (unit !== null) vocabulary.metrics.push({ ...called(element, context), unit, text });
      return;
    }
    case 'Action':
      vocabulary.actions.push(lowerAction(element, context));
      return;
    case 'Lexicon':
      vocabulary.lexicons.push({ ...named(element, { context }), words: context.wordsOf(element) });
      return;
    case 'Role':
      vocabulary.roles.push({ ...named(element, { context }), members: element.members });
      return;
    case 'Tool':
      vocabulary.tools.push({ ...named(element, { context }), provides: element.provides });
      return;
    case 'Script':
      vocabulary.scripts.push({ ...named(element, { context }), body: element.body });
      return;
    default:
      return;
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
