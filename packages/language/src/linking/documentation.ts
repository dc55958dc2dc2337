/** Doc comments, which editors show on hover. */
import type { Translations } from '@steward/policy';
import type { Locale } from '@steward/text';
import type { AstNode } from 'langium';

/** A declaration's doc comment by language; null if it has none. */
export type Documentation = Readonly<Record<Locale, string | null>>;

/** The doc comment right before a declaration, without its labels, or null if there is none. */
export function documentationOf(declaration: AstNode): Documentation | null {
  const text = textBefore(declaration);
  return text === null ? null : readDocumentation(text.replace(LABELS, ''));
}

/** Labels that the doc comment gives per language (`@label en Core members`); empty if none. */
export function labelsOf(declaration: AstNode): Translations {
  const text = textBefore(declaration) ?? '';
  return Object.fromEntries([...text.matchAll(LABELS)].map(([, language, label]) => [language, label?.trim()]));
}

/** The label for a language: from the doc comment, else from the declaration. */
export function labelIn(declaration: AstNode & { label?: string }, language: Locale): string | undefined {
  return labelsOf(declaration)[language] ?? declaration.label;
}

/** Up to the end of the line, or to the next tag. */
const LABELS = /(?<!\S)@label[ \t]+(en|zh)[ \t]+(\S.*?)(?=\s@(?:label|zh)\s|$)/gm;
const CHINESE = /(?<!\S)@zh(?:\s+|$)/;

/** The comment's text without its markers, or null if there is no comment. */
function textBefore(declaration: AstNode): string | null {
  const comment = commentBefore(declaration);
  if (comment === null) return null;
  const lines = comment
    .slice('/**'.length, -'*/'.length)
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*\* ?/, '').trim());
  return lines.join('\n');
}

/** With its markers. */
function commentBefore({ $cstNode: cst }: AstNode): string | null {
  if (cst === undefined) return null;
  const before = cst.root.fullText.slice(0, cst.offset).trimEnd();
  if (!before.endsWith('*/')) return null;
  const end = before.length - '*/'.length;
  const start = startOfDocumentation(before, end);
  return start === null ? null : before.slice(start);
}

/** Searches back only as far as the comment reaches; otherwise many comments would take quadratic time. */
function startOfDocumentation(text: string, end: number): number | null {
  let later = end;
  while (later > 0) {
    const start = text.lastIndexOf('/*', later - 1);
    if (start < 0 || text.slice(start + 2, later).includes('*/')) return null;
    if (text.startsWith('/**', start) && start + 3 <= end) return start;
    later = start;
  }
  return null;
}

/** English up to `@zh`, Chinese after it. Returns null if both are empty. */
function readDocumentation(text: string): Documentation | null {
  const [english = '', ...chinese] = text.split(CHINESE).map((part) => part.trim());
  const orNull = (part: string): string | null => (part === '' ? null : part);
  const documentation = { en: orNull(english), zh: orNull(chinese.join('\n')) };
  return documentation.en === null && documentation.zh === null ? null : documentation;
}
