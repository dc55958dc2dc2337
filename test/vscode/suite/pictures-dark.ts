import { describe, it } from 'mocha';
import { commands } from 'vscode';
import { simulated } from './support/example.ts';
import { controls } from './support/page.ts';

describe('pictures in the dark', () => {
  it('the dashboard, alone', async () => {
    await simulated();
    await commands.executeCommand('steward.showDashboard');
    await commands.executeCommand('workbench.action.closeSidebar');
    await commands.executeCommand('workbench.action.maximizeEditorHideSidebar');
    await controls.wait({ webview: '#steward', css: 'canvas' }, 'visible');
    await controls.screenshot('dashboard-dark');
  });
});
