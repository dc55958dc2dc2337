import { expect, test } from 'vitest';
import { checkWorkspace } from '../check.ts';
import { type FileContent, memoryFileSystem } from '../workspace/file-system.ts';

const RULES = 'group G : service { match "*" tier All { otherwise } content { ban Bad do warn(sender) } }\n';

function found(lexicon: string, list = ''): { en: string; zh: string; fixed: string | null }[] {
  const text = `lexicon Bad { ${lexicon} }\n${RULES}`;
  const { diagnostics } = checkWorkspace(['a.group'], memoryFileSystem({ 'a.group': text, 'words.txt': list }), {
    rules: [],
  });
  return diagnostics.map(({ message, fixes }) => {
    const edit = fixes[0]?.edits[0];
    const fixed =
      edit === undefined ? null : text.slice(0, edit.startOffset) + edit.newText + text.slice(edit.endOffset);
    return { ...message, fixed: fixed === null ? null : (fixed.split('\n')[0] ?? '') };
  });
}

test('a word from a file is reported with its file and line, and only the first of many alike', () => {
  expect(found('from "./words.txt"', '# 说明\n代购\t1\n返现\t2\n赌博\t3\n')).toEqual([
    {
      en: './words.txt:2: `代购⇥1` contains a tab, which messages never do. If the rest is another column, remove it: `代购`. 2 more lines have the same problem.',
      zh: './words.txt:2：`代购⇥1` 中间有制表符，消息里不会出现。如果后面是别的列，请去掉，只留 `代购`。这样的还有 2 行。',
      fixed: null,
    },
  ]);
});

test('the fix splits words in the braces', () => {
  const [odd, ...others] = found('"代购,返现", "赌博"');
  expect(others).toEqual([]);
  expect(odd?.en).toBe(
    '`代购,返现` is several words in one, so it matches only texts that contain all of them with the same separators. Write each word separately.',
  );
  expect(odd?.fixed).toBe('lexicon Bad { "代购", "返现", "赌博" }');
  expect(found('"代购", "返现", "赌博"')).toEqual([]);
});

test('the fix removes an invisible character', () => {
  expect(found('"代购\u200B"').map(({ fixed }) => fixed)).toEqual(['lexicon Bad { "代购" }']);
});

test('a list in UTF-16 is read, one in an unknown encoding is rejected', () => {
  const text = `lexicon Bad { from "./words.txt" }\n${RULES}`;
  const check = (content: FileContent) =>
    checkWorkspace(
      ['a.group'],
      { read: (path) => (path === 'a.group' ? { kind: 'text', text } : content), look: () => ({ kind: 'file' }) },
      { rules: [] },
    );
  const reason = { en: 'it is not UTF-8.', zh: '它不是 UTF-8 编码。' };
  const read = check({ kind: 'unreadable', reason, utf16: '\uFEFF代购\r\n返现' });
  expect(read.diagnostics).toEqual([]);
  expect(read.policy?.lexicons[0]?.words).toEqual(['代购', '返现']);
  expect(check({ kind: 'unreadable', reason }).diagnostics.map(({ code }) => code)).toEqual(['file-unreadable']);
});

test('a lexicon with an odd word keeps its meaning', () => {
  const text = `lexicon Bad { "代购,返现" "赌博" }\n${RULES}`;
  const { policy } = checkWorkspace(['a.group'], memoryFileSystem({ 'a.group': text }), { rules: [] });
  expect(policy?.lexicons[0]?.words).toEqual(['代购,返现', '赌博']);
});
