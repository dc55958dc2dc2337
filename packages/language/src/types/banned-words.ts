/** `ban "x"`: words instead of the name of a lexicon. */
import type { Fix } from '../diagnostics/diagnostic.ts';
import { replaceFix } from '../diagnostics/fixes.ts';
import { rangeOf, textAt } from '../diagnostics/place.ts';
import type * as ast from '../generated/ast.ts';
import { documentOf, type SymbolTables } from '../linking/symbols.ts';
import type { Session } from './session.ts';

export function reportBannedWords(ban: ast.Ban, session: Session, symbols: SymbolTables): void {
  const isChinese = /^[\u3400-\u9FFF]/.test(textAt({ node: ban }));
  const taken = new Set(symbols.fileTables(documentOf(ban), 'Lexicon').flatMap((table) => [...table.keys()]));
  const file = session.pathOf(ban);
  const meant = ban.words.length === 1 ? namedBy(ban.words[0] ?? '', ban, symbols) : null;
  const name = meant ?? unused(isChinese ? '禁用词' : 'Banned', taken);
  const words = ban.words.map((_, index) => textAt({ node: ban, property: 'words', index })).join(', ');
  const [keyword, declared] = isChinese ? ['禁用', '词库'] : ['ban', 'lexicon'];
  const declaration = meant === null ? `${declared} ${name} { ${words} }` : null;
  session.report(
    'syntax-error',
    { node: ban, property: 'words' },
    declaration === null
      ? {
          problem: {
            en: `A ban names its lexicon: \`${keyword} ${name}\`.`,
            zh: `“禁用”后面写词库的名字：\`${keyword} ${name}\`。`,
          },
        }
      : {
          problem: {
            en: `A ban names a lexicon. Declare one outside of the group, \`${declaration}\`, and write \`${keyword} ${name}\`.`,
            zh: `“禁用”后面写词库的名字。请在群的外面声明 \`${declaration}\`，再写 \`${keyword} ${name}\`。`,
          },
        },
    { fixes: [fixOf(ban, file, name, declaration)] },
  );
}

/** The lexicon that a text names, itself or by its label. */
function namedBy(text: string, ban: ast.Ban, symbols: SymbolTables): string | null {
  for (const table of symbols.fileTables(documentOf(ban), 'Lexicon')) {
    for (const lexicon of table.values()) {
      const { name, label } = lexicon as ast.Lexicon;
      if (name === text || label === text) return name;
    }
  }
  return null;
}

function unused(name: string, taken: ReadonlySet<string>): string {
  let candidate = name;
  for (let count = 2; taken.has(candidate); count++) candidate = `${name}${count}`;
  return candidate;
}

function fixOf(ban: ast.Ban, file: string, name: string, declaration: string | null): Fix {
  const first = rangeOf({ node: ban, property: 'words', index: 0 });
  const last = rangeOf({ node: ban, property: 'words', index: ban.words.length - 1 });
  const replaced = replaceFix(file, { startOffset: first.startOffset, endOffset: last.endOffset }, name);
  if (declaration === null) return replaced;
  // Before the group it would come between it and its comment.
  const { endOffset } = rangeOf({ node: ban.$container.$container });
  const added = { file, startOffset: endOffset, endOffset, newText: `\n\n${declaration}` };
  return { title: { en: `Declare \`${name}\``, zh: `声明 \`${name}\`` }, edits: [...replaced.edits, added] };
}
