/** The comments with two stars: what people read when they point at a name. */
import type { AstNode } from 'langium';
import type { Locale } from '../diagnostics/diagnostic.ts';

/** What a declaration's comment says in each language; one that is not written is null. */
export type Documentation = Readonly<Record<Locale, string | null>>;

/** The two-star comment right before a declaration, or null where there is none. */
export function documentationOf(declaration: AstNode): Documentation | null {
  const cst = declaration.$cstNode;
  if (cst === undefined) return null;
  const before = cst.root.fullText.slice(0, cst.offset).trimEnd();
  if (!before.endsWith('*/')) return null;
  const start = before.lastIndexOf('/**');
  if (start < 0 || before.indexOf('*/', start) !== before.length - 2) return null;
  return readDocumentation(before.slice(start, before.length));
}

/** English up to `@zh`, Chinese after it. */
function readDocumentation(comment: string): Documentation {
  const lines = comment
    .replace(/^\/\*\*/, '')
    .replace(/\*\/$/, '')
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*\* ?/, '').trim());
  const text = lines.join('\n').trim();
  const [english = '', ...chinese] = text.split(/^@zh\s*/m);
  const orNull = (part: string): string | null => (part.trim() === '' ? null : part.trim());
  return { en: orNull(english), zh: orNull(chinese.join('\n')) };
}
