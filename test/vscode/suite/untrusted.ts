import { match, ok, strictEqual } from 'node:assert';
import { beforeEach, describe, it } from 'mocha';
import { commands, workspace } from 'vscode';
import { closeAll, findings, open, write } from './support/editors.ts';
import { eventually } from './support/eventually.ts';
import { clearNotifications, notified } from './support/notifications.ts';
import { steward } from './support/steward.ts';

describe('a folder that is not trusted', () => {
  beforeEach(closeAll);

  it('is one', () => strictEqual(workspace.isTrusted, false));

  it('has its rules checked', async () => {
    const { document } = await write('group G : service extends Nobody { }\n');
    await findings(document.uri, 'a name is unknown', (codes) => codes.includes('unknown-name'));
  });

  it('is not simulated, and says why', async () => {
    const { document } = await open('service-beauty/beauty.group');
    const ended = commands.executeCommand('steward.simulate', document.uri.toString(), null, { kind: 'sample' });
    await notified('This folder is not trusted');
    await clearNotifications();
    await ended;
    strictEqual(steward().resultsOf(document.uri)?.run ?? null, null);
  });

  it('still shows its rules, without outcomes', async () => {
    await open('service-beauty/beauty.group');
    await eventually('the view of rules', async () => {
      const files = await steward().rules();
      const beauty = files.find(({ label }) => label.endsWith('beauty.group'));
      match(beauty?.children[0]?.label ?? '', /BeautyVIP/);
      ok(beauty?.children.every(({ description }) => !description.includes('members')));
    });
  });
});
