/** The language client: how the server starts, and what it learns about this editor. */

import { OPEN_EVIDENCE_COMMAND } from '@steward/editor/protocol';
import { type ExtensionContext, env, type LogOutputChannel, workspace } from 'vscode';
import {
  type ClientCapabilities,
  type FeatureState,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  type ServerOptions,
  type StaticFeature,
  TransportKind,
} from 'vscode-languageclient/node';

export const LANGUAGE = 'group';
const PRELUDE_SCHEME = 'steward-prelude';
/** Files, unsaved documents, and the prelude. */
export const SELECTOR = ['file', 'untitled', PRELUDE_SCHEME].map((scheme) => ({ language: LANGUAGE, scheme }));
/** Commands allowed in hover links. Only the server writes such links; it escapes everything else. */
const LINKED_COMMANDS = [OPEN_EVIDENCE_COMMAND];

/** Tells the server that this client draws results and has the lens commands. */
const DRAWS_RESULTS: StaticFeature = {
  fillClientCapabilities(capabilities: ClientCapabilities) {
    const before: unknown = capabilities.experimental;
    capabilities.experimental = { ...(typeof before === 'object' ? before : {}), steward: true };
  },
  initialize() {},
  getState: (): FeatureState => ({ kind: 'static' }),
  clear() {},
};

export function createLanguageClient(context: ExtensionContext, output: LogOutputChannel): LanguageClient {
  const module = context.asAbsolutePath('dist/server.mjs');
  const run = { module, transport: TransportKind.ipc, args: [`--locale=${env.language}`] };
  const serverOptions: ServerOptions = { run, debug: { ...run, options: { execArgv: ['--inspect'] } } };
  const clientOptions: LanguageClientOptions = {
    documentSelector: SELECTOR,
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // Last, because a folder's settings may hold anything.
    initializationOptions: () => ({ ...workspace.getConfiguration('steward'), trusted: workspace.isTrusted }),
    markdown: { isTrusted: { enabledCommands: LINKED_COMMANDS }, supportHtml: false },
  };
  const client = new LanguageClient('steward', 'Steward', serverOptions, clientOptions);
  client.registerFeature(DRAWS_RESULTS);
  return client;
}
