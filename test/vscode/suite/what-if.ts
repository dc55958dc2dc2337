import { match, ok, strictEqual } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { before, beforeEach, describe, it } from 'mocha';
import { commands, type Hover, MarkdownString, workspace } from 'vscode';
import { closeAll, positionIn, replace } from './support/editors.ts';
import { eventually } from './support/eventually.ts';
import { simulated, VIP } from './support/example.ts';
import { clearNotifications, notified } from './support/notifications.ts';
import { palette } from './support/palette.ts';
import { results, steward } from './support/steward.ts';

function git(...args: string[]): void {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];
  execFileSync('git', [...who, ...args], { cwd: workspace.workspaceFolders?.[0]?.uri.fsPath ?? '', stdio: 'pipe' });
}

describe('what if', () => {
  before(() => {
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--message', 'Rules as they were');
  });
  beforeEach(closeAll);

  it('a comparison with the committed file is shown after the changed lines', async () => {
    const editor = await simulated();
    const { document } = editor;
    await replace(editor, 'distinct(complaint.member) in 2h >= 6', 'distinct(complaint.member) in 2h >= 1');
    await results(
      document.uri,
      'of the new text',
      ({ state, version }) => state === 'fresh' && version === document.version,
    );
    await palette('Steward: Compare Outcome with HEAD');
    await notified('The changes since HEAD');
    const found = await results(document.uri, 'compared', ({ lines }) => lines.some(({ change }) => change !== null));
    match(found.lines.find(({ clause }) => clause === `${VIP}/risk/Critical`)?.change ?? '', /\+\d+ incident/);
    await eventually('drawn behind the line', () => {
      const line = steward()
        .decorationsOf(document.uri)
        .lines.find(({ clause }) => clause === `${VIP}/risk/Critical`);
      match(line?.pieces[1]?.text ?? '', /\+\d+ incident/);
    });
    await clearNotifications();
    await palette('Steward: Stop Comparing');
    await results(document.uri, 'not compared', ({ lines }) => lines.every(({ change }) => change === null));
  });

  it('a hover over a bound shows the results of other bounds', async () => {
    const { document } = await simulated();
    const place = positionIn(document, 'in 2h >= 6', 'in 2h >= '.length);
    await eventually('other bounds', async () => {
      const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, place);
      const contents = hovers.flatMap((hover) => hover.contents);
      const texts = contents.map((each) => (each instanceof MarkdownString ? each.value : ''));
      ok(
        texts.some((text) => /\b6\b/.test(text) && /incident/.test(text)),
        texts.join('\n---\n'),
      );
    });
    strictEqual(document.isDirty, false);
  });
});
