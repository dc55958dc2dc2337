import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Workspace } from './workspace.ts';

const folder = mkdtempSync(join(tmpdir(), 'steward-boundary-'));
afterAll(() => rmSync(folder, { recursive: true }));
for (const name of ['rules', 'shared', 'elsewhere']) mkdirSync(join(folder, name));
writeFileSync(join(folder, 'shared/base.group'), 'policy Base { }\n');
writeFileSync(join(folder, 'elsewhere/secret.group'), 'policy Secret { }\n');
symlinkSync(join(folder, 'elsewhere'), join(folder, 'rules/link'));
const MAIN = join(folder, 'rules/a.group');

function workspace(folders: readonly string[], text: string): Workspace {
  const made = new Workspace();
  made.setFolders(folders.map((name) => join(folder, name)));
  made.update(MAIN, TextDocument.create(`file://${MAIN}`, 'group', 1, text));
  return made;
}

function codes(of: Workspace): string[] {
  return (of.check([MAIN], false).get(MAIN) ?? [])
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);
}

test('the folders of the workspace are the boundary, and files outside them are not read', () => {
  const shared = 'import "../shared/base.group"\n';
  expect(codes(workspace(['rules', 'shared'], shared))).toEqual([]);
  expect(codes(workspace(['rules'], shared))).toEqual(['file-outside']);
  expect(codes(workspace(['rules'], 'import "./link/secret.group"\n'))).toEqual(['file-outside']);
  expect(codes(workspace([], shared))).toEqual(['file-outside']);
});

test('an additional folder, and an opened file', () => {
  const made = workspace(['rules'], 'import "../shared/base.group"\n');
  expect(codes(made)).toEqual(['file-outside']);
  const base = join(folder, 'shared/base.group');
  made.update(base, TextDocument.create(`file://${base}`, 'group', 1, 'policy Base { }\n'));
  expect(codes(made)).toEqual([]);
  made.close(base);
  expect(codes(made)).toEqual(['file-outside']);
  made.setFolders([join(folder, 'rules'), join(folder, 'shared')]);
  expect(codes(made)).toEqual([]);
});

test('a sample outside the boundary prevents a simulation', () => {
  const made = workspace(['rules'], 'group G : service { sample "../elsewhere/secret.group" }\n');
  expect(codes(made)).toEqual(['file-outside']);
  expect(made.policyOf(MAIN)).toBeNull();
});
