/**
 * The language server, shared by all editors.
 *
 * - Uses the editor's text for open files and reads other files of the workspace from disk. Writes nothing, sends nothing anywhere.
 * - In an untrusted folder, reads nothing outside of it and runs nothing (`trust.ts`).
 * - A request that arrives after an edit sees that edit. Checks wait for a quiet moment, and a newer edit postpones them.
 */
import type { Bilingual, Locale } from '@steward/text';
import type { Connection, InitializeParams, InitializeResult, ServerCapabilities } from 'vscode-languageserver';
import {
  CodeActionKind,
  CodeLensRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Rule } from '../validation/registry.ts';
import { registerCompletion } from './completion/completion.ts';
import { registerSignature } from './completion/signature.ts';
import type { Server } from './feature.ts';
import { Guard } from './guard.ts';
import { registerHierarchy } from './navigate/hierarchy.ts';
import { registerNavigation } from './navigate/navigation.ts';
import { registerStructure } from './navigate/structure.ts';
import { registerSymbols } from './navigate/symbols.ts';
import { FIX_ALL, registerCodeActions } from './refactor/code-actions.ts';
import { registerFileRenames } from './refactor/file-renames.ts';
import { registerFormatting } from './refactor/formatting.ts';
import { registerRename } from './refactor/rename.ts';
import type { CreateResults, Results } from './results.ts';
import { DEFAULTS, localeOf, readSettings, type Settings } from './settings.ts';
import { registerAnnotations } from './show/annotations.ts';
import { registerHover } from './show/hover.ts';
import { LEGEND, registerSemanticTokens } from './show/semantic-tokens.ts';
import { Findings, Publisher, registerPull } from './sync/diagnostics.ts';
import { scan } from './sync/scan.ts';
import { Workspace } from './sync/workspace.ts';
import { PRELUDE_SCHEME, pathOfUri } from './text/places.ts';
import { TRUST_GRANTED, type Trust, trustAtStart } from './trust.ts';

export interface ServerOptions {
  version: string;
  /** The URL of a code's page, or null if there is none. */
  pageOf: (diagnostic: Diagnostic) => string | null;
  /** Defaults to every rule of the language. */
  rules?: readonly Rule[];
  /** Results to show beside the rules; without it, the server shows only what the rules say. */
  results?: CreateResults;
}

interface State {
  locale: Locale;
  settings: Settings;
  trust: Trust;
}

/** What the process can ask of the server. */
export interface ServerProcess {
  /** From now on no exception ends the process. Removes existing listeners for uncaught exceptions. */
  keepServing(): void;
}

const LISTENING: Bilingual = { en: 'handling a message from the editor', zh: '处理编辑器发来的消息' };
const ALL_FILES = { scheme: 'file', pattern: { glob: '**/*' } };

/** Registers all handlers on a connection, then starts listening. */
export function serve(raw: Connection, options: ServerOptions): ServerProcess {
  const state: State = { locale: localeOf(undefined), settings: DEFAULTS, trust: 'none' };
  const workspace = new Workspace(options.rules === undefined ? {} : { rules: options.rules });
  const guard = new Guard(raw, {
    renew: () => workspace.renew(),
    say: (text) => text[state.locale],
    refresh: (path) => {
      publisher.schedule([path]);
      refreshPulls();
    },
  });
  const { connection } = guard;
  const server: Server = {
    connection,
    guard,
    workspace,
    get locale() {
      return state.locale;
    },
    get settings() {
      return state.settings;
    },
    pageOf: options.pageOf,
    get results() {
      return results;
    },
    say: (text) => text[state.locale],
  };
  let client: InitializeParams['capabilities'] = {};
  let folders: string[] = [];
  const findings = new Findings(server);
  const publisher = new Publisher(server, findings, {
    pulls: () => client.textDocument?.diagnostic !== undefined,
    refresh: () => refreshPulls(),
  });
  const results: Results | null =
    options.results?.({
      connection,
      get locale() {
        return state.locale;
      },
      get trust() {
        return state.trust;
      },
      openPaths: () => server.workspace.openPaths(),
      pathOf: pathOfUri,
      uriOf: (path) => server.workspace.uriOf(path),
      isOpen: (path) => server.workspace.isOpen(path),
      versionOf: (path) => server.workspace.versionOf(path),
      textOf: (path) => {
        const content = server.workspace.fileSystem.read(path);
        return content.kind === 'text' ? content.text : null;
      },
      policyOf: (path) => server.workspace.policyOf(path),
      refreshFindings: (path) => {
        publisher.schedule([path]);
        refreshPulls();
      },
      refreshHints: () => {
        if (client.workspace?.inlayHint?.refreshSupport === true)
          guard.later(LISTENING, connection.languages.inlayHint.refresh());
      },
    }) ?? null;
  if (results !== null) server.workspace.publishPolicies(results);

  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities;
    state.locale = localeOf(params.locale);
    state.settings = readSettings(params.initializationOptions, state.settings);
    folders = foldersOf(params);
    state.trust = trustAtStart(params);
    limitReading();
    results?.configure(params.initializationOptions);
    const capabilities = { ...CAPABILITIES, ...results?.initialize(params) };
    return { capabilities, serverInfo: { name: 'steward', version: options.version } };
  });

  connection.onInitialized(() => {
    guard.later(LISTENING, scanning(folders));
    if (client.workspace?.configuration === true) {
      if (client.workspace.didChangeConfiguration?.dynamicRegistration === true) {
        guard.later(
          LISTENING,
          connection.client.register(DidChangeConfigurationNotification.type, { section: 'steward' }),
        );
      }
      guard.later(LISTENING, fetchSettings());
    }
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
      const watchers = [{ globPattern: '**/*' }];
      guard.later(LISTENING, connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
    }
    if (client.workspace?.workspaceFolders === true) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = removed.map(({ uri }) => pathOfUri(uri));
        const found = added.map(({ uri }) => pathOfUri(uri));
        folders = [...folders.filter((folder) => !gone.includes(folder)), ...found];
        limitReading();
        for (const folder of gone) server.workspace.forgetFolder(folder);
        guard.later(LISTENING, scanning(found));
        recheckAll();
      });
    }
  });

  const limitReading = (): void => server.workspace.setFolders(folders, state.trust !== 'none');
  connection.onNotification(TRUST_GRANTED, async () => {
    if (state.trust === 'all') return;
    state.trust = 'all';
    limitReading();
    recheckAll();
    // From now on the folder's settings count.
    if (client.workspace?.configuration === true) await fetchSettings();
    results?.trusted();
  });

  const fetchSettings = async (): Promise<void> => {
    configure(await connection.workspace.getConfiguration('steward'));
  };
  const configure = (given: unknown): void => {
    const before = state.settings;
    state.settings = readSettings(given, before);
    results?.configure(given);
    if (before.codeLens !== state.settings.codeLens && client.workspace?.codeLens?.refreshSupport === true) {
      guard.later(LISTENING, connection.sendRequest(CodeLensRefreshRequest.type));
    }
    if (before.inlayHints !== state.settings.inlayHints && client.workspace?.inlayHint?.refreshSupport === true) {
      guard.later(LISTENING, connection.languages.inlayHint.refresh());
    }
  };
  connection.onDidChangeConfiguration(({ settings }) => {
    if (client.workspace?.configuration === true) guard.later(LISTENING, fetchSettings());
    else configure((settings as { steward?: unknown } | null)?.steward);
  });

  const scanning = async (found: readonly string[]): Promise<void> => {
    if (await scan(found, server)) recheckAll();
  };
  const recheckAll = (): void => {
    findings.clear();
    publisher.schedule(server.workspace.openPaths());
    refreshPulls();
  };
  const refreshPulls = (): void => {
    if (client.workspace?.diagnostics?.refreshSupport === true)
      guard.later(LISTENING, connection.languages.diagnostics.refresh());
  };

  const documents = new TextDocuments(TextDocument);
  const about = (document: TextDocument, work: (path: string) => void): void => {
    if (isPrelude(document.uri)) return;
    const path = pathOfUri(document.uri);
    guard.run(LISTENING, path, () => work(path));
  };
  documents.onDidChangeContent(({ document }) =>
    about(document, (path) => {
      guard.changed(path);
      const before = server.workspace.affectedBy(path);
      server.workspace.update(path, document);
      publisher.schedule([...new Set([...before, ...findings.invalidate(path)])]);
      results?.changed(path);
    }),
  );
  documents.onDidOpen(({ document }) => about(document, (path) => results?.opened(path)));
  documents.onDidSave(({ document }) => about(document, (path) => results?.saved(path)));
  documents.onDidClose(({ document }) =>
    about(document, (path) => {
      server.workspace.close(path);
      publisher.schedule(findings.invalidate(path));
      publisher.withdraw(path);
      results?.closed(path);
    }),
  );
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const paths = changes.map(({ uri }) => pathOfUri(uri)).filter((path) => !server.workspace.isOpen(path));
    if (paths.length === 0) return;
    const affected = paths.flatMap((path) => {
      const before = findings.invalidate(path);
      server.workspace.refresh(path);
      return [...before, ...findings.invalidate(path)];
    });
    // An open file may refer to this log, word list or roster.
    if (paths.some((path) => !path.endsWith('.group'))) recheckAll();
    publisher.schedule(affected.filter((path) => path.endsWith('.group')));
    results?.changedOnDisk(paths);
    refreshPulls();
  });
  connection.onShutdown(() => {
    publisher.stop();
    results?.shutdown();
  });

  registerPull(server, findings, publisher);
  registerCompletion(server, () => client.textDocument?.completion?.completionItem?.snippetSupport === true);
  registerCodeActions(server, findings);
  for (const register of FEATURES) register(server);
  documents.listen(connection);
  connection.listen();
  return { keepServing: () => keepServing(guard) };
}

/** Reports uncaught exceptions to the client instead of ending the process. */
function keepServing(guard: Guard): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.removeAllListeners(event);
    process.on(event, (error: unknown) => guard.uncaught(error));
  }
}

const FEATURES: readonly ((server: Server) => void)[] = [
  registerHover,
  registerNavigation,
  registerRename,
  registerSymbols,
  registerStructure,
  registerSemanticTokens,
  registerSignature,
  registerAnnotations,
  registerHierarchy,
  registerFileRenames,
  registerFormatting,
];

const CAPABILITIES: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  diagnosticProvider: { identifier: 'steward', interFileDependencies: true, workspaceDiagnostics: false },
  completionProvider: { triggerCharacters: ['"', '/', '.', '(', ':', '%'] },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  semanticTokensProvider: { legend: LEGEND, full: true, range: true },
  signatureHelpProvider: { triggerCharacters: ['(', ','] },
  codeActionProvider: {
    codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL, CodeActionKind.RefactorRewrite, CodeActionKind.RefactorExtract],
  },
  codeLensProvider: {},
  inlayHintProvider: true,
  documentLinkProvider: {},
  colorProvider: true,
  callHierarchyProvider: true,
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
  documentOnTypeFormattingProvider: { firstTriggerCharacter: '}', moreTriggerCharacter: ['\n'] },
  workspace: {
    workspaceFolders: { supported: true, changeNotifications: true },
    fileOperations: { willRename: { filters: [ALL_FILES] } },
    textDocumentContent: { schemes: [PRELUDE_SCHEME] },
  },
};

function isPrelude(uri: string): boolean {
  return uri.startsWith(`${PRELUDE_SCHEME}:`);
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri === null || rootUri === undefined ? [] : [rootUri]);
  return uris.filter((uri) => uri.startsWith('file:')).map(pathOfUri);
}
