/**
 * Finds the place of a Policy value in a file.
 *
 * A value knows the range of its clause. A name, number or keyword inside it is looked up in the syntax tree, so that a finding underlines
 * just the word it is about.
 */

import type { SourceRange } from '@steward/policy';
import type { Bilingual } from '@steward/text';
import type { AstNode } from 'langium';
import { CstUtils, GrammarUtils } from 'langium';
import type { Fix, Proposal, TextEdit, TextRange } from '../../diagnostics/diagnostic.ts';
import { rangeOfCst } from '../../diagnostics/place.ts';
import type * as ast from '../../generated/ast.ts';
import { flatten } from '../../linking/link.ts';
import type { LoadedFile } from '../../workspace/load.ts';
import type { Finding } from '../registry.ts';
import type { Place, PolicyEdit, PolicyFinding, PolicyFix, PolicyProposal } from './finding.ts';

type NodesByRange = ReadonlyMap<string, AstNode>;

const INDEXES = new WeakMap<ast.Element, NodesByRange>();

/** Locates Policy values in `files`, which must be in the order of `policy.files`. */
export class Locator {
  private readonly files: readonly LoadedFile[];

  constructor(files: readonly LoadedFile[]) {
    this.files = files;
  }

  finding({ message, subject, severity, fixes, proposals, ...place }: PolicyFinding): Finding {
    return {
      file: this.fileOf(place).path,
      range: this.rangeOf(place),
      message,
      ...(subject === undefined ? {} : { subject }),
      ...(severity === undefined ? {} : { severity }),
      fixes: (fixes ?? []).map((fix): Fix => this.fix(fix)),
      ...(proposals === undefined ? {} : { proposals: once(() => this.proposals(proposals())) }),
    };
  }

  private fix({ title, edits }: PolicyFix): Fix {
    return { title, edits: edits.map((edit) => this.edit(edit)) };
  }

  private proposals(proposals: readonly PolicyProposal[]): Proposal[] {
    return proposals.flatMap((proposal) =>
      proposal.edits.some((edit) => this.tearsComment(edit)) ? [] : [{ kind: proposal.kind, ...this.fix(proposal) }],
    );
  }

  /** A comment belongs to what follows it, but text that moves leaves its comment behind. */
  private tearsComment(edit: PolicyEdit): boolean {
    if (typeof edit.newText === 'string' || !('textOf' in edit.newText)) return false;
    const file = this.fileOf(edit);
    const before = file.text.slice(0, edit.at.range.startOffset).trimEnd();
    return before.endsWith('*/') || (before.split('\n').at(-1) ?? '').includes('//');
  }

  private fileOf({ at }: Place): LoadedFile {
    const file = this.files[at.range.file];
    if (file === undefined) throw new RangeError(`The Policy has no file ${at.range.file}`);
    return file;
  }

  private rangeOf(place: Place): TextRange {
    const { at, part } = place;
    const node = nodeAt(this.fileOf(place), at.range);
    if (node === undefined || part === 'whole') return withoutFile(at.range);
    return partOf(node, part ?? 'name') ?? withoutFile(at.range);
  }

  private newText({ newText }: PolicyEdit, file: LoadedFile): string {
    if (typeof newText === 'string') return newText;
    if (!('textOf' in newText)) return textFor(file, newText);
    const { startOffset, endOffset } = newText.textOf.range;
    return this.fileOf({ at: newText.textOf }).text.slice(startOffset, endOffset);
  }

  private edit(edit: PolicyEdit): TextEdit {
    const file = this.fileOf(edit);
    const newText = this.newText(edit, file);
    const side = edit.side ?? 'replace';
    if (side === 'end') {
      const end = file.text.length;
      const gap = file.text.endsWith('\n') ? '\n' : '\n\n';
      return { file: file.path, startOffset: end, endOffset: end, newText: `${gap}${newText}` };
    }
    const isWhole = side === 'inside' || (edit.part === undefined && side !== 'replace');
    const { startOffset, endOffset } = this.rangeOf(isWhole ? { at: edit.at, part: 'whole' } : edit);
    switch (side) {
      case 'replace':
        return { file: file.path, startOffset, endOffset, newText };
      case 'before':
        return { file: file.path, startOffset, endOffset: startOffset, newText };
      case 'after':
        return { file: file.path, startOffset: endOffset, endOffset, newText };
      case 'inside': {
        const brace = file.text.lastIndexOf('}', endOffset - 1);
        return { file: file.path, startOffset: brace, endOffset: brace, newText };
      }
    }
  }
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function withoutFile({ startOffset, endOffset, startLine, startColumn, endLine, endColumn }: SourceRange): TextRange {
  return { startOffset, endOffset, startLine, startColumn, endLine, endColumn };
}

/** The outermost node with exactly this range. */
function nodeAt(file: LoadedFile, { startOffset, endOffset }: SourceRange): AstNode | undefined {
  const element = elementAt(file.model.elements, startOffset);
  if (element === undefined) return undefined;
  let index = INDEXES.get(element);
  if (index === undefined) {
    index = indexOf(element);
    INDEXES.set(element, index);
  }
  const start = element.$cstNode?.offset ?? 0;
  return index.get(`${startOffset - start}:${endOffset - start}`);
}

/** The last declaration that begins at or before the offset. */
function elementAt(elements: readonly ast.Element[], offset: number): ast.Element | undefined {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((elements[middle]?.$cstNode?.offset ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return elements[low - 1];
}

/** Keyed by position within the declaration, which may move as a whole. */
function indexOf(element: ast.Element): NodesByRange {
  const index = new Map<string, AstNode>();
  const start = element.$cstNode?.offset ?? 0;
  for (const node of flatten(element).nodes) {
    if (node.$cstNode === undefined) continue;
    const key = `${node.$cstNode.offset - start}:${node.$cstNode.end - start}`;
    if (!index.has(key)) index.set(key, node);
  }
  return index;
}

/** A property, a keyword, a group property by its keyword, or the enclosing block; undefined if there is none. */
function partOf(node: AstNode, part: string): TextRange | undefined {
  if (part === 'block') {
    const first = node.$container?.$cstNode;
    const leaf = first === undefined ? undefined : CstUtils.flattenCst(first).head();
    return leaf === undefined ? undefined : rangeOfCst(leaf);
  }
  if (part === 'window') return windowAround(node);
  const cst = GrammarUtils.findNodeForProperty(node.$cstNode, part) ?? keywordOf(node, part) ?? propertyOf(node, part);
  return cst === undefined ? undefined : rangeOfCst(cst);
}

/** The `7d` of `(a + b) in 7d`, given any measure inside. */
function windowAround(node: AstNode): TextRange | undefined {
  for (let current: AstNode | undefined = node; current !== undefined; current = current.$container) {
    const window = GrammarUtils.findNodeForProperty(current.$cstNode, 'window');
    if (window !== undefined) return rangeOfCst(window);
    if (!MEASURES.has(current.$type)) return undefined;
  }
  return undefined;
}

/** Nodes that a window can apply to. */
const MEASURES: ReadonlySet<string> = new Set(['Ref', 'Aggregate', 'Arithmetic', 'Windowed']);

function keywordOf(node: AstNode, keyword: string): ReturnType<typeof GrammarUtils.findNodeForProperty> {
  return GrammarUtils.findNodeForKeyword(node.$cstNode, keyword);
}

/** The `500` in a group's `capacity 500`. */
function propertyOf(node: AstNode, name: string): ReturnType<typeof GrammarUtils.findNodeForProperty> {
  if (node.$type !== 'Group') return undefined;
  const property = (node as ast.Group).properties.find(({ $type }) => $type.toLowerCase() === name);
  for (const value of ['value', 'path', 'at', 'globs']) {
    const found = GrammarUtils.findNodeForProperty(property?.$cstNode, value);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Chooses the language of the file's first keyword for a new clause. */
function textFor(file: LoadedFile, text: Bilingual): string {
  const first = file.model.$cstNode === undefined ? undefined : CstUtils.flattenCst(file.model.$cstNode).head();
  return first !== undefined && /^[\u3400-\u9FFF]/.test(first.text) ? text.zh : text.en;
}
