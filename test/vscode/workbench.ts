/**
 * VS Code with the extension and the examples, in your own browser.
 *
 *   npm run workbench                  a copy of the examples, deleted when you stop it
 *   npm run workbench -- FOLDER        rules of your own
 *   npm run workbench -- --port 8123   default: any free port
 *
 * It listens on the loopback interface only. Stop it with Ctrl+C.
 */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { EXAMPLES, installExtension } from './harness/prepare.ts';
import { startServer } from './harness/server.ts';
import { addressOf } from './harness/workbench.ts';

const { values, positionals } = parseArgs({ options: { port: { type: 'string' } }, allowPositionals: true });
const port = Number(values.port ?? 0);
const [given] = positionals;

if (!Number.isInteger(port) || port < 0 || port > 65535) fail(`--port ${values.port}: a number up to 65535.`);
else if (given !== undefined && !existsSync(given)) fail(`there is no folder ${given}.`);
else await serve(port);

function fail(message: string): void {
  console.error(message);
  process.exitCode = 2;
}

async function serve(on: number): Promise<void> {
  const installed = await installExtension();
  const temporary = mkdtempSync(join(tmpdir(), 'steward-'));
  const folder = given === undefined ? join(temporary, 'examples') : resolve(given);
  if (given === undefined) cpSync(EXAMPLES, folder, { recursive: true });
  const server = await startServer({
    program: installed.program,
    extensions: installed.extensions,
    settings: {},
    trusted: true,
    language: 'en',
    environment: {},
    port: on,
  });
  console.log(`\n${addressOf(server.origin, { folder, development: null, tests: null })}\n`);
  console.log('Open it in a browser. Ctrl+C stops it.');
  const stopped = new Promise<string>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop('stopped'));
  });
  const why = await Promise.race([stopped, server.ended]);
  await server.close();
  installed.close();
  rmSync(temporary, { recursive: true, force: true });
  console.log(why);
  process.exitCode = why === 'stopped' ? 0 : 1;
}
