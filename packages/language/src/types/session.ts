/** State that the passes after linking share: the sink, marks on broken clauses, and the file of each node. */

import type { Filling } from '@steward/text';
import type { AstNode, LangiumDocument } from 'langium';
import type { CATALOG, CoreCode } from '../diagnostics/catalog.ts';
import type { TextRange } from '../diagnostics/diagnostic.ts';
import type { Place } from '../diagnostics/place.ts';
import { rangeOf } from '../diagnostics/place.ts';
import type { Extras } from '../diagnostics/sink.ts';
import { DiagnosticSink } from '../diagnostics/sink.ts';
import { documentOf } from '../linking/symbols.ts';
import { lastRead } from '../parser/errors.ts';
import type { LoadedFile } from '../workspace/load.ts';
import { Taint } from './taint.ts';

export class Session {
  readonly taint = new Taint();
  /** Nodes that a syntax error cut short: properties may be missing although their types say otherwise. */
  readonly incomplete = new WeakSet<AstNode>();
  private current = new DiagnosticSink();
  private fileByDocument: ReadonlyMap<LangiumDocument, LoadedFile> = new Map();

  /** Starts a check of these files. */
  begin(files: readonly LoadedFile[]): void {
    this.fileByDocument = new Map(files.map((file) => [file.document, file]));
  }

  /** Sends everything that `work` reports to `sink`. */
  into(sink: DiagnosticSink, work: () => void): void {
    const before = this.current;
    this.current = sink;
    try {
      work();
    } finally {
      this.current = before;
    }
  }

  get sink(): DiagnosticSink {
    return this.current;
  }

  /** @throws for a node of a file that was not loaded, which is a bug of ours */
  fileOf(node: AstNode): LoadedFile {
    const file = this.fileByDocument.get(documentOf(node));
    if (file === undefined) throw new Error(`A ${node.$type} stands in no loaded file`);
    return file;
  }

  pathOf(node: AstNode): string {
    return this.fileOf(node).path;
  }

  /** Reports at a node or one of its properties, and marks the clause as broken. */
  report<Code extends CoreCode>(
    code: Code,
    place: Place,
    filling: Filling<(typeof CATALOG)[Code]['message']>,
    extras: Extras = {},
  ): void {
    this.taint.mark(place.node);
    const file = this.fileOf(place.node);
    const range = rangeOf(place);
    if (!this.isEcho(code, file, range)) this.sink.report(code, file.path, range, filling, extras);
  }

  /** Reports a problem that does not make the clause meaningless. */
  warn<Code extends CoreCode>(
    code: Code,
    place: Place,
    filling: Filling<(typeof CATALOG)[Code]['message']>,
    extras: Extras = {},
  ): void {
    this.sink.report(code, this.pathOf(place.node), rangeOf(place), filling, extras);
  }

  /** After a syntax error, the rest of its line has usually lost its meaning, so judgements about it are noise. */
  private isEcho(code: CoreCode, file: LoadedFile, range: TextRange): boolean {
    if (!JUDGEMENTS.has(code)) return false;
    const { parserErrors } = file.document.parseResult;
    return parserErrors.some((error) => lastRead(error).startLine === range.startLine);
  }
}

const JUDGEMENTS: ReadonlySet<CoreCode> = new Set([
  'not-a-condition',
  'not-a-quantity',
  'unit-mismatch',
  'wrong-scope',
  'window-misplaced',
  'field-misused',
  'argument-misfit',
] as const);
