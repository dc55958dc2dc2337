/** The extension's language server: a separate process that talks to the client over IPC. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createResults } from '@steward/editor';
import { serve } from '@steward/language/lsp';
import { createConnection, IPCMessageReader, IPCMessageWriter, ProposedFeatures } from 'vscode-languageserver/node';
import manifest from '../../package.json' with { type: 'json' };

/** Both are beside the bundle. */
const PAGES = join(import.meta.dirname, 'pages');
const HOST = join(import.meta.dirname, 'simulation-host.mjs');

/** URL of a code's page; null if there is none. */
function pageOf(code: string): string | null {
  const path = join(PAGES, `${code}.md`);
  return existsSync(path) ? pathToFileURL(path).href : null;
}

const connection = createConnection(ProposedFeatures.all, new IPCMessageReader(process), new IPCMessageWriter(process));
const serving = serve(connection, {
  version: manifest.version,
  pageOf: ({ code }) => pageOf(code),
  results: createResults({ host: pathToFileURL(HOST).href }),
});
serving.keepServing();
