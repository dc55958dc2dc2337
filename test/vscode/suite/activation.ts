import { ok, strictEqual } from 'node:assert';
import { describe, it } from 'mocha';
import { commands, extensions, window } from 'vscode';
import { open } from './support/editors.ts';
import { eventually } from './support/eventually.ts';
import { ID } from './support/steward.ts';

describe('activation', () => {
  it('waits for a file of rules', async () => {
    const extension = extensions.getExtension(ID);
    ok(extension !== undefined, `${ID} is not installed`);
    strictEqual(extension.isActive, false);
    await commands.executeCommand('workbench.action.files.newUntitledFile');
    strictEqual(window.activeTextEditor?.document.languageId, 'plaintext');
    strictEqual(extension.isActive, false);
  });

  it('comes with the first', async () => {
    const editor = await open('service-beauty/beauty.group');
    strictEqual(editor.document.languageId, 'group');
    await eventually('the extension is active', () => ok(extensions.getExtension(ID)?.isActive));
  });
});
