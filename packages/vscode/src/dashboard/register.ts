/** Dashboard commands and open panels, one per file. */
import { type DashboardTarget, SHOW_DASHBOARD_COMMAND } from '@steward/editor/protocol';
import { commands, type ExtensionContext, Uri, type WebviewPanel, window } from 'vscode';
import type { Steward } from '../client/steward.ts';
import { targetOf } from '../commands/target.ts';
import { DashboardPanel, VIEW_TYPE } from './panel.ts';
import { clauseAt } from './rules.ts';

export function registerDashboard(context: ExtensionContext, steward: Steward): void {
  const open = new Map<string, DashboardPanel>();

  const panelOf = (uri: Uri, group: string | null, given: WebviewPanel | null): DashboardPanel => {
    const known = open.get(uri.toString());
    if (known !== undefined && given === null) return known;
    // A restored panel whose file already has one replaces nothing.
    known?.dispose();
    const panel = new DashboardPanel(context.extensionUri, steward, uri, group, given);
    open.set(uri.toString(), panel);
    panel.onClosed(() => {
      if (open.get(uri.toString()) === panel) open.delete(uri.toString());
    });
    return panel;
  };
  const show = async (given: unknown): Promise<void> => {
    const target = isTarget(given) ? given : null;
    const uri = target === null ? await targetOf(given) : Uri.parse(target.uri);
    if (uri === null) return;
    const group = target?.group ?? null;
    panelOf(uri, group, null).show(group, target?.clause ?? null);
  };
  const showRule = async (): Promise<void> => {
    const editor = window.activeTextEditor;
    if (editor === undefined) return;
    panelOf(editor.document.uri, null, null).show(null, clauseAt(steward, editor));
  };

  context.subscriptions.push(
    commands.registerCommand(SHOW_DASHBOARD_COMMAND, show),
    commands.registerCommand('steward.showRuleInDashboard', showRule),
    window.registerWebviewPanelSerializer(VIEW_TYPE, {
      async deserializeWebviewPanel(panel, state: unknown) {
        const file = fileOf(state);
        if (file === null) panel.dispose();
        else panelOf(Uri.parse(file), null, panel);
      },
    }),
    { dispose: () => disposeAll(open.values()) },
  );
}

function isTarget(given: unknown): given is DashboardTarget {
  return (
    typeof given === 'object' &&
    given !== null &&
    !(given instanceof Uri) &&
    'uri' in given &&
    typeof given.uri === 'string'
  );
}

/** The file in a restored panel's saved state. */
function fileOf(state: unknown): string | null {
  if (typeof state !== 'object' || state === null || !('file' in state)) return null;
  return typeof state.file === 'string' ? state.file : null;
}

function disposeAll(panels: Iterable<DashboardPanel>): void {
  for (const panel of [...panels]) panel.dispose();
}
