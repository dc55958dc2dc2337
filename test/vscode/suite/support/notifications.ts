/** The window's notifications. Tests get no toasts: VS Code keeps them in its list while it is driven. */
import { ok } from 'node:assert';
import { commands } from 'vscode';
import { eventually } from './eventually.ts';
import { controls } from './page.ts';

/** Waits for one that contains a text. */
export async function notified(text: string): Promise<void> {
  await eventually(`a notification that says “${text}”`, async () => {
    // An empty list doesn't stay open.
    await commands.executeCommand('notifications.showList');
    const found = await controls.elements({ css: '.notifications-center .notification-list-item' });
    ok(
      found.some((each) => each.text.includes(text)),
      found.map((each) => each.text).join(' | '),
    );
  });
}

export async function clearNotifications(): Promise<void> {
  await commands.executeCommand('notifications.clearAll');
  await commands.executeCommand('notifications.hideList');
}
