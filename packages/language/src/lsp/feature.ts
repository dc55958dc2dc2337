/** What the server gives to every feature. */
import type { Bilingual, Locale } from '@steward/text';
import type { Connection } from 'vscode-languageserver';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Guard } from './guard.ts';
import type { Results } from './results.ts';
import type { Settings } from './settings.ts';
import type { Workspace } from './sync/workspace.ts';

export interface Server {
  /** Guarded: an exception in a handler does not end the server. */
  connection: Connection;
  guard: Guard;
  workspace: Workspace;
  /** The client's language, known after `initialize`. */
  readonly locale: Locale;
  readonly settings: Settings;
  /** null if the server was created without any. */
  readonly results: Results | null;
  /** The URL of a code's page, or null if there is none. */
  pageOf: (diagnostic: Diagnostic) => string | null;
  say: (text: Bilingual) => string;
}
