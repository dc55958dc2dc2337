/** What a group or policy can declare and inherit, and by what two of a kind are the same. */
import type * as ast from '../generated/ast.ts';
import type { Host } from '../linking/symbols.ts';

/** A declaration that another may replace. */
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

/** Members with a name of their own: two of one name in one place are an error; of the others, rules judge. */
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

/** What is written in the host itself, in that order. */
export function ownMembers(host: Host): Member[] {
  return host.sections.flatMap((section): Member[] => (section.$type === 'Content' ? section.members : [section]));
}

/** Two members of equal keys are the same to `override`. */
export function keyOf(member: Member): string {
  return `${member.$type}:${nameOf(member)}`;
}

/** How a message calls the member. */
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
