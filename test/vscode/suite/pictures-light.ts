import { describe, it } from 'mocha';
import { commands, Selection } from 'vscode';
import { drawn } from './support/drawn.ts';
import { closeAll, findings, positionIn, write } from './support/editors.ts';
import { scrollTo, simulated } from './support/example.ts';
import { controls } from './support/page.ts';

describe('pictures', () => {
  it('results beside the rules', async () => {
    const editor = await simulated();
    await commands.executeCommand('steward.rules.focus');
    await controls.wait({ css: '.monaco-list-row', text: 'Core' }, 'visible');
    scrollTo(editor, 'group BeautyVIP');
    await drawn('members (');
    await controls.screenshot('results');
  });

  it('why: a table and the evidence under the mouse', async () => {
    const editor = await simulated();
    const at = positionIn(editor.document, 'risk Critical', 'risk '.length + 2);
    editor.selection = new Selection(at, at);
    scrollTo(editor, 'health service');
    await commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await commands.executeCommand('editor.action.showHover');
    await controls.wait({ css: '.monaco-hover', text: 'steward simulate' }, 'visible');
    await controls.screenshot('why');
    await controls.press(['Escape']);
  });

  it('a finding and its fix', async () => {
    await closeAll();
    await commands.executeCommand('workbench.view.explorer');
    const editor = await write(
      `import "../baseline/baseline.group"

group Readers "读书群" : interest extends Baseline {
  timezone "Asia/Shanghai"
  override tier Core "核心用户" {
    when mesages in 7d >= 5 and open_rate in 7d > 40
    benefit "每月赠书"
  }
  health activity "活跃度" {
    healthy when messages per day > 10 and messages per day < 8
  }
}
`,
      'reading/readers.group',
    );
    await findings(editor.document.uri, 'a name is unknown', (codes) => codes.includes('unknown-name'));
    const at = positionIn(editor.document, 'mesages', 2);
    editor.selection = new Selection(at, at);
    await commands.executeCommand('workbench.actions.view.problems');
    await commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await commands.executeCommand('editor.action.quickFix');
    await controls.wait({ css: '.action-widget', text: 'messages' }, 'visible');
    await controls.screenshot('quick-fix');
    await controls.press(['Escape']);
    await commands.executeCommand('workbench.action.closePanel');
  });

  it('the dashboard', async () => {
    await closeAll();
    await simulated();
    await commands.executeCommand('steward.showDashboard');
    await commands.executeCommand('workbench.action.closeSidebar');
    await controls.wait({ webview: '#steward', css: 'canvas' }, 'visible');
    await controls.screenshot('dashboard');
  });
});
