/** Facts derived from the grammar: which clauses a block has, which of them may occur once, and which words precede a duration. */
import { AstUtils, GrammarAST } from 'langium';
import { GroupRulesGrammar } from '../generated/grammar.ts';
import { chineseKeyword } from './keywords.ts';

const RULES = GroupRulesGrammar().rules.filter(GrammarAST.isParserRule);
const BY_NAME = new Map(RULES.map((rule) => [rule.name, rule]));

/** Names of the rules written in braces. */
export const BLOCKS: ReadonlySet<string> = new Set(
  RULES.filter((rule) =>
    elementsOf(rule).some((element) => GrammarAST.isKeyword(element) && element.value === '{'),
  ).map(({ name }) => name),
);

/** Properties that hold a duration, by node type. */
export const LENGTHS: ReadonlyMap<string, readonly string[]> = grouped(
  assignments()
    .filter(({ terminal }) => isCallOf(terminal, 'DURATION'))
    .map((assignment) => [typeOf(assignment), assignment.feature]),
);

/** Keywords directly before a duration: `for`, `cooldown`. */
export const BEFORE_LENGTH: ReadonlySet<string> = new Set(
  RULES.flatMap((rule) => elementsOf(rule).filter(GrammarAST.isGroup)).flatMap(({ elements }) =>
    elements.flatMap((element, index) => {
      const next = elements[index + 1];
      const isBefore = GrammarAST.isKeyword(element) && next !== undefined && beginsWithLength(next);
      return isBefore ? [element.value] : [];
    }),
  ),
);

/** Chinese words written without a space before a duration: 近7天, 持续3天. */
export const CHINESE_BEFORE_LENGTH: readonly string[] = [...BEFORE_LENGTH].map((keyword) =>
  chineseKeyword(keyword, null, 'DURATION'),
);

/** Clauses that a node may have once, in any order: the property and its opening keyword, by node type. */
export const ONCE: ReadonlyMap<string, readonly (readonly [property: string, keyword: string])[]> = grouped(
  assignments().flatMap((assignment) => {
    const keyword = openingOf(assignment);
    return keyword === null ? [] : [[typeOf(assignment), [assignment.feature, keyword] as const] as const];
  }),
);

/** Words that begin a clause of a block but have no node of their own. */
export const CLAUSE_WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [...BLOCKS].map((name) => [name, new Set(clausesOf(name).flatMap(ownWordOf))]),
);

/** The words and terminals that a grammar rule can begin with, in grammar order, without `override`. */
export function firstWordsOf(name: string): string[] {
  const rule = BY_NAME.get(name);
  return rule === undefined ? [] : [...firstOf(rule.definition)];
}

/** The words that can begin a clause of a block, in grammar order, including terminals. */
export function clauseWordsOf(name: string): string[] {
  return [...new Set(clausesOf(name).flatMap((clause) => [...firstOf(clause)]))];
}

function elementsOf(rule: GrammarAST.ParserRule): GrammarAST.AbstractElement[] {
  return AstUtils.streamAst(rule.definition).filter(GrammarAST.isAbstractElement).toArray();
}

function assignments(): GrammarAST.Assignment[] {
  return RULES.flatMap((rule) => elementsOf(rule).filter(GrammarAST.isAssignment));
}

function isCallOf(element: GrammarAST.AbstractElement, name: string): boolean {
  return GrammarAST.isRuleCall(element) && element.rule.$refText === name;
}

/** The words and terminals that an element can begin with. */
function firstOf(element: GrammarAST.AbstractElement): ReadonlySet<string> {
  if (GrammarAST.isKeyword(element)) return new Set([element.value]);
  if (GrammarAST.isCrossReference(element)) return element.terminal ? firstOf(element.terminal) : new Set(['ID']);
  if (GrammarAST.isAlternatives(element)) return new Set(element.elements.flatMap((one) => [...firstOf(one)]));
  if (GrammarAST.isGroup(element)) return firstOfGroup(element);
  // Inherited members may be overridden anywhere.
  if (GrammarAST.isAssignment(element)) return element.feature === 'override' ? new Set() : firstOf(element.terminal);
  if (!GrammarAST.isRuleCall(element)) return new Set();
  const rule = BY_NAME.get(element.rule.$refText);
  return rule === undefined ? new Set([element.rule.$refText]) : firstOf(rule.definition);
}

function firstOfGroup({ elements }: GrammarAST.Group): ReadonlySet<string> {
  const first = new Set<string>();
  for (const element of elements) {
    for (const word of firstOf(element)) first.add(word);
    const isOptional = element.cardinality === '?' || element.cardinality === '*';
    if (!isOptional && !GrammarAST.isAction(element)) break;
  }
  return first;
}

function beginsWithLength(element: GrammarAST.AbstractElement): boolean {
  if (GrammarAST.isAssignment(element)) return isCallOf(element.terminal, 'DURATION');
  if (GrammarAST.isAlternatives(element)) return element.elements.some(beginsWithLength);
  const [first] = GrammarAST.isGroup(element) ? element.elements : [];
  return first !== undefined && beginsWithLength(first);
}

/** The contents of a block's braces, one element per clause. */
function clausesOf(name: string): readonly GrammarAST.AbstractElement[] {
  const definition = BY_NAME.get(name)?.definition;
  if (definition === undefined || !GrammarAST.isGroup(definition)) return [];
  const brace = definition.elements.findIndex((element) => GrammarAST.isKeyword(element) && element.value === '{');
  const inner = definition.elements[brace + 1];
  if (brace === -1 || inner === undefined) return [];
  return GrammarAST.isAlternatives(inner) ? inner.elements : [inner];
}

function ownWordOf(clause: GrammarAST.AbstractElement): string[] {
  const first = GrammarAST.isGroup(clause) ? clause.elements[0] : clause;
  const word = first !== undefined && GrammarAST.isAssignment(first) ? first.terminal : first;
  return word !== undefined && GrammarAST.isKeyword(word) ? [word.value] : [];
}

/** Type of the node on which an assignment sets a property: that of the last action before it, else of its rule. */
function typeOf(assignment: GrammarAST.Assignment): string {
  let element: GrammarAST.AbstractElement | GrammarAST.ParserRule = assignment;
  while (!GrammarAST.isParserRule(element)) {
    const container: unknown = element.$container;
    if (GrammarAST.isGroup(container)) {
      const before = container.elements.slice(0, container.elements.indexOf(element));
      const action = before.findLast(GrammarAST.isAction);
      const type = action?.inferredType?.name ?? action?.type?.$refText;
      if (type !== undefined) return type;
    }
    element = container as GrammarAST.AbstractElement | GrammarAST.ParserRule;
  }
  return element.inferredType?.name ?? element.name;
}

/** The keyword that opens a single-property clause which may be repeated; null for other assignments. */
function openingOf(assignment: GrammarAST.Assignment): string | null {
  const { $container: container, operator, terminal } = assignment;
  if (operator === '?=') return GrammarAST.isKeyword(terminal) && isRepeated(assignment) ? terminal.value : null;
  if (operator !== '=' || !GrammarAST.isGroup(container) || !isRepeated(container)) return null;
  const [first, second] = container.elements;
  return first !== undefined && GrammarAST.isKeyword(first) && second === assignment ? first.value : null;
}

function isRepeated(element: GrammarAST.AbstractElement): boolean {
  const whole = GrammarAST.isAlternatives(element.$container) ? element.$container : element;
  return whole.cardinality === '*' || whole.cardinality === '+';
}

function grouped<Value>(
  entries: readonly (readonly [type: string, value: Value])[],
): ReadonlyMap<string, readonly Value[]> {
  const groups = new Map<string, Value[]>();
  for (const [type, value] of entries) {
    const known = groups.get(type) ?? [];
    groups.set(type, [...known, value]);
  }
  return groups;
}
