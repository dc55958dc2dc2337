/** What a group or policy can declare and inherit, and when two members count as the same. */
import type * as ast from '../generated/ast.ts';
import type { Host } from '../linking/symbols.ts';

/** A declaration that another one may override. */
export type Member =
  | ast.Tier
  | ast.Category
  | ast.Mix
  | ast.Cap
  | ast.Ban
  | ast.Slot
  | ast.Health
  | ast.Risk
  | ast.Campaign
  | ast.Cadence
  | ast.Lifecycle
  | ast.Duty;

/** Members with a name of their own. Two with the same name in one place are an error; rules judge the others. */
const NAMED: ReadonlySet<Member['$type']> = new Set([
  'Tier',
  'Category',
  'Health',
  'Risk',
  'Campaign',
  'Cadence',
  'Lifecycle',
  'Duty',
]);

export function isNamed(member: Member): boolean {
  return NAMED.has(member.$type);
}

/** Members written in the host itself, in source order. */
export function ownMembers(host: Host): Member[] {
  return host.sections.flatMap((section): Member[] => (section.$type === 'Content' ? section.members : [section]));
}

/** Members with equal keys override each other. */
export function keyOf(member: Member): string {
  return `${member.$type}:${nameOf(member)}`;
}

/** What messages call the member. */
export function nameOf(member: Member): string {
  switch (member.$type) {
    case 'Mix':
      return `mix per ${member.period}`;
    case 'Cap':
      return `cap ${categoryName(member.category)} per ${member.period}`;
    case 'Ban':
      return `ban ${member.lexicon?.ref?.name ?? member.lexicon?.$refText}`;
    case 'Slot':
      return `slot "${member.label}"`;
    case 'Cadence':
      return 'cadence';
    case 'Lifecycle':
      return 'lifecycle';
    case 'Duty':
      return 'duty';
    default:
      return member.name;
  }
}

function categoryName(reference: ast.Cap['category'] | undefined): string {
  return reference?.ref?.name ?? reference?.$refText ?? '';
}
