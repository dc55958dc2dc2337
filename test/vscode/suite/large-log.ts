/** A log of a million events: typing stays as responsive as before, since the processes that answer hold nothing of the log. */
import { ok } from 'node:assert';
import { performance } from 'node:perf_hooks';
import { before, describe, it } from 'mocha';
import { commands, type DocumentSymbol, type TextEditor } from 'vscode';
import { fileUri, open, positionIn } from './support/editors.ts';
import { eventually } from './support/eventually.ts';
import { RULES, VIP } from './support/example.ts';
import { results, steward, textOf } from './support/steward.ts';

const LOG = { kind: 'file', paths: [fileUri('large.parquet').fsPath] };
const KEYSTROKES = 25;
/** How much slower a keystroke may be while a million events are read or simulated: waiting for them would take hundreds of times as long. */
const MOST = 10;

/** Median milliseconds from a keystroke in a comment to a server answer that includes it. */
async function latency(editor: TextEditor): Promise<number> {
  const { document } = editor;
  const times: number[] = [];
  for (let count = 0; count < KEYSTROKES; count++) {
    const started = performance.now();
    ok(await editor.edit((edit) => edit.insert(positionIn(document, 'cosmetics brand', 0), 'x')));
    await commands.executeCommand<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  return times[times.length >> 1] ?? 0;
}

describe('a large log', () => {
  let editor: TextEditor;
  let usual = 0;

  before(async () => {
    editor = await open(RULES);
    await eventually('symbols', async () => {
      const uri = editor.document.uri;
      const found = await commands.executeCommand<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri);
      ok(found.length > 0);
    });
    // Warm up once.
    await latency(editor);
    usual = await latency(editor);
  });

  it('does not block typing while it is read', async () => {
    const { uri } = editor.document;
    const ended = commands.executeCommand('steward.simulate', uri.toString(), null, LOG);
    await results(uri, 'running', ({ state }) => state !== 'none');
    const during = await latency(editor);
    ok(during <= usual * MOST, `${during} ms a keystroke, ${usual} ms before`);
    await ended;
    const found = await results(uri, 'fresh', ({ state }) => state === 'fresh');
    ok((found.run?.events ?? 0) > 900_000, `${found.run?.events} events`);
    ok(textOf(found, `${VIP}/tier/Core`).length > 0);
  });

  it('nor while the rules run on it again', async () => {
    const { document } = editor;
    const after = await latency(editor);
    ok(after <= usual * MOST, `${after} ms a keystroke, ${usual} ms before`);
    await results(
      document.uri,
      'of the last text',
      ({ state, version }) => state === 'fresh' && version === document.version,
    );
  });

  it('is not held by the extension’s own process', () => {
    const { heapUsed, external } = process.memoryUsage();
    // A million events take about 60 bytes each, wherever they are held.
    ok(heapUsed + external < 250e6, `${heapUsed + external} bytes in the extension host`);
    ok(steward().resultsOf(editor.document.uri)?.state === 'fresh');
  });
});
