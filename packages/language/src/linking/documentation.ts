/** The comments with two stars: what people read when they point at a name. */
import type { Translations } from '@steward/policy';
import type { Locale } from '@steward/text';
import type { AstNode } from 'langium';

/** What a declaration's comment says in each language; one that is not written is null. */
export type Documentation = Readonly<Record<Locale, string | null>>;

/** The two-star comment right before a declaration, without its labels, or null where there is none. */
export function documentationOf(declaration: AstNode): Documentation | null {
  const text = textBefore(declaration);
  return text === null ? null : readDocumentation(text.replace(LABELS, ''));
}

/** The labels that its comment gives for the readers of a language, `@label en Core members`; empty where there is none. */
export function labelsOf(declaration: AstNode): Translations {
  const text = textBefore(declaration) ?? '';
  return Object.fromEntries([...text.matchAll(LABELS)].map(([, language, label]) => [language, label?.trim()]));
}

/** The label for readers of a language: from the comment, else the one in the declaration. */
export function labelIn(declaration: AstNode & { label?: string }, language: Locale): string | undefined {
  return labelsOf(declaration)[language] ?? declaration.label;
}

/** To the end of its line, or to the next tag. */
const LABELS = /(?<!\S)@label[ \t]+(en|zh)[ \t]+(\S.*?)(?=\s@(?:label|zh)\s|$)/gm;
const CHINESE = /(?<!\S)@zh(?:\s+|$)/;

/** What the comment says, without its marks; null where there is no comment. */
function textBefore(declaration: AstNode): string | null {
  const comment = commentBefore(declaration);
  if (comment === null) return null;
  const lines = comment
    .slice('/**'.length, -'*/'.length)
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*\* ?/, '').trim());
  return lines.join('\n');
}

/** With its marks. */
function commentBefore({ $cstNode: cst }: AstNode): string | null {
  if (cst === undefined) return null;
  const before = cst.root.fullText.slice(0, cst.offset).trimEnd();
  if (!before.endsWith('*/')) return null;
  const end = before.length - '*/'.length;
  const start = startOfDocumentation(before, end);
  return start === null ? null : before.slice(start);
}

/** Looks no further back than the comment reaches, or many comments would cost the square of their number. */
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

/** English up to `@zh`, Chinese after it; null where nothing is told. */
function readDocumentation(text: string): Documentation | null {
  const [english = '', ...chinese] = text.split(CHINESE).map((part) => part.trim());
  const orNull = (part: string): string | null => (part === '' ? null : part);
  const documentation = { en: orNull(english), zh: orNull(chinese.join('\n')) };
  return documentation.en === null && documentation.zh === null ? null : documentation;
}
