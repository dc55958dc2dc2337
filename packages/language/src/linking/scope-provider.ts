/**
 * Decides which declarations a name may refer to at each place.
 *
 * - Names, aliases and (for categories) labels are interchangeable.
 * - In a condition over one event, a name is a field, or a value of the field it is compared with. Elsewhere it is a metric or an
 *   intrinsic quantity. Names that do not belong at a place still resolve, with the lowest priority, so that the checker can say so.
 */
import type {
  AstNode,
  AstNodeDescription,
  LangiumCoreServices,
  ReferenceInfo,
  Scope,
  ScopeProvider,
  Stream,
  URI,
} from 'langium';
import { EMPTY_SCOPE, stream } from 'langium';
import type * as ast from '../generated/ast.ts';
import { evaluationOf } from './evaluation.ts';
import type { FileKind, MemberKind, NameTable } from './symbols.ts';
import { documentOf, hostOf, SymbolTables } from './symbols.ts';

const MEMBERS: ReadonlySet<string> = new Set<MemberKind>(['Tier', 'Category', 'Health', 'Risk', 'Campaign', 'Stage']);

export class GroupScopeProvider implements ScopeProvider {
  readonly symbols = new SymbolTables();
  private readonly reflection: LangiumCoreServices['shared']['AstReflection'];
  private readonly locate: (node: AstNode) => string;

  constructor(services: LangiumCoreServices) {
    this.reflection = services.shared.AstReflection;
    this.locate = (node) => services.workspace.AstNodeLocator.getAstNodePath(node);
  }

  getScope(info: ReferenceInfo): Scope {
    const tables = this.tablesFor(info);
    return tables.length === 0 ? EMPTY_SCOPE : new TableScope(tables, this.locate);
  }

  /** Every name that a reference may use, in order of priority. May contain duplicates. */
  *namesFor(info: ReferenceInfo): Generator<string> {
    for (const table of this.tablesFor(info)) yield* table.keys();
  }

  /** Names of a kind that are visible at a node. */
  namesOf(node: AstNode, kind: FileKind): string[] {
    return this.tables(node, kind).flatMap((table) => [...table.keys()]);
  }

  private tablesFor(info: ReferenceInfo): readonly NameTable[] {
    const node = info.container;
    const type = this.reflection.getReferenceType(info);
    switch (type) {
      case 'RefTarget':
        return this.operandTables(node as ast.Ref);
      case 'ValueTarget':
        return this.comparedTables(node, fieldNamed((node as ast.SetValue).$container.left));
      case 'GivenTarget':
        return this.valueTables(node, (node as ast.GivenField).field?.$refText, ['Risk', 'Campaign']);
      case 'OnDuty':
        return [...this.tables(node, 'Role'), ...this.tables(node, 'Tool')];
      case 'Parameter':
        return this.parameterTables((node as ast.Argument).$container);
      case 'ArgumentTarget':
        return this.argumentTables(node);
      default:
        return this.tables(node, type as FileKind | MemberKind);
    }
  }

  private tables(node: AstNode, kind: FileKind | MemberKind): readonly NameTable[] {
    if (!MEMBERS.has(kind)) return this.symbols.fileTables(documentOf(node), kind as FileKind);
    const host = hostOf(node);
    const members = host ? [this.symbols.memberTable(host, kind as MemberKind)] : [];
    if (kind !== 'Category') return members;
    const shared = this.symbols.fileTables(documentOf(node), 'Category');
    if (host === undefined) return [...shared, ...this.symbols.categoryTables(documentOf(node))];
    const declared = [...members, ...shared];
    return [...declared, this.symbols.undeclaredCategories(host, declared)];
  }

  private parameterTables(call: ast.Call): NameTable[] {
    const action = call.action?.ref;
    return action === undefined ? [] : [this.symbols.parameterTable(action)];
  }

  private argumentTables(node: AstNode): NameTable[] {
    const kinds = ['Subject', 'Script', 'Role', 'Campaign', 'Tier', 'Risk', 'Lexicon', 'Category'] as const;
    return kinds.flatMap((kind) => this.tables(node, kind));
  }

  private operandTables(node: ast.Ref): NameTable[] {
    const measures = [...this.tables(node, 'Metric'), ...this.tables(node, 'Intrinsic')];
    const fields = this.tables(node, 'Field');
    const other = comparedField(node, (name) => this.field(node, name) !== undefined);
    const values = other === undefined ? [] : this.comparedTables(node, other);
    const rest = [
      ...this.tables(node, 'Category'),
      ...this.allValues(fields),
      ...this.tables(node, 'Role'),
      ...this.tables(node, 'Lexicon'),
    ];
    if (evaluationOf(node) !== 'event') return [...measures, ...values, ...fields, ...rest];
    return [...values, ...fields, ...measures, ...rest];
  }

  /** The values of a field: its closed set, or the names a topic can have. */
  private valueTables(node: AstNode, fieldName: string | undefined, topics: readonly MemberKind[] = []): NameTable[] {
    const field = fieldName === undefined ? undefined : this.field(node, fieldName);
    if (field === undefined) return [];
    if (field.values.length > 0) return [this.symbols.valueTable(field)];
    if (field.fieldType !== 'topic') return [];
    return [...this.tables(node, 'Category'), ...topics.flatMap((kind) => this.tables(node, kind))];
  }

  /** What a field may be compared with: its values, and for the role of a member the roles that the files declare. */
  private comparedTables(node: AstNode, fieldName: string | undefined): NameTable[] {
    const values = this.valueTables(node, fieldName);
    const field = fieldName === undefined ? undefined : this.field(node, fieldName);
    return field?.name === 'role' ? [...values, ...this.tables(node, 'Role')] : values;
  }

  /** The values of every field, for a name compared with something misspelt. */
  private allValues(fields: readonly NameTable[]): NameTable[] {
    return fields.flatMap((table) =>
      [...new Set(table.values())].map((field) => this.symbols.valueTable(field as ast.Field)),
    );
  }

  private field(node: AstNode, name: string): ast.Field | undefined {
    return this.symbols.findInFiles(documentOf(node), 'Field', name) as ast.Field | undefined;
  }
}

function fieldNamed(expression: ast.Expression | undefined): string | undefined {
  return expression?.$type === 'Ref' ? expression.target?.$refText : undefined;
}

/** For `staff` in `role == staff` (or `staff == role`): `role`. If both sides could be the field, the left one is. */
function comparedField(node: ast.Ref, isField: (name: string) => boolean): string | undefined {
  const parent: AstNode = node.$container;
  if (parent.$type !== 'Compare') return undefined;
  const compare = parent as ast.Compare;
  const left = fieldNamed(compare.left);
  const right = fieldNamed(compare.right);
  if (compare.right === node) return left !== undefined && isField(left) ? left : undefined;
  if (left !== undefined && isField(left)) return undefined;
  return right !== undefined && isField(right) ? right : undefined;
}

class TableScope implements Scope {
  private readonly tables: readonly NameTable[];
  private readonly locate: (node: AstNode) => string;

  constructor(tables: readonly NameTable[], locate: (node: AstNode) => string) {
    this.tables = tables;
    this.locate = locate;
  }

  getElement(name: string): AstNodeDescription | undefined {
    for (const table of this.tables) {
      const node = table.get(name);
      if (node) return new NodeDescription(node, name, this.locate);
    }
    return undefined;
  }

  getElements(name: string): Stream<AstNodeDescription> {
    const found = this.tables.flatMap((table) => table.get(name) ?? []);
    return stream(found.map((node) => new NodeDescription(node, name, this.locate)));
  }

  getAllElements(): Stream<AstNodeDescription> {
    const seen = new Set<string>();
    const all: AstNodeDescription[] = [];
    for (const table of this.tables) {
      for (const [name, node] of table) {
        if (seen.has(name)) continue;
        seen.add(name);
        all.push(new NodeDescription(node, name, this.locate));
      }
    }
    return stream(all);
  }
}

/** Computes its node's path lazily: resolving a name does not need it. */
class NodeDescription implements AstNodeDescription {
  readonly node: AstNode;
  readonly name: string;
  private readonly locate: (node: AstNode) => string;

  constructor(node: AstNode, name: string, locate: (node: AstNode) => string) {
    this.node = node;
    this.name = name;
    this.locate = locate;
  }

  get type(): string {
    return this.node.$type;
  }

  get documentUri(): URI {
    return documentOf(this.node).uri;
  }

  get path(): string {
    return this.locate(this.node);
  }
}
