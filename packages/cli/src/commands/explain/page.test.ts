import { PLAIN } from '@steward/report';
import { expect, test } from 'vitest';
import { languagePart, paintPage } from './page.ts';

const PAGE = `# \`ban-twice\`

## English

Twice. **Why.** Because.

\`\`\`group
ban X do warn
\`\`\`

## 中文

写了两次。
`;
const stream = {
  terminal: false,
  width: 80,
  palette: { ...PLAIN, bold: (text: string) => `*${text}*` },
  write: async () => {},
  json: async () => {},
  xml: async () => {},
  exact: async () => {},
  line: async () => {},
};

test('shows the part of the page in the reader’s language', () => {
  expect(languagePart(PAGE, 'zh')).toBe('# `ban-twice`\n\n写了两次。\n');
  expect(languagePart(PAGE, 'en')).not.toContain('写了');
  expect(languagePart('# x\nNo parts.\n', 'zh')).toBe('# x\nNo parts.\n');
});

test('headings and emphasis are coloured, code is indented, fences are removed', () => {
  expect(paintPage(languagePart(PAGE, 'en'), stream)).toBe(
    '*ban-twice*\n\nTwice. *Why.* Because.\n\n    ban X do warn\n\n',
  );
});
