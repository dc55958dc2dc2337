/**
 * Entry point of a host process, forked by a language server; exits when the server does.
 *
 * - Uses the IPC channel only; writes nothing to standard output.
 */

import { Host } from './host.ts';
import type { FromHost, ToHost } from './messages.ts';

function send(message: FromHost): void {
  // Fails only if the server is gone, when nobody needs it.
  process.send?.(message, undefined, {}, () => undefined);
}

let host: Host | null = null;

process.on('message', (message: ToHost) => {
  if (message.kind === 'hello') {
    const { kind: _kind, ...hello } = message;
    host = new Host(hello, send);
  } else host?.receive(message);
});
process.on('disconnect', () => process.exit(0));
process.on('SIGTERM', () => process.exit(0));
