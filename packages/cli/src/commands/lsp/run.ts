/** `steward lsp`: the language server, for any editor. */
import { createResults } from '@steward/editor';
import { serve } from '@steward/language/lsp';
import { createConnection, IPCMessageReader, IPCMessageWriter, ProposedFeatures } from 'vscode-languageserver/node';
import type { ParsedArguments } from '../../arguments/specification.ts';
import { type Context, wordsOf } from '../../context.ts';
import { CannotRun } from '../../faults.ts';
import { fromSources, rulePageUrl } from '../../files/parts.ts';
import { LSP } from './words.ts';

/** Runs until the process ends: the connection exits when its client says so or is gone. */
export function run(context: Context, given: ParsedArguments): Promise<number> {
  const { program, version } = context;
  const ipc = given.flag('node-ipc');
  if (ipc && process.send === undefined) throw new CannotRun(wordsOf(context, LSP).lspNeedsChannel);
  const connection = ipc
    ? createConnection(ProposedFeatures.all, new IPCMessageReader(process), new IPCMessageWriter(process))
    : createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  const pages = new Map<string, string | null>();
  const pageOf = (code: string): string | null => {
    if (!pages.has(code)) pages.set(code, rulePageUrl(program, code)?.href ?? null);
    return pages.get(code) ?? null;
  };
  const host = new URL(fromSources(program) ? '../../editor/src/host/main.ts' : './host.mjs', program).href;
  const serving = serve(connection, { version, pageOf: ({ code }) => pageOf(code), results: createResults({ host }) });
  serving.keepServing();
  return new Promise<never>(() => {});
}
