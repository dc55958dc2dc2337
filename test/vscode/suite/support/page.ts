/** The page that shows this window, driven by the harness. */
import { type Answer, CONTROL_VARIABLE, type Controls } from '../../harness/controls.ts';

async function call(name: string, args: unknown[]): Promise<unknown> {
  const address = process.env[CONTROL_VARIABLE] ?? '';
  const response = await fetch(address, { method: 'POST', body: JSON.stringify({ name, args }) });
  const answer = (await response.json()) as Answer;
  if ('error' in answer) throw new Error(`${name}(${JSON.stringify(args).slice(1, -1)}): ${answer.error}`);
  return answer.value;
}

export const controls: Controls = new Proxy({} as Controls, {
  get:
    (_target, name) =>
    (...args: unknown[]) =>
      call(String(name), args),
});
