/** Reports unresolved names and suggests the nearest match. */

import { type Bilingual, list } from '@steward/text';
import type { AstNode, CstNode, LangiumCoreServices, ReferenceInfo } from 'langium';
import { CstUtils } from 'langium';
import { replaceFix } from '../diagnostics/fixes.ts';
import { kindName } from '../diagnostics/kinds.ts';
import { rangeOfCst, START } from '../diagnostics/place.ts';
import type { DiagnosticSink } from '../diagnostics/sink.ts';
import type * as ast from '../generated/ast.ts';
import { clockWritten, numeralWritten } from '../parser/literals.ts';
import { operandMissing } from '../parser/repair/structure.ts';
import { nameAndRest, nearest, operatorInside, quoted } from '../parser/slips.ts';
import { evaluationOf } from './evaluation.ts';
import { namesMeant } from './foreign-names.ts';
import { GroupScopeProvider } from './scope-provider.ts';

export function reportUnresolved(
  info: ReferenceInfo,
  file: string,
  services: LangiumCoreServices,
  sink: DiagnosticSink,
): void {
  const name = info.reference.$refText;
  // Error recovery leaves references without text behind; the syntax error has been reported.
  if (name === undefined || name === '') return;
  const range = info.reference.$refNode ? rangeOfCst(info.reference.$refNode) : START;
  const operator = operatorBefore(info);
  if (operator !== null) {
    sink.report('syntax-error', file, rangeOfCst(operator.node), { problem: operator.problem });
    return;
  }
  const amount = numeralWritten(name) ?? clockWritten(name) ?? operatorInside(name);
  if (amount !== null && amount !== name) {
    const fixes = [replaceFix(file, range, amount)];
    sink.report('foreign-notation', file, range, { found: quoted(name), instead: amount }, { fixes });
    return;
  }
  const suggestions = suggestionsFor(info, name, services);
  const fixes = suggestions.map((suggestion) => replaceFix(file, range, suggestion));
  const hint = suggestions.length > 0 ? didYouMean(suggestions) : choicesFor(info, services);
  sink.report('unknown-name', file, range, { kind: kindOf(info, services), name: quoted(name), hint }, { fixes });
}

/** An operator without a right operand takes the next clause as one: `>=` followed by `otherwise`. */
function operatorBefore({ reference }: ReferenceInfo): { node: CstNode; problem: Bilingual } | null {
  if (!/^(?:otherwise|其余)$/.test(reference.$refText) || reference.$refNode === undefined) return null;
  const node = CstUtils.getPreviousNode(reference.$refNode);
  const problem = node === undefined ? null : operandMissing(node.text);
  return node === undefined || problem === null ? null : { node, problem };
}

function suggestionsFor(info: ReferenceInfo, name: string, services: LangiumCoreServices): readonly string[] {
  const type = services.shared.AstReflection.getReferenceType(info);
  const scope = services.references.ScopeProvider.getScope(info);
  const meant = namesMeant(type, name).filter((one) => scope.getElement(one) !== undefined);
  if (meant.length > 0) return meant;
  const labelled = scope.getAllElements().find(({ node }) => labelOf(node) === name)?.name;
  if (labelled !== undefined) return [labelled];
  const [, window, measure] = /^(近\d+(?:秒|分钟|小时|天|周)|每(?:天|周|月|小时))(.+)$/.exec(name) ?? [];
  if (measure !== undefined && scope.getElement(measure) !== undefined) return [`${measure} ${window}`];
  const begun = isEnglish(name) ? null : nameAndRest(name, namesFor(info, services));
  const near = begun ?? nearest(name, namesFor(info, services));
  return near === null ? [] : [near];
}

function labelOf(node: AstNode | undefined): string | undefined {
  return node !== undefined && 'label' in node && typeof node.label === 'string' ? node.label : undefined;
}

function didYouMean(suggestions: readonly string[]): Bilingual {
  const list = (or: string): string => suggestions.map((one) => `\`${one}\``).join(or);
  return { en: ` Did you mean ${list(' or ')}?`, zh: `是不是想写 ${list('或')}？` };
}

/** Lists the values of a closed set, or the actions: there are few, and one of them is meant. */
function choicesFor(info: ReferenceInfo, services: LangiumCoreServices): Bilingual | '' {
  const { container } = info;
  const type = services.shared.AstReflection.getReferenceType(info);
  if (type === 'Action') {
    const names = [...new Set(namesFor(info, services))];
    return listed(
      names.filter(isEnglish),
      names.filter((one) => !isEnglish(one)),
    );
  }
  const field = comparedField(container);
  if (field === undefined || field.values.length === 0) return '';
  const english = field.values.map((value) => value.name);
  const roles = field.name === 'role' && roleNames(container, services).includes(info.reference.$refText);
  const values = listed(
    english,
    field.values.map((value) => value.alias ?? value.name),
  );
  if (!roles) return values;
  return {
    en: `${values.en} \`${info.reference.$refText}\` is a role of your own: its members are \`staff\`, and are known by their names.`,
    zh: `${values.zh}\`${info.reference.$refText}\` 是你声明的角色：它的成员就是 \`工作人员\`，凭名字即可认出。`,
  };
}

function listed(english: readonly string[], chinese: readonly string[]): Bilingual {
  const quote = (words: readonly string[]): string[] => words.map((word) => `\`${word}\``);
  return { en: ` There are: ${list.en(quote(english))}.`, zh: `可以用：${list.zh(quote(chinese))}。` };
}

function isEnglish(name: string): boolean {
  return /^[\w]+$/.test(name);
}

/** The field that a name is compared with. */
function comparedField(node: AstNode): ast.Field | undefined {
  const parent = node.$container;
  if (node.$type !== 'Ref' && node.$type !== 'SetValue' && node.$type !== 'GivenField') return undefined;
  if (node.$type === 'GivenField') return (node as ast.GivenField).field?.ref;
  const compared = parent as ast.Compare | ast.InSet | undefined;
  const sides =
    compared?.$type === 'Compare'
      ? [compared.left, compared.right]
      : compared?.$type === 'InSet'
        ? [compared.left]
        : [];
  const other = sides.find((side) => side !== node);
  const target = other?.$type === 'Ref' ? other.target.ref : undefined;
  return target?.$type === 'Field' ? target : undefined;
}

function namesFor(info: ReferenceInfo, { references: { ScopeProvider } }: LangiumCoreServices): Iterable<string> {
  return ScopeProvider instanceof GroupScopeProvider ? ScopeProvider.namesFor(info) : [];
}

function roleNames(node: AstNode, { references: { ScopeProvider } }: LangiumCoreServices): string[] {
  return ScopeProvider instanceof GroupScopeProvider ? ScopeProvider.namesOf(node, 'Role') : [];
}

function kindOf(info: ReferenceInfo, services: LangiumCoreServices): Bilingual {
  const type = services.shared.AstReflection.getReferenceType(info);
  return kindName(type === 'RefTarget' && evaluationOf(info.container) === 'event' ? 'FieldTarget' : type);
}
