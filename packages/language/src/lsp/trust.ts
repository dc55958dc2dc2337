/**
 * How far the open folder is trusted. Its contents may come from anyone: settings, rules, and what they import.
 *
 * - `none`: rules inside the workspace folders are read and checked. Nothing else is read, run or written.
 * - `commands`: the user's own commands run; nothing runs by itself.
 * - `all`: settings may start things by themselves.
 */
import type { InitializeParams } from 'vscode-languageserver';

export type Trust = 'none' | 'commands' | 'all';

/** Notification without parameters: the user has trusted the folder. Revoking trust ends the server. */
export const TRUST_GRANTED = 'steward/trustGranted';

/**
 * The trust at the start, from `initializationOptions.trusted`. A client that draws results itself knows about trust, so it is untrusted
 * until it says otherwise. Other clients have no notion of trust; there, only the user's commands count.
 * Settings never grant trust: they may come from the folder itself.
 */
export function trustAtStart({ initializationOptions, capabilities }: InitializeParams): Trust {
  const said = property(initializationOptions, 'trusted');
  if (typeof said === 'boolean') return said ? 'all' : 'none';
  return property(capabilities.experimental, 'steward') === true ? 'none' : 'commands';
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
