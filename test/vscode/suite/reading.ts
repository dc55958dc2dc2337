import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { beforeEach, describe, it } from 'mocha';
import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CodeLens,
  type ColorInformation,
  commands,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type InlayHint,
  type Location,
  type LocationLink,
  MarkdownString,
  Range,
  type SelectionRange,
  type SemanticTokens,
  type SemanticTokensLegend,
  type SymbolInformation,
  type TextDocument,
  workspace,
} from 'vscode';
import { closeAll, fileUri, findings, open, positionIn, write, writeMarked } from './support/editors.ts';
import { eventually } from './support/eventually.ts';
import { controls } from './support/page.ts';

const RULES = 'service-beauty/beauty.group';
const BASE = 'baseline/baseline.group';

/** Asks until there is an answer: the server may still be reading the files. */
function ask<T extends object[] | object>(command: string, ...args: unknown[]): Promise<T> {
  return eventually(command, async () => {
    const found = await commands.executeCommand<T | undefined>(command, ...args);
    ok(found !== undefined && (!Array.isArray(found) || found.length > 0), 'no answer');
    return found;
  });
}

async function rules(): Promise<TextDocument> {
  const { document } = await open(RULES);
  return document;
}

describe('reading', () => {
  beforeEach(closeAll);

  it('hovers explain a name: its kind, unit and formula', async () => {
    const { editor, position } = await writeMarked(
      'group G : service {\n  tier A { when open_|rate in 7d > 40% }\n  tier B { otherwise }\n}\n',
    );
    const hovers = await ask<Hover[]>('vscode.executeHoverProvider', editor.document.uri, position);
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (content instanceof MarkdownString ? content.value : String(content)))
      .join('\n');
    match(text, /open_rate/);
    match(text, /a ratio/);
    match(text, /distinct\(read\.target\)/);
  });

  it('a definition is found in another file, or in the prelude, which is read-only', async () => {
    const document = await rules();
    const place = positionIn(document, 'extends Baseline', 'extends '.length + 1);
    const [base] = await ask<(Location | LocationLink)[]>('vscode.executeDefinitionProvider', document.uri, place);
    ok(base !== undefined && 'targetUri' in base);
    strictEqual(base.targetUri.toString(), fileUri(BASE).toString());

    const word = positionIn(document, 'complaint.member');
    const [built] = await ask<(Location | LocationLink)[]>('vscode.executeDefinitionProvider', document.uri, word);
    ok(built !== undefined && 'targetUri' in built);
    strictEqual(built.targetUri.scheme, 'steward-prelude');
    const prelude = await workspace.openTextDocument(built.targetUri);
    match(prelude.getText(built.targetSelectionRange ?? built.targetRange), /complaint|member/);
    strictEqual(prelude.languageId, 'group');
    strictEqual(workspace.fs.isWritableFileSystem('steward-prelude') ?? false, false);
  });

  it('Go to Definition opens the prelude in the window', async () => {
    const { editor } = await writeMarked(
      'group G : service {\n  tier A { when mess|ages in 7d > 4 }\n  tier B { otherwise }\n}\n',
    );
    await ask<Location[]>('vscode.executeDefinitionProvider', editor.document.uri, editor.selection.active);
    await commands.executeCommand('editor.action.revealDefinition');
    await controls.wait({ css: '.tabs-container .tab.active', text: 'prelude.group' }, 'visible');
  });

  it('references are found in files that are not open', async () => {
    const { document } = await open(BASE);
    const place = positionIn(document, 'policy Baseline', 'policy '.length + 1);
    const found = await eventually('references of the baseline', async () => {
      const places = await commands.executeCommand<Location[]>('vscode.executeReferenceProvider', document.uri, place);
      ok(new Set(places.map(({ uri }) => uri.path)).size >= 5, `${places.length} places`);
      return places;
    });
    ok(found.some(({ uri }) => uri.toString() === fileUri(RULES).toString()));
  });

  it('symbols of a document are nested, and those of the workspace are found by part of their name', async () => {
    const document = await rules();
    const symbols = await ask<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    const group = symbols.find(({ name }) => name === 'BeautyVIP');
    const core = group?.children.find(({ name }) => name === 'Core');
    strictEqual(document.getText(core?.selectionRange), 'Core');
    ok(symbols.some(({ name }) => name.includes('四条广告投诉')));
    const found = await ask<SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'BeautyV');
    ok(found.some(({ name }) => name === 'BeautyVIP'));
  });

  it('blocks fold, selections grow along the syntax', async () => {
    const document = await rules();
    const folds = await ask<FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    const group = positionIn(document, 'group BeautyVIP').line;
    ok(folds.some(({ start }) => start === group));
    const place = positionIn(document, 'engaged_days in 7d');
    const [grown] = await ask<SelectionRange[]>('vscode.executeSelectionRangeProvider', document.uri, [place]);
    const texts: string[] = [];
    for (let at = grown; at !== undefined; at = at.parent) texts.push(document.getText(at.range));
    ok(texts.includes('engaged_days in 7d'), texts.slice(0, 5).join(' | '));
  });

  it('colours distinguish keywords from names', async () => {
    const document = await rules();
    const legend = await ask<SemanticTokensLegend>('vscode.provideDocumentSemanticTokensLegend', document.uri);
    const tokens = await ask<SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
    const types = new Set<string>();
    for (let at = 3; at < tokens.data.length; at += 5) types.add(legend.tokenTypes[tokens.data[at] ?? 0] ?? '');
    for (const type of ['keyword', 'number', 'string', 'property']) ok(types.has(type), `no ${type}: ${[...types]}`);
  });

  it('hints name the parameters of actions and the origin of an override', async () => {
    const document = await rules();
    const whole = new Range(0, 0, document.lineCount, 0);
    const hints = await ask<InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole);
    const labels = hints.map(({ label }) =>
      typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
    );
    ok(
      labels.some((label) => label.includes('from Baseline')),
      labels.join(' '),
    );
  });

  it('lenses simulate, run scenarios and count uses', async () => {
    const document = await rules();
    const lenses = await ask<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 100);
    const names = lenses.map(({ command }) => command?.command ?? '');
    ok(names.includes('steward.simulate'), names.join(' '));
    strictEqual(names.filter((name) => name === 'steward.runScenario').length, 5);
    await controls.wait({ css: '.codelens-decoration a', text: 'Simulate' }, 'visible');
  });

  it('paths are links, tiers have colours', async () => {
    const document = await rules();
    const links = await ask<DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    ok(links.some(({ target }) => target?.path === fileUri('service-beauty/logs/vip.csv').path));
    const colors = await ask<ColorInformation[]>('vscode.executeDocumentColorProvider', document.uri);
    deepStrictEqual(
      colors.map(({ range }) => document.getText(range)),
      ['#C8102E'],
    );
  });

  it('a hierarchy shows what escalates to a risk', async () => {
    const { document } = await write(
      'policy P {\n  risk Low { when age > 1d escalate to High after 2h }\n  risk High { when age > 2d do warn(sender) }\n}\n',
    );
    const place = positionIn(document, 'risk High', 'risk '.length + 1);
    const [item] = await ask<CallHierarchyItem[]>('vscode.prepareCallHierarchy', document.uri, place);
    const calls = await ask<CallHierarchyIncomingCall[]>('vscode.provideIncomingCalls', item);
    deepStrictEqual(
      calls.map(({ from }) => from.name),
      ['Low'],
    );
  });

  it('a file that was never saved is read too', async () => {
    const document = await workspace.openTextDocument({
      language: 'group',
      content: 'group G : service extends Nobody { }\n',
    });
    await findings(document.uri, 'a name is unknown', (codes) => codes.includes('unknown-name'));
  });
});
