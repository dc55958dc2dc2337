/** Preloaded into a process and its children (`NODE_OPTIONS`): notes in the file `STEWARD_NETWORK` whatever would reach a network. */
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

function watch(object, name) {
  const real = object[name];
  object[name] = function watched(...args) {
    appendFileSync(process.env['STEWARD_NETWORK'], `${name} ${new Error().stack}\n`);
    return Reflect.apply(real, this, args);
  };
}

watch(net.Socket.prototype, 'connect');
watch(net.Server.prototype, 'listen');
watch(dgram, 'createSocket');
watch(dns, 'lookup');
watch(dns, 'resolve');
syncBuiltinESMExports();
if (process.env['STEWARD_NETWORK_PROBE'] !== undefined) net.connect(9).on('error', () => {});
