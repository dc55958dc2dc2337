import { expect, test } from 'vitest';
import type { WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Server } from '../feature.ts';
import { Client } from '../testing/client.ts';
import { scan } from './scan.ts';
import { Workspace } from './workspace.ts';

const COUNT = 30;

function importers(): Record<string, string> {
  const leaf = (index: number): string =>
    `import "./main.group"\ngroup G${index} : service extends Base { match "g${index}"  tier T { otherwise } }\n`;
  return Object.fromEntries(Array.from({ length: COUNT }, (_, index) => [`leaf${index}.group`, leaf(index)]));
}

test('a file that many import is checked at once, and its importers afterwards', async () => {
  const client = await Client.start({ files: importers() });
  const { text } = await client.open('policy Base { }\nrole helper members "a"\n');
  // Someone else may use it.
  expect((await client.diagnostics()).map(({ code }) => code)).toEqual([]);
  await client.edit('policy '.length, 'policy Base'.length, 'Other');
  for (const name of ['leaf0.group', `leaf${COUNT - 1}.group`]) {
    const found = await client.pushed(name, ({ diagnostics }) =>
      diagnostics.some(({ code }) => code === 'unknown-name'),
    );
    expect(found.find(({ code }) => code === 'unknown-name')?.message).toContain('Base');
  }
  await client.edit(0, client.document().getText().length, text);
  await client.pushed('leaf7.group', ({ diagnostics }) => diagnostics.every(({ code }) => code !== 'unknown-name'));
});

/** A server with only the parts that a scan needs. */
function serverOf(workspace: Workspace, said: string[], cancelled: boolean): Server {
  const progress: Pick<WorkDoneProgressServerReporter, 'begin' | 'report' | 'done'> = {
    begin: (title) => void said.push(title),
    report: (message: string | number) => void said.push(String(message)),
    done: () => void said.push('done'),
  };
  const token = { isCancellationRequested: cancelled };
  const window = { createWorkDoneProgress: async () => ({ ...progress, token }) };
  return { workspace, say: ({ en }: { en: string }) => en, connection: { window } } as unknown as Server;
}

test('a large folder is scanned in steps, with progress', async () => {
  const { folder } = await Client.start({ files: importers() });
  const [workspace, said] = [new Workspace(), [] as string[]];
  workspace.setFolders([folder]);
  expect(await scan([folder], serverOf(workspace, said, false), -1)).toBe(true);
  expect(workspace.allPaths()).toHaveLength(COUNT);
  expect(said[0]).toBe('Looking for rules');
  expect(said.at(-1)).toBe('done');
});

test('cancelling gives what was found so far', async () => {
  const { folder } = await Client.start({ files: importers() });
  const workspace = new Workspace();
  workspace.setFolders([folder]);
  await scan([folder], serverOf(workspace, [], true), -1);
  expect(workspace.allPaths().length).toBeLessThan(COUNT);
});

test('a small folder is scanned at once, without progress', async () => {
  const { folder } = await Client.start({ files: { 'a.group': 'policy P { }' } });
  const [workspace, said] = [new Workspace(), [] as string[]];
  workspace.setFolders([folder]);
  expect(await scan([folder], serverOf(workspace, said, false), 60_000)).toBe(false);
  expect([workspace.allPaths().length, said]).toEqual([1, []]);
});
