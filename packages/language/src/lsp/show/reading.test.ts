import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeLens,
  ColorInformation,
  ColorPresentation,
  CompletionList,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  InlayHint,
  SelectionRange,
  SemanticTokens,
  SignatureHelp,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver';
import { Client } from '../testing/client.ts';
import { LEGEND } from './semantic-tokens.ts';

const WHOLE = { range: { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } } };

describe('symbols', () => {
  const text =
    'group G "群" : service {\n  tier T "甲" { otherwise }\n  content { category ad when text contains "x" }\n}\nscenario "s" for G { }';

  test('of a document, nested', async () => {
    const client = await Client.start();
    await client.open(text);
    const found = await client.ask<DocumentSymbol[]>('textDocument/documentSymbol');
    const outline = (symbols: readonly DocumentSymbol[]): unknown[] =>
      symbols.map(({ name, children }) => (children === undefined ? name : [name, ...outline(children)]));
    expect(outline(found)).toEqual([['G', 'T', ['content', 'ad']], 's']);
    expect(found[0]?.children?.[0]?.detail).toBe('tier 甲');
    expect(client.textIn(found[0]?.children?.[0]?.selectionRange ?? WHOLE.range)).toBe('T');
  });

  test('of the workspace, in files that are not open', async () => {
    const client = await Client.start({
      files: { 'deep/a.group': 'role moderator\nrole other', 'node_modules/b.group': 'role moderator' },
    });
    const found = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'mdr' });
    expect(found.map(({ name, location }) => [name, location.uri])).toEqual([
      ['moderator', client.uri('deep/a.group')],
    ]);
  });
});

describe('structure', () => {
  test('blocks, comments and imports fold', async () => {
    const client = await Client.start();
    await client.open('import "a"\nimport "b"\n/*\n*/\npolicy P {\n  risk R {\n  }\n  risk S { }\n}');
    const found = await client.ask<FoldingRange[]>('textDocument/foldingRange');
    expect(found.map(({ startLine, endLine, kind }) => [startLine, endLine, kind])).toEqual([
      [4, 7, undefined],
      [2, 3, 'comment'],
      [0, 1, 'imports'],
    ]);
  });

  test('a selection grows along the syntax', async () => {
    const client = await Client.start();
    const { cursor, text } = await client.open('policy P { risk R { when mess<|>ages in 7d > 1 and age > 1d } }');
    const [found] = await client.ask<SelectionRange[]>('textDocument/selectionRange', {
      positions: [client.at(cursor)],
    });
    const grown: string[] = [];
    for (let at = found; at !== undefined; at = at.parent) grown.push(client.textIn(at.range));
    expect(grown.slice(0, 4)).toEqual([
      'messages',
      'messages in 7d',
      'messages in 7d > 1',
      'messages in 7d > 1 and age > 1d',
    ]);
    expect(grown.at(-1)).toBe(text);
  });
});

/** Each token with its line and type. */
function coloredWords(client: Client, { data }: SemanticTokens): { line: number; word: string }[] {
  const words: { line: number; word: string }[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0, modifiers = 0] = data.slice(at, at + 5);
    character = lines === 0 ? character + characters : characters;
    line += lines;
    const text = client.textIn({ start: { line, character }, end: { line, character: character + length } });
    words.push({ line, word: `${text}:${LEGEND.tokenTypes[type]}${modifiers === 0 ? '' : `.${modifiers}`}` });
  }
  return words;
}

describe('semantic tokens', () => {
  test('distinguish keywords from names spelt like them, and mark the prelude’s names', async () => {
    const client = await Client.start();
    await client.open('policy P { // x\n  risk light { when messages > 1 }\n}');
    const words = coloredWords(client, await client.ask<SemanticTokens>('textDocument/semanticTokens/full'));
    expect(words.map(({ word }) => word)).toEqual([
      ...['policy:keyword', 'P:interface.1', '// x:comment', 'risk:keyword', 'light:event.1', 'when:keyword'],
      ...['messages:property.2', '>:operator', '1:number'],
    ]);
  });

  test('of a range equal those of the whole file in that range', async () => {
    const client = await Client.start();
    const text = `/** A
 * comment. */
policy P { risk R { when messages > 1 } }
/* Over
   lines. */ metric m = messages in 7d
policy Q { risk S { when m > 1 do warn(sender) } } // Behind.

// Before.
policy T { risk U { when idle > 3d } }
`;
    await client.open(text);
    const all = coloredWords(client, await client.ask<SemanticTokens>('textDocument/semanticTokens/full'));
    const count = text.split('\n').length;
    for (let from = 0; from < count; from++) {
      for (let to = from; to < count; to++) {
        const range = { start: { line: from, character: 0 }, end: { line: to, character: 0 } };
        const some = coloredWords(
          client,
          await client.ask<SemanticTokens>('textDocument/semanticTokens/range', { range }),
        );
        const isWithin = ({ line }: { line: number }): boolean => line >= from && line <= to;
        expect(some.filter(isWithin)).toEqual(all.filter(isWithin));
      }
    }
  });
});

describe('signature help', () => {
  async function help(marked: string, locale = 'en'): Promise<SignatureHelp | null> {
    const client = await Client.start({ locale });
    const { cursor } = await client.open(marked);
    return client.ask<SignatureHelp | null>('textDocument/signatureHelp', { position: client.at(cursor) });
  }

  test('lists the parameters with their defaults, and marks the active one', async () => {
    const found = await help('policy P { risk R { when age > 1d do reward("x, y", <|>) } }');
    expect(found?.signatures[0]?.label).toBe('reward(what, who = member)');
    expect(found?.activeParameter).toBe(1);
  });

  test('by name, in Chinese, and not outside of a call', async () => {
    const found = await help('policy P { risk R { when age > 1d do reward(谁: <|>) } }', 'zh');
    expect(found?.signatures[0]?.label).toBe('奖励(内容, 谁 = member)');
    expect(found?.activeParameter).toBe(1);
    expect(await help('policy P { risk R { when age > 1d do <|> } }')).toBe(null);
  });
});

describe('beside the text', () => {
  test('inlay hints: parameters, and the origin of an override', async () => {
    const client = await Client.start();
    await client.open(
      'policy B { risk R { when age > 1d } }\ngroup G : service extends B {\n  override risk R { when age > 2d do reward("a", sender) }\n}',
    );
    const found = await client.ask<InlayHint[]>('textDocument/inlayHint', WHOLE);
    expect(found.map(({ label }) => label)).toEqual(['from B', 'what:', 'who:']);
    const off = await Client.start({ settings: { inlayHints: false } });
    await off.open('policy B { risk R { when age > 1d do reward("a", sender) } }');
    expect(await off.ask('textDocument/inlayHint', WHOLE)).toEqual([]);
  });

  test('lenses: simulate, run, and the number of uses of a name', async () => {
    const client = await Client.start({
      files: { 'b.group': 'import "./main.group"\ngroup H : service extends P { }' },
    });
    await client.open('policy P { }\ngroup G : service extends P { }\nscenario "it works" for G { }');
    const found = await client.ask<CodeLens[]>('textDocument/codeLens');
    expect(found.map(({ command }) => command?.title)).toEqual(['2 uses', '▶ Simulate', '1 use', '▶ Run scenario']);
    expect(found[1]?.command).toMatchObject({
      command: 'steward.simulate',
      arguments: [client.uri('main.group'), 'G'],
    });
    expect(found[3]?.command).toMatchObject({
      command: 'steward.runScenario',
      arguments: [client.uri('main.group'), 'it works'],
    });
  });

  test('links to files, and colours', async () => {
    const client = await Client.start();
    const { ranges } = await client.open(
      'import "<|./a.group|>"\ngroup G : service { tier T <|#C8102E|> { otherwise } }',
    );
    const links = await client.ask<DocumentLink[]>('textDocument/documentLink');
    expect(links).toEqual([{ range: client.rangeAt(...(ranges[0] ?? [0, 0])), target: client.uri('a.group') }]);
    const [color] = await client.ask<ColorInformation[]>('textDocument/documentColor');
    expect(color?.range).toEqual(client.rangeAt(...(ranges[1] ?? [0, 0])));
    const [shown] = await client.ask<ColorPresentation[]>('textDocument/colorPresentation', color ?? {});
    expect(shown?.label).toBe('#C8102E');
  });
});

test('call hierarchy: who escalates to a risk or starts a campaign', async () => {
  const client = await Client.start();
  const { cursor } = await client.open(`policy P {
  risk Low { when age > 1d escalate to High<|> after 2h }
  risk High { when age > 2d do start(C) }
  campaign C medium { burst 2h }
}`);
  const [item] = await client.ask<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', {
    position: client.at(cursor),
  });
  expect(item?.name).toBe('High');
  const incoming = await client.request<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item });
  expect(incoming.map(({ from }) => from.name)).toEqual(['Low']);
  const outgoing = await client.request<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', { item });
  expect(outgoing.map(({ to }) => to.name)).toEqual(['C']);
});

test('moving a file updates the paths in it and those that point to it', async () => {
  const client = await Client.start({ files: { 'base.group': 'lexicon L { from "./words.txt" }', 'words.txt': 'x' } });
  const { ranges } = await client.open('import "<|./base.group|>"');
  const files = [{ oldUri: client.uri('base.group'), newUri: client.uri('shared/base.group') }];
  const { changes } = await client.request<WorkspaceEdit>('workspace/willRenameFiles', { files });
  expect(changes?.[client.uri('main.group')]).toEqual([
    { range: client.rangeAt(...(ranges[0] ?? [0, 0])), newText: './shared/base.group' },
  ]);
  expect(changes?.[client.uri('base.group')]?.[0]?.newText).toBe('../words.txt');
});

test('a folder added to the workspace is scanned', async () => {
  const capabilities = { workspace: { workspaceFolders: true } };
  const client = await Client.start({ capabilities });
  const other = await Client.start({ files: { 'far.group': 'role distant' } });
  const search = () => client.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'distant' });
  expect(await search()).toEqual([]);
  const folder = { uri: other.uri('.'), name: 'other' };
  await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [folder], removed: [] } });
  expect((await search()).map(({ name }) => name)).toEqual(['distant']);
  await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [folder] } });
  expect(await search()).toEqual([]);
});

test('completion right after a keystroke sees the new text, and the names from before it', async () => {
  const client = await Client.start({ settings: { debounce: 5000 } });
  const { text } = await client.open('role helper\ngroup G : service { }');
  await client.ask('textDocument/documentSymbol');
  const added = 'duty { 00:00..24:00 h ';
  await client.edit(text.length - 1, text.length - 1, added);
  const position = client.at(text.length - 1 + added.length - 1);
  const { items } = await client.ask<CompletionList>('textDocument/completion', { position });
  expect(items.map(({ label }) => label)).toContain('helper');
});

/** Every request gets an answer while a text is unfinished. */
const EVERYTHING = [
  ...['completion', 'hover', 'definition', 'documentHighlight', 'signatureHelp', 'prepareCallHierarchy'],
  ...['documentSymbol', 'foldingRange', 'codeLens', 'documentLink', 'documentColor', 'semanticTokens/full'],
];

test('every request is answered at every place of an unfinished text', async () => {
  const root = join(import.meta.dirname, '../../../../../examples');
  const examples = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.group'));
  const path = examples.find((one) => one.includes('baseline.group')) ?? examples[0];
  if (path === undefined) throw new Error('There are no examples');
  const text = readFileSync(join(root, path), 'utf8').slice(0, 6000);
  const client = await Client.start({ settings: { debounce: 0 } });
  await client.open('');
  for (let end = 0; end < text.length; end += 97) {
    await client.edit(
      client.document().getText().length,
      client.document().getText().length,
      text.slice(end, end + 97),
    );
    const position = client.at(client.document().getText().length);
    await Promise.all(
      EVERYTHING.map((method) =>
        client.ask(`textDocument/${method}`, { position, range: WHOLE.range, context: { diagnostics: [] } }),
      ),
    );
    await client.ask('textDocument/codeAction', {
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
  }
  expect(client.document().getText()).toBe(text);
}, 120_000);
