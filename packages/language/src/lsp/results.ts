/**
 * Simulation results shown beside the rules. The language package computes none of them: the creator of the server supplies them.
 *
 * The server notifies the implementation of file changes and asks it what to add to hovers, hints and findings.
 */
import type { Policy } from '@steward/policy';
import type { Locale } from '@steward/text';
import type {
  Connection,
  Diagnostic,
  InitializeParams,
  InlayHint,
  Position,
  ServerCapabilities,
} from 'vscode-languageserver';
import type { Trust } from './trust.ts';

export interface Results {
  /** @returns the capabilities to announce beyond the language's own features */
  initialize(params: InitializeParams): Partial<ServerCapabilities>;
  /** Receives the `steward` section of the client's settings, or its `initializationOptions`. */
  configure(settings: unknown): void;
  opened(path: string): void;
  /** There is a newer text that has not been read yet. */
  changed(path: string): void;
  saved(path: string): void;
  closed(path: string): void;
  /** These files changed on disk and are not open in the client. */
  changedOnDisk(paths: readonly string[]): void;
  /** Whether {@link Results.read} should be called for this file as soon as its text can be read. */
  follows(path: string): boolean;
  /**
   * A file and its imports have been read. Called before the rules run, and again if they find an error.
   * @param policy null if there are errors
   */
  read(path: string, policy: Policy | null): void;
  /** Inlay hints for a file, unless the client draws results itself. */
  hints(path: string): InlayHint[];
  /** Markdown to append to the hover of the clause that starts there, or null. */
  hover(path: string, start: Position): Promise<string | null>;
  /** Findings to show along with the checker's. */
  findings(path: string): readonly Diagnostic[];
  /** The user has just trusted the folder. */
  trusted(): void;
  /** The client is leaving: stop whatever is running. */
  shutdown(): void;
}

/** What the server offers an implementation of results. */
export interface ResultsHost {
  connection: Connection;
  /** Known after `initialize`. */
  readonly locale: Locale;
  /** What is allowed now. Grows when the user trusts the folder. */
  readonly trust: Trust;
  openPaths(): readonly string[];
  pathOf(uri: string): string;
  /** The URI as the client writes it. */
  uriOf(path: string): string;
  isOpen(path: string): boolean;
  /** Version of an open document; null if it is not open. */
  versionOf(path: string): number | null;
  /** The editor's text if the file is open, else the text on disk; null if unreadable. */
  textOf(path: string): string | null;
  /** Checks now, including the rules. Returns null if there are errors. */
  policyOf(path: string): Policy | null;
  /** Call when {@link Results.findings} changed. */
  refreshFindings(path: string): void;
  /** Call when {@link Results.hints} changed. */
  refreshHints(): void;
}

export type CreateResults = (host: ResultsHost) => Results;
