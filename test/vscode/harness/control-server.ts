/** Answers the tests' calls: a loopback server whose address contains a secret. */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Answer, Call, Controls } from './controls.ts';

export interface ControlServer {
  /** For {@link CONTROL_VARIABLE}. */
  address: string;
  close(): void;
}

export async function serveControls(controls: Controls): Promise<ControlServer> {
  const secret = `/${randomBytes(16).toString('hex')}`;
  const server = createServer((request, response) => void handle(request, response, secret, controls));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { address: `http://127.0.0.1:${port}${secret}`, close };
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  secret: string,
  controls: Controls,
): Promise<void> {
  if (request.method !== 'POST' || request.url !== secret) {
    response.writeHead(404).end();
    return;
  }
  const answer = await answerOf(await text(request), controls);
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
}

async function answerOf(body: string, controls: Controls): Promise<Answer> {
  try {
    const { name, args }: Call = JSON.parse(body);
    const control: (...args: never[]) => Promise<unknown> = controls[name];
    return { value: await control(...(args as never[])) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
