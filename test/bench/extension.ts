/** What the VS Code extension costs: bytes to download and on disk, and the time until it helps, in VS Code's own workbench. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { bundleExtension } from '../../scripts/bundle/extension.ts';
import { ownTarget } from '../../scripts/package/targets.ts';
import { writeVsix } from '../../scripts/package/vsix.ts';
import { findChromium, launch, NO_CHROMIUM } from '../vscode/harness/chromium.ts';
import { install } from '../vscode/harness/install.ts';
import { installExtensions } from '../vscode/harness/server.ts';
import { openWorkbench } from '../vscode/harness/workbench.ts';
import { median } from './measure.ts';
import { table } from './table.ts';

const ROOT = dirname(dirname(import.meta.dirname));
/** Milliseconds. */
const LONGEST_START = 120_000;

/** Milliseconds in the extension host. */
interface Start {
  /** From the first document's arrival to an active extension: reading the bundle and registering everything. */
  activated: number;
  /** To the language server's first answer about that document. */
  answered: number;
}

export async function extensionBench(full: boolean): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const bundled = await bundleExtension(ROOT);
    const packages = [writeVsix(ROOT, ownTarget(), folder), writeVsix(ROOT, 'universal', folder)];
    const sizes = table(
      ['file', 'size'],
      [
        ...packages.map((path) => [basename(path), size(statSync(path).size)]),
        ...[...bundled].map(([path, bytes]) => [path.replace(/^.*\bdist\//, ''), size(bytes)]),
      ],
    );
    return `${sizes}\n\n${await startTable(packages[0] ?? '', folder, full ? 15 : 5)}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startTable(vsix: string, folder: string, rounds: number): Promise<string> {
  const chromium = findChromium();
  if (chromium === null) return `Not started: ${NO_CHROMIUM}`;
  const program = await install();
  const extensions = join(folder, 'extensions');
  installExtensions(program, extensions, [vsix]);
  const browser = await launch(chromium);
  try {
    const starts: Start[] = [];
    for (let round = 0; round < rounds; round++) {
      const answer = join(folder, `start-${round}.json`);
      const ended = join(folder, 'probe.cjs');
      writeFileSync(ended, probe(answer));
      const workbench = await openWorkbench({
        browser,
        program,
        extensions,
        settings: {},
        trusted: true,
        language: 'en',
        environment: {},
        port: 0,
        folder: join(ROOT, 'examples'),
        development: join(ROOT, 'test/vscode/empty-extension'),
        tests: ended,
        size: { width: 1000, height: 700 },
      });
      try {
        await Promise.race([workbench.ended, late()]);
        starts.push(JSON.parse(readFileSync(answer, 'utf8')));
      } finally {
        await workbench.close();
      }
    }
    const row = (name: string, of: (start: Start) => number): string[] => {
      const values = starts.map(of);
      return [name, `${median(values).toFixed(0)} ms`, `${Math.min(...values).toFixed(0)} ms`];
    };
    return table(
      [`from opening a file of rules, ${rounds} starts`, 'median', 'best'],
      [
        row('the extension is active', ({ activated }) => activated),
        row('the language server has answered', ({ answered }) => answered),
      ],
    );
  } finally {
    await browser.close();
  }
}

function late(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`VS Code did not start in ${LONGEST_START / 1_000} s`)), LONGEST_START).unref();
  });
}

/** Runs in the extension host, like its tests. */
function probe(answer: string): string {
  return `const { commands, extensions, Uri, workspace } = require('vscode');
exports.run = async () => {
  const file = Uri.joinPath(workspace.workspaceFolders[0].uri, 'service-beauty/beauty.group');
  const started = performance.now();
  const document = await workspace.openTextDocument(file);
  await extensions.getExtension('steward.steward').activate();
  const activated = performance.now() - started;
  let symbols = [];
  while (symbols.length === 0) {
    symbols = (await commands.executeCommand('vscode.executeDocumentSymbolProvider', document.uri)) ?? [];
  }
  const answered = performance.now() - started;
  require('node:fs').writeFileSync(${JSON.stringify(answer)}, JSON.stringify({ activated, answered }));
};`;
}

function size(bytes: number): string {
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(0)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
