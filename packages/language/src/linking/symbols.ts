/**
 * Hash tables from names to declarations: one per file and one per group or policy, built on first use.
 *
 * - A lookup takes constant time however many siblings there are (Langium's own scopes filter all of them for each name).
 * - The tables of a group include what it inherits, so they must be dropped when that changes: see {@link SymbolTables.forget}.
 */
import type { AstNode, LangiumDocument } from 'langium';
import { AstUtils } from 'langium';
import type * as ast from '../generated/ast.ts';
import { basesOf } from './inheritance.ts';
import { undeclaredCategories } from './undeclared-categories.ts';

/** Declarations inside a group or policy, which can be inherited. */
export type MemberKind = 'Tier' | 'Category' | 'Health' | 'Risk' | 'Campaign' | 'Stage';
/** Declarations at file level. */
export type FileKind =
  | 'Group'
  | 'Policy'
  | 'Lexicon'
  | 'Role'
  | 'Tool'
  | 'Script'
  | 'Metric'
  | 'Signal'
  | 'Field'
  | 'Intrinsic'
  | 'Subject'
  | 'Action'
  | 'Category';
export type Host = ast.Group | ast.Policy;
export type NameTable = ReadonlyMap<string, AstNode>;

/** The declarations of one file, by kind and then by name or alias. Of equal names, the first wins. */
interface FileSymbols {
  byKind: ReadonlyMap<string, NameTable>;
  /** The categories of all its groups and policies, for definitions outside of them. */
  categories: NameTable;
}

const EMPTY: NameTable = new Map();

/** Tables of one kind are merged if there are more than this. */
const MOST_TABLES = 8;

export class SymbolTables {
  private readonly files = new WeakMap<LangiumDocument, FileSymbols>();
  private readonly hosts = new WeakMap<Host, ReadonlyMap<string, NameTable>>();
  private readonly values = new WeakMap<ast.Field, NameTable>();
  private readonly visible = new WeakMap<LangiumDocument, readonly LangiumDocument[]>();
  private readonly undeclared = new WeakMap<Host, NameTable>();
  private readonly tables = new WeakMap<LangiumDocument, Map<string, readonly NameTable[]>>();

  /** Call when the host, anything it extends, or anything its names may refer to has changed. */
  forget(host: Host): void {
    this.hosts.delete(host);
    this.undeclared.delete(host);
  }

  /** Sets which files a file sees: itself, then its imports and theirs, and the prelude last. */
  setVisible(document: LangiumDocument, documents: readonly LangiumDocument[]): void {
    const before = this.visible.get(document) ?? [];
    if (before.length === documents.length && before.every((one, index) => one === documents[index])) return;
    this.visible.set(document, documents);
    this.tables.delete(document);
  }

  visibleFrom(document: LangiumDocument): readonly LangiumDocument[] {
    return this.visible.get(document) ?? [document];
  }

  /** Tables of a kind, nearest file first. */
  fileTables(from: LangiumDocument, kind: FileKind): readonly NameTable[] {
    return this.tablesFrom(from, kind, (document) => this.symbolsOf(document).byKind.get(kind));
  }

  /** Categories of every visible group and policy, nearest file first. */
  categoryTables(from: LangiumDocument): readonly NameTable[] {
    return this.tablesFrom(from, 'of groups', (document) => this.symbolsOf(document).categories);
  }

  findInFiles(from: LangiumDocument, kind: FileKind, name: string): AstNode | undefined {
    for (const table of this.fileTables(from, kind)) {
      const found = table.get(name);
      if (found) return found;
    }
    return undefined;
  }

  /** Cached while a file sees the same files, and merged if there are many tables: every lookup of a name needs them. */
  private tablesFrom(
    from: LangiumDocument,
    kind: string,
    tableOf: (document: LangiumDocument) => NameTable | undefined,
  ): readonly NameTable[] {
    const known = this.tables.get(from) ?? new Map<string, readonly NameTable[]>();
    this.tables.set(from, known);
    const kept = known.get(kind);
    if (kept !== undefined) return kept;
    const tables = this.visibleFrom(from).flatMap((document) => tableOf(document) ?? []);
    const found = tables.length > MOST_TABLES ? [joined(tables)] : tables;
    known.set(kind, found);
    return found;
  }

  /** Members that a group or policy declares or inherits. */
  memberTable(host: Host, kind: MemberKind): NameTable {
    let tables = this.hosts.get(host);
    if (tables === undefined) {
      const members = new Map<string, Map<string, AstNode>>();
      collectMembers(host, members, new Set());
      tables = members;
      this.hosts.set(host, tables);
    }
    return tables.get(kind) ?? EMPTY;
  }

  /**
   * Categories that only the mixes of a group (or of its bases) name. They contain the messages that the log labels with them.
   * Excludes names that nearly match a declared one, which are more likely misspelt.
   */
  undeclaredCategories(host: Host, declared: readonly NameTable[]): NameTable {
    let table = this.undeclared.get(host);
    if (table === undefined) {
      table = undeclaredCategories(host, declared);
      this.undeclared.set(host, table);
    }
    return table;
  }

  parameterTable(action: ast.Action): NameTable {
    const names = new Map<string, AstNode>();
    for (const parameter of action.parameters) addNames(names, parameter, [parameter.name, parameter.alias]);
    return names;
  }

  valueTable(field: ast.Field): NameTable {
    let table = this.values.get(field);
    if (table === undefined) {
      const names = new Map<string, AstNode>();
      for (const value of field.values) addNames(names, value, [value.name, value.alias]);
      table = names;
      this.values.set(field, table);
    }
    return table;
  }

  private symbolsOf(document: LangiumDocument): FileSymbols {
    let symbols = this.files.get(document);
    if (symbols === undefined) {
      symbols = fileSymbols(document.parseResult.value as ast.Model);
      this.files.set(document, symbols);
    }
    return symbols;
  }
}

/** If several tables hold a name, the first wins. */
function joined(tables: readonly NameTable[]): NameTable {
  const names = new Map<string, AstNode>();
  for (const table of tables) for (const [name, node] of table) if (!names.has(name)) names.set(name, node);
  return names;
}

function fileSymbols(model: ast.Model): FileSymbols {
  const byKind = new Map<string, Map<string, AstNode>>();
  const categories = new Map<string, AstNode>();
  for (const element of model.elements) {
    if (element.$type === 'Scenario') continue;
    const table = byKind.get(element.$type) ?? new Map<string, AstNode>();
    byKind.set(element.$type, table);
    addNames(table, element, [element.name, 'alias' in element ? element.alias : undefined]);
    if (element.$type === 'Category') addNames(table, element, [element.label]);
    if (element.$type !== 'Group' && element.$type !== 'Policy') continue;
    for (const category of categoriesOf(element)) addNames(categories, category, [category.name]);
    for (const category of categoriesOf(element)) addNames(categories, category, [category.label]);
  }
  return { byKind, categories };
}

function categoriesOf(host: Host): ast.Category[] {
  return host.sections
    .filter((section) => section.$type === 'Content')
    .flatMap((content) => content.members)
    .filter((member) => member.$type === 'Category');
}

function addNames(table: Map<string, AstNode>, node: AstNode, names: readonly (string | undefined)[]): void {
  for (const name of names) {
    if (name !== undefined && !table.has(name)) table.set(name, node);
  }
}

/** Own members first, then those of the bases from last to first: later ones override earlier ones. */
function collectMembers(host: Host, tables: Map<string, Map<string, AstNode>>, seen: Set<Host>): void {
  if (seen.has(host)) return;
  seen.add(host);
  const add = (kind: MemberKind, node: AstNode, names: readonly (string | undefined)[]): void => {
    const table = tables.get(kind) ?? new Map<string, AstNode>();
    tables.set(kind, table);
    addNames(table, node, names);
  };
  for (const section of host.sections) {
    switch (section.$type) {
      case 'Tier':
      case 'Health':
      case 'Risk':
      case 'Campaign':
        add(section.$type, section, [section.name]);
        break;
      case 'Lifecycle':
        for (const stage of section.stages) add('Stage', stage, [stage.name]);
        break;
      default:
        break;
    }
  }
  for (const category of categoriesOf(host)) add('Category', category, [category.name]);
  for (const base of basesOf(host).toReversed()) collectMembers(base, tables, seen);
  for (const category of categoriesOf(host)) add('Category', category, [category.label]);
}

/** The group or policy around a node, or the group that its scenario tests. */
export function hostOf(node: AstNode): Host | undefined {
  let current: AstNode | undefined = node;
  while (current) {
    if (current.$type === 'Group' || current.$type === 'Policy') return current as Host;
    if (current.$type === 'Scenario') return (current as ast.Scenario).group?.ref;
    current = current.$container;
  }
  return undefined;
}

export function documentOf(node: AstNode): LangiumDocument {
  return AstUtils.getDocument(node);
}
