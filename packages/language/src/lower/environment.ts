/** The context of lowering: source positions, broken nodes, and the group that a clause is lowered for. */
import type { Policy, SourceRange, Window } from '@steward/policy';
import type { AstNode, LangiumDocument } from 'langium';
import type { Composer } from '../compose/compose.ts';
import type { Place } from '../diagnostics/place.ts';
import { rangeOf } from '../diagnostics/place.ts';
import type * as ast from '../generated/ast.ts';
import { documentOf } from '../linking/symbols.ts';
import { isUndeclared } from '../linking/undeclared-categories.ts';
import type { TypeChecker } from '../types/checker.ts';
import type { Taint } from '../types/taint.ts';
import type { LoadedFile } from '../workspace/load.ts';
import { folderOf, relativePath, resolvePath } from '../workspace/paths.ts';

export class LowerContext {
  readonly files: readonly LoadedFile[];
  readonly taint: Taint;
  readonly checker: TypeChecker;
  readonly composer: Composer;
  readonly wordsOf: (lexicon: ast.Lexicon) => readonly string[];
  private readonly indexes: ReadonlyMap<LangiumDocument, number>;

  constructor(parts: Pick<LowerContext, 'files' | 'taint' | 'checker' | 'composer' | 'wordsOf'>) {
    this.files = parts.files;
    this.taint = parts.taint;
    this.checker = parts.checker;
    this.composer = parts.composer;
    this.wordsOf = parts.wordsOf;
    this.indexes = new Map(parts.files.map((file, index) => [file.document, index]));
  }

  range(node: AstNode, property?: string): SourceRange {
    const place: Place = { node, property };
    return { file: this.indexes.get(documentOf(node)) ?? 0, ...rangeOf(place) };
  }

  /** Resolves a path written in the file of `node` and makes it relative to the entry file's folder. */
  path(node: AstNode, written: string): string {
    const file = this.files[this.indexes.get(documentOf(node)) ?? 0];
    const folder = folderOf(file?.path ?? '.');
    const entryFolder = folderOf(this.files[0]?.path ?? '.');
    return relativePath(entryFolder, resolvePath(folder, written));
  }

  /** Whether the node exists and nothing inside it is broken. Errors before it do not matter. */
  sound<T extends AstNode>(node: T | undefined): node is T {
    return node !== undefined && !this.taint.has(node);
  }

  get sourceFiles(): Policy['files'] {
    const entryFolder = folderOf(this.files[0]?.path ?? '.');
    return this.files.map((file) => ({
      path: file.path.startsWith('prelude:') ? file.path : relativePath(entryFolder, file.path),
    }));
  }
}

/** The categories of a group, as its clauses refer to them. */
export class GroupCategories {
  private readonly own: ReadonlyMap<string, ast.Category>;
  /** File-level and undeclared categories that a clause of the group refers to, one per name. */
  readonly adopted = new Map<string, ast.Category>();

  constructor(own: readonly ast.Category[]) {
    this.own = new Map(own.map((category) => [category.name, category]));
  }

  /** Returns the group's own category of that name; otherwise adopts the given one, which is file-level or only named by a mix. */
  resolve(category: ast.Category): ast.Category {
    const own = this.own.get(category.name);
    if (own) return own;
    const known = this.adopted.get(category.name);
    if (known && !isUndeclared(known)) return known;
    if (category.$container.$type === 'Model' || isUndeclared(category)) this.adopted.set(category.name, category);
    return category;
  }
}

/** Where a measure is used. */
export interface Environment {
  context: LowerContext;
  scope: 'member' | 'group';
  window: Window;
  categories: GroupCategories;
}
