/** Where things stand in `.group` files, so that every result can point at the clause it came from. */

/** Half-open range in one source file. Lines and columns are 1-based; columns and offsets count UTF-16 units. */
export interface SourceRange {
  /** Index into {@link Policy.files}. */
  file: number;
  startOffset: number;
  endOffset: number;
  startLine: number;
  startColumn: number;
  endLine: number;
  endColumn: number;
}

/** One `.group` file that took part. `path` is relative to the entry file's folder, with `/`; the prelude is `prelude:prelude.group`. */
export interface SourceFile {
  path: string;
}

/** A declaration's names: the identifier and, where one is given, the label that people read. */
export interface Named {
  name: string;
  label: string | null;
  range: SourceRange;
}
