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

/** Labels that a declaration's comment gives for the readers of one language. */
export interface Translations {
  en?: string;
  zh?: string;
}

/** A declaration's names: the identifier and, where one is given, the label that people read. */
export interface Named {
  name: string;
  label: string | null;
  /** From `@label en …` and `@label zh …`; absent where there is none. */
  translations?: Translations;
  range: SourceRange;
}

/** The label for readers of a language: the one written for them, else the one in the declaration; null where there is neither. */
export function labelFor(
  { label, translations }: Pick<Named, 'label' | 'translations'>,
  language: keyof Translations,
): string | null {
  return translations?.[language] ?? label;
}

/** Whether somebody who says this means it: its identifier, or one of its labels. */
export function isNamed({ name, label, translations }: Omit<Named, 'range'>, said: string): boolean {
  return [name, label, translations?.en, translations?.zh].includes(said);
}
