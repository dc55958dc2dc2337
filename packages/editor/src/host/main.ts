/**
 * Entry of a host's process: forked by a language server, ends when that is gone.
 *
 * - Speaks over the channel that it was forked with; writes nothing to standard output.
 */

import { Host } from './host.ts';
import type { FromHost, ToHost } from './messages.ts';

function send(message: FromHost): void {
  // Fails only when the server has gone, and then nobody misses it.
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
