/**
 * What a server shows beside the rules that the rules alone do not tell. The language computes none of it: whoever composes a
 * server brings it.
 *
 * - Told of what happens to files; asked for what to add to hovers, hints and findings.
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
  /** @returns what the client may ask for beyond the language's own features */
  initialize(params: InitializeParams): Partial<ServerCapabilities>;
  /** The section `steward` of the client's settings, or its `initializationOptions`. */
  configure(settings: unknown): void;
  opened(path: string): void;
  /** A newer text is there and has not been read yet. */
  changed(path: string): void;
  saved(path: string): void;
  closed(path: string): void;
  /** These files changed on disk; the client has them not open. */
  changedOnDisk(paths: readonly string[]): void;
  /** Whether {@link Results.read} is wanted, as soon as the text can be read. */
  follows(path: string): boolean;
  /**
   * A file and what it imports were read. Told before the rules have judged it, and again where they find an error.
   * @param policy null: there are errors
   */
  read(path: string, policy: Policy | null): void;
  /** Beside a file's lines, wherever the client does not draw them itself. */
  hints(path: string): InlayHint[];
  /** Markdown to add to the hover of the clause that starts there; null: nothing. */
  hover(path: string, start: Position): Promise<string | null>;
  /** To show with the checker's. */
  findings(path: string): readonly Diagnostic[];
  /** The user trusts the folder now. */
  trusted(): void;
  /** The client is leaving: what runs ends. */
  shutdown(): void;
}

/** What results are made from. */
export interface ResultsHost {
  connection: Connection;
  /** Known once the client has said hello. */
  readonly locale: Locale;
  /** What may be done; it grows when the user trusts the folder. */
  readonly trust: Trust;
  openPaths(): readonly string[];
  pathOf(uri: string): string;
  /** As the client writes it. */
  uriOf(path: string): string;
  isOpen(path: string): boolean;
  /** Of an open document. */
  versionOf(path: string): number | null;
  /** As the editor has it, else as it is on disk; null where it cannot be read. */
  textOf(path: string): string | null;
  /** Checked now, rules and all; null where there are errors. */
  policyOf(path: string): Policy | null;
  /** {@link Results.findings} changed. */
  refreshFindings(path: string): void;
  /** {@link Results.hints} changed. */
  refreshHints(): void;
}

export type CreateResults = (host: ResultsHost) => Results;
