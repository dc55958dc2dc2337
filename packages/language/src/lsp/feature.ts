/** What every feature gets of the server. */

import type { Bilingual, Locale } from '@steward/text';
import type { Connection } from 'vscode-languageserver';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Guard } from './guard.ts';
import type { Results } from './results.ts';
import type { Settings } from './settings.ts';
import type { Workspace } from './sync/workspace.ts';

export interface Server {
  /** Guarded: what throws in a handler ends nothing. */
  connection: Connection;
  guard: Guard;
  workspace: Workspace;
  /** The client's language; known once it has said hello. */
  readonly locale: Locale;
  readonly settings: Settings;
  /** null where the server was composed without any. */
  readonly results: Results | null;
  /** The address of a code's page; null where there is none. */
  pageOf: (diagnostic: Diagnostic) => string | null;
  say: (text: Bilingual) => string;
}
