import type { AstNode } from 'langium';
import { expect, test, vi } from 'vitest';
import { flatten } from '../linking/link.ts';
import { createGroupServices } from '../services.ts';
import { memoryFileSystem } from './file-system.ts';
import { Loader } from './load.ts';

const services = createGroupServices();
const { LangiumParser } = services.group.parser;

/** Every node and every fault with its position. */
function picture(loader: Loader, text: string): object {
  const { files } = loader.load(['a.group'], memoryFileSystem({ 'a.group': text }));
  const [file] = files;
  if (file === undefined) throw new Error('It was not loaded');
  const { parserErrors, lexerReport } = file.document.parseResult;
  return {
    nodes: flatten(file.model).nodes.map(place),
    uses: flatten(file.model).uses.map(({ reference }) => `${reference.$refText} ${reference.$refNode?.offset}`),
    parents: file.model.elements.map(({ $container, $containerIndex }) => [$container === file.model, $containerIndex]),
    errors: parserErrors.map(({ message, token }) => [message, token.startOffset, token.startLine]),
    slips: lexerReport?.diagnostics.map(({ message, offset, line, column }) => [message, offset, line, column]),
  };
}

function place({ $type, $cstNode: cst }: AstNode): unknown[] {
  return [$type, cst?.offset, cst?.end, cst?.range, cst?.text];
}

/** Reparses an edited text, and counts how often the whole text was parsed for that. */
function edited(before: string, after: string): { again: object; fresh: object; wholes: number } {
  const loader = new Loader(services);
  picture(loader, before);
  const parse = vi.spyOn(LangiumParser, 'parse');
  const again = picture(loader, after);
  const wholes = parse.mock.calls.filter(([input]) => input === after).length;
  parse.mockRestore();
  return { again, wholes, fresh: picture(new Loader(services), after) };
}

const TEXT = `/** First. */
policy A {
  risk R { when messages > 1 do warn(sender) }
}

// Second.
policy B { risk S { when idle > 3d } }
metric m = messages in 7d
policy C {
  risk T { when complaints > 3 }
}
`;

test.each([
  ['a number', TEXT.replace('> 1', '> 12')],
  ['a line more', TEXT.replace('policy B {', 'policy B {\n')],
  ['a word that is none', TEXT.replace('when idle', 'whn idle')],
  ['a slip', TEXT.replace('3d', '3days')],
  ['a declaration more', TEXT.replace('// Second.', 'policy New { }\n// Second.')],
  ['a declaration less', TEXT.replace('policy B { risk S { when idle > 3d } }\n', '')],
  ['the last one', TEXT.replace('complaints > 3', 'complaints >')],
  ['the comment before one', TEXT.replace('First', 'The first')],
])('only the changed part is parsed: %s', (_, after) => {
  const { again, fresh, wholes } = edited(TEXT, after);
  expect(again).toEqual(fresh);
  expect(wholes).toBe(0);
});

test.each([
  ['a brace less', TEXT.replace('sender) }\n}', 'sender) }')],
  ['a comment that is not closed', TEXT.replace('// Second', '/* Second')],
  ['a text that is not closed', `${TEXT}policy D { }\n`.replace('// Second.', 'script X """')],
  ['an import', TEXT.replace('policy B', 'import "./b.group"\npolicy B')],
  ['nothing left', ''],
])('a change that may reach further parses the whole text: %s', (_, after) => {
  const { again, fresh } = edited(TEXT, after);
  expect(again).toEqual(fresh);
});
