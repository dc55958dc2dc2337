/** Walks the clauses of a file and checks required clauses, duplicates, and their expressions. */
import type { Bilingual } from '@steward/text';
import type { AstNode } from 'langium';
import { GrammarUtils } from 'langium';
import { kindName } from '../diagnostics/kinds.ts';
import type * as ast from '../generated/ast.ts';
import { flatten } from '../linking/link.ts';
import { ONCE } from '../parser/grammar-words.ts';
import { keywordIn } from '../parser/keywords.ts';
import { checkCall } from './calls.ts';
import type { TypeChecker } from './checker.ts';
import { checkGivenEvent } from './given.ts';
import { checkLiterals } from './literals.ts';
import type { Session } from './session.ts';

/** Properties that a group may set once. */
const SINGLE_PROPERTIES: ReadonlySet<string> = new Set([
  'Platform',
  'Timezone',
  'Capacity',
  'Purpose',
  'Nickname',
  'Founded',
  'Roster',
  'Sample',
]);

/** @param isCut whether the element contains a syntax error; what the error swallowed does not count as missing */
export function checkClauses(element: AstNode, isCut: boolean, checker: TypeChecker, session: Session): void {
  for (const node of flatten(element).nodes) {
    if (session.incomplete.has(node)) continue;
    if (!isCut) checkComplete(node as ast.GroupRulesAstType[keyof ast.GroupRulesAstType], session);
    checkOnce(node, session);
    checkLiterals(node, session);
    checkNode(node as ast.GroupRulesAstType[keyof ast.GroupRulesAstType], checker, session);
  }
}

function checkNode(
  node: ast.GroupRulesAstType[keyof ast.GroupRulesAstType],
  checker: TypeChecker,
  session: Session,
): void {
  switch (node.$type) {
    case 'Group':
      checkProperties(node, session);
      return;
    case 'Tier':
      if (node.condition !== undefined && node.otherwise) twice(node, 'otherwise', 'otherwise', session);
      checker.condition(node.condition, 'member');
      return;
    case 'Task':
      checker.condition(node.condition, 'member');
      return;
    case 'Risk':
    case 'HealthGoal':
    case 'CampaignGoal':
    case 'Stage':
      checker.condition(node.condition, 'group');
      return;
    case 'Category':
    case 'SignalPart':
      checker.event(node.$type === 'Category' ? node.condition : node.filter);
      return;
    case 'Metric':
      checker.metricUnit(node);
      return;
    case 'Ban':
      checker.bannedWords(node);
      return;
    case 'Call':
      checkCall(node, session);
      return;
    case 'GivenEvent':
      checkGivenEvent(node, session);
      return;
    default:
      return;
  }
}

function checkComplete(node: ast.GroupRulesAstType[keyof ast.GroupRulesAstType], session: Session): void {
  switch (node.$type) {
    case 'Tier':
      if (node.condition === undefined && !node.otherwise) missing(node, 'when', session);
      return;
    case 'Risk':
      if (node.condition === undefined) missing(node, 'when', session);
      return;
    case 'Field':
    case 'Intrinsic':
    case 'Subject':
      session.report('prelude-only', { node, property: 'name' }, { kind: kindName(node.$type) });
      return;
    case 'Signal':
      if (node.parts.length === 0)
        session.report('clause-missing', { node, property: 'name' }, { clause: '=', owner: words('signal') });
      return;
    default:
      return;
  }
}

function checkOnce(node: AstNode, session: Session): void {
  for (const [property, keyword] of ONCE.get(node.$type) ?? []) {
    const found = GrammarUtils.findNodesForProperty(node.$cstNode, property);
    if (found.length > 1) twice(node, property, keyword, session, 1);
  }
}

function checkProperties(group: ast.Group, session: Session): void {
  const seen = new Set<string>();
  for (const property of group.properties) {
    if (SINGLE_PROPERTIES.has(property.$type) && seen.has(property.$type)) {
      session.report(
        'clause-twice',
        { node: property },
        { clause: words(property.$type.toLowerCase()), owner: words('group') },
      );
    }
    seen.add(property.$type);
  }
}

function twice(node: AstNode, property: string, keyword: string, session: Session, index?: number): void {
  session.report(
    'clause-twice',
    { node, property, index },
    { clause: words(keyword), owner: words(node.$type.toLowerCase()) },
  );
}

function missing(node: AstNode, keyword: string, session: Session): void {
  session.report(
    'clause-missing',
    { node, property: 'name' },
    { clause: words(keyword), owner: words(node.$type.toLowerCase()) },
  );
}

function words(keyword: string): Bilingual {
  return { en: keyword, zh: keywordIn(keyword, 'zh') };
}
