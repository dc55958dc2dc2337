/**
 * Finds the names that fit at the cursor: parses the unfinished clause with a stand-in for the name, puts it into the tree of its file
 * and asks the scopes that resolve every other name.
 */
import type { AstNode, AstNodeDescription, GrammarAST, ReferenceInfo } from 'langium';
import { AstUtils, GrammarAST as Grammar } from 'langium';
import type * as ast from '../../generated/ast.ts';
import { flatten } from '../../linking/link.ts';
import type { LoadedFile } from '../../workspace/load.ts';
import type { Workspace } from '../sync/workspace.ts';
import type { Cursor } from './cursor.ts';
import { DUMMY } from './cursor.ts';

export interface Candidate {
  description: AstNodeDescription;
  node: AstNode;
}

export class NameScopes {
  private readonly workspace: Workspace;
  private readonly place: AstNode | null;

  constructor(workspace: Workspace, file: LoadedFile, cursor: Cursor) {
    this.workspace = workspace;
    const { LangiumParser } = workspace.services.parser;
    const text = cursor.before + DUMMY;
    const piece = LangiumParser.parse<ast.Model>(text + closersOf(text, workspace)).value;
    transplant(piece, file.model);
    this.place = placeOf(piece, text.length);
  }

  /** The names that a feature of the grammar may refer to here, each once. */
  candidates(feature: GrammarAST.CrossReference): Candidate[] {
    const info = this.infoOf(feature);
    if (info === null) return [];
    const seen = new Set<AstNode>();
    return this.workspace.scopes
      .getScope(info)
      .getAllElements()
      .toArray()
      .flatMap((description) => {
        const { node } = description;
        if (node === undefined || seen.has(node)) return [];
        seen.add(node);
        return [{ description, node }];
      });
  }

  private infoOf(feature: GrammarAST.CrossReference): ReferenceInfo | null {
    const property = AstUtils.getContainerOfType(feature, Grammar.isAssignment)?.feature;
    if (property === undefined || this.place === null) return null;
    const wanted = feature.type.$refText;
    const reference = { $refText: '', ref: undefined };
    for (let node: AstNode | undefined = this.place; node !== undefined; node = node.$container) {
      const info = { container: node, property, reference };
      if (this.typeOf(info) === wanted) return info;
    }
    const type = ruleTypeOf(feature);
    const container = { $type: type, $container: this.place } as AstNode;
    const info = { container, property, reference };
    return this.typeOf(info) === wanted ? info : null;
  }

  private typeOf(info: ReferenceInfo): string | null {
    try {
      return this.workspace.services.shared.AstReflection.getReferenceType(info);
    } catch {
      // The property is not a reference of this node; an ancestor may have it.
      return null;
    }
  }
}

function ruleTypeOf(feature: GrammarAST.AbstractElement): string {
  const rule = AstUtils.getContainerOfType(feature, Grammar.isParserRule);
  return rule?.inferredType?.name ?? rule?.name ?? '';
}

/** The brackets needed to close what is open at the end of a text. */
function closersOf(text: string, workspace: Workspace): string {
  const open: string[] = [];
  for (const { image } of workspace.services.parser.Lexer.tokenize(text).tokens) {
    const closer = CLOSERS[image];
    if (closer !== undefined) open.push(closer);
    else if (image === open.at(-1)) open.pop();
  }
  return open.reverse().join(' ').replace(/^/, ' ');
}

const CLOSERS: Readonly<Record<string, string>> = { '{': '}', '(': ')', '[': ']' };

/** Moves the parts of a piece below the group and the file they are written in. */
function transplant(piece: ast.Model, model: ast.Model): void {
  for (const element of piece.elements) {
    const host = model.elements.find(
      (other) =>
        other.$type === element.$type &&
        'name' in other &&
        'name' in element &&
        other.name !== undefined &&
        other.name === element.name,
    );
    Object.assign(element, { $container: model });
    if (host === undefined || !('sections' in element)) continue;
    for (const section of element.sections) Object.assign(section, { $container: host });
  }
}

/** The node that holds the stand-in, or the last one before it if the parser did not get that far. */
function placeOf(piece: ast.Model, end: number): AstNode | null {
  const { nodes, uses } = flatten(piece);
  const use = uses.find(({ reference }) => reference.$refText === DUMMY);
  if (use !== undefined) return use.container;
  const before = nodes.filter(
    ({ $cstNode: cst }) => cst !== undefined && cst.offset < end && end - DUMMY.length <= cst.end + 1,
  );
  return before.at(-1) ?? piece;
}
