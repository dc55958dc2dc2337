/** Source positions in `.group` files, so that every result can point at its clause. */

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

/** Labels per language, from a declaration's comment. */
export interface Translations {
  en?: string;
  zh?: string;
}

/** A declaration's identifier and its optional label for readers. */
export interface Named {
  name: string;
  label: string | null;
  /** From `@label en …` and `@label zh …`; absent without them. */
  translations?: Translations;
  range: SourceRange;
}

/** The label for a language: its translation, else the declaration's own label, else null. */
export function labelFor(
  { label, translations }: Pick<Named, 'label' | 'translations'>,
  language: keyof Translations,
): string | null {
  return translations?.[language] ?? label;
}

/** Whether the text names the declaration, by identifier or by any label. */
export function isNamed({ name, label, translations }: Omit<Named, 'range'>, said: string): boolean {
  return [name, label, translations?.en, translations?.zh].includes(said);
}
