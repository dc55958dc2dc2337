/** What the window tells in its notifications. Tests get no toasts: VS Code keeps them in its list while it is driven. */
import { commands } from 'vscode';
import { controls } from './page.ts';

/** Waits for one with a text. */
export async function notified(text: string): Promise<void> {
  await commands.executeCommand('notifications.showList');
  await controls.wait({ css: '.notifications-center .notification-list-item', text }, 'visible');
}

export async function clearNotifications(): Promise<void> {
  await commands.executeCommand('notifications.clearAll');
  await commands.executeCommand('notifications.hideList');
}
