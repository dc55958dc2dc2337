/**
 * How far the folder that is open is trusted. What stands in it may come from anybody: its settings, its rules, what they import.
 *
 * - `none`: rules inside the workspace's folders are read and checked. Nothing else is read, nothing runs, nothing is written.
 * - `commands`: what its user asks for is done, and nothing by itself.
 * - `all`: settings may start something by themselves.
 */
import type { InitializeParams } from 'vscode-languageserver';

export type Trust = 'none' | 'commands' | 'all';

/** Notification without parameters: the user trusts the folder from now on. Trust that is taken back ends the server. */
export const TRUST_GRANTED = 'steward/trustGranted';

/**
 * What a client says at the start: `initializationOptions.trusted`. One that draws results itself knows of trust, so it is not
 * trusted until it says so; any other client has no such notion, and its user's commands are what trust there is.
 * Settings never grant it: they may be the folder's own.
 */
export function trustAtStart({ initializationOptions, capabilities }: InitializeParams): Trust {
  const said = property(initializationOptions, 'trusted');
  if (typeof said === 'boolean') return said ? 'all' : 'none';
  return property(capabilities.experimental, 'steward') === true ? 'none' : 'commands';
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
