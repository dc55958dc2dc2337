import { describe, it } from 'mocha';
import { commands } from 'vscode';
import { drawn } from './support/drawn.ts';
import { scrollTo, simulated } from './support/example.ts';
import { controls } from './support/page.ts';

describe('pictures in Chinese', () => {
  it('results beside the rules, and the dashboard', async () => {
    const editor = await simulated();
    await commands.executeCommand('steward.translateToChinese', editor.document.uri);
    await commands.executeCommand('workbench.action.closeSidebar');
    scrollTo(editor, '群 BeautyVIP');
    await drawn(' 人');
    await controls.screenshot('results.zh');
    await commands.executeCommand('steward.showDashboard');
    await controls.wait({ webview: '#steward', css: 'canvas' }, 'visible');
    await controls.screenshot('dashboard.zh');
  });
});
