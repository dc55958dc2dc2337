/**
 * The dashboard of one file, in a panel of the editor.
 *
 * - Holds no log and no policy: relays the server's answers and follows new results.
 * - Keeps the last dashboard, marked as such, during a run or while the rules have errors.
 */
import { randomBytes } from 'node:crypto';
import {
  DASHBOARD,
  type DashboardAsk,
  type EvidencePlace,
  MEMBERS,
  type MembersAnswer,
  type MembersAsk,
  OPEN_EVIDENCE_COMMAND,
  SIMULATE_COMMAND,
  WHY,
  type WhyAnswer,
  type WhyAsk,
} from '@steward/editor/protocol';
import type { Dashboard, FromPage, RunStatus, ToPage } from '@steward/report';
import { commands, type Disposable, EventEmitter, env, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { Steward } from '../client/steward.ts';
import { withoutLinks } from '../commands/notice.ts';
import { say } from '../words.ts';
import { panelDocument } from './document.ts';
import { openRule } from './rules.ts';

export const VIEW_TYPE = 'steward.dashboard';
const PAGE = ['dist', 'dashboard'];

export class DashboardPanel {
  readonly uri: Uri;
  private readonly panel: WebviewPanel;
  private readonly steward: Steward;
  private readonly closed = new EventEmitter<void>();
  readonly onClosed = this.closed.event;
  private readonly parts: Disposable[] = [];
  private group: string | null;
  private dashboard: Dashboard | null = null;
  /** What to reveal once the page is ready. */
  private wanted: string | null = null;
  private ended = false;
  private ready = false;
  /** Number of the latest request; answers to earlier ones are ignored. */
  private turn = 0;

  /** Takes a new panel, or one restored after a window reload. */
  constructor(extension: Uri, steward: Steward, uri: Uri, group: string | null, given: WebviewPanel | null) {
    this.uri = uri;
    this.steward = steward;
    this.group = group;
    const name = uri.path.replace(/^.*\//, '');
    const title = say.dashboard(name);
    const root = Uri.joinPath(extension, ...PAGE);
    this.panel =
      given ?? window.createWebviewPanel(VIEW_TYPE, title, { viewColumn: ViewColumn.Beside, preserveFocus: false });
    const { webview } = this.panel;
    webview.options = { enableScripts: true, localResourceRoots: [root] };
    this.panel.iconPath = Uri.joinPath(extension, 'media', 'icon.png');
    this.parts.push(
      this.closed,
      webview.onDidReceiveMessage(async (message: FromPage) => {
        try {
          await this.take(message);
        } catch (error) {
          steward.output.error(error instanceof Error ? error : String(error));
          await window.showErrorMessage(withoutLinks(error instanceof Error ? error.message : String(error)));
        }
      }),
      this.panel.onDidDispose(() => this.end()),
      steward.onResults((results) => {
        if (results.uri === uri.toString()) void this.refresh(results.state === 'fresh' || results.state === 'none');
      }),
    );
    webview.html = panelDocument({
      script: webview.asWebviewUri(Uri.joinPath(root, 'dashboard.js')).toString(),
      style: webview.asWebviewUri(Uri.joinPath(root, 'style.css')).toString(),
      source: webview.cspSource,
      nonce: randomBytes(16).toString('base64url'),
      language: env.language,
      title,
      file: uri.toString(),
    });
  }

  /** Brings it to the front, at the given group and clause if any. */
  show(group: string | null, clause: string | null): void {
    this.panel.reveal(undefined, false);
    this.wanted = clause ?? this.wanted;
    if (group !== null && group !== this.group) {
      this.group = group;
      void this.refresh(true);
    } else this.revealWanted();
  }

  dispose(): void {
    this.panel.dispose();
  }

  private end(): void {
    this.ended = true;
    this.closed.fire();
    for (const part of this.parts) part.dispose();
  }

  private post(message: ToPage): void {
    // The panel may have been closed meanwhile.
    if (this.ended) return;
    void this.panel.webview.postMessage(message);
  }

  private revealWanted(): void {
    if (!this.ready || this.wanted === null || this.dashboard === null) return;
    this.post({ kind: 'reveal', clause: this.wanted });
    this.wanted = null;
  }

  /** @param anew whether the server has newer data than what is shown */
  private async refresh(anew: boolean): Promise<void> {
    let failure: string | null = null;
    if (anew || this.dashboard === null) {
      const turn = ++this.turn;
      const ask: DashboardAsk = { uri: this.uri.toString(), group: this.group };
      try {
        const answer = await this.steward.request<DashboardAsk, Dashboard | null>(DASHBOARD, ask);
        // If the new log lacks the group, shows the first one.
        const found =
          answer === null && this.group !== null
            ? await this.steward.request<DashboardAsk, Dashboard | null>(DASHBOARD, { ...ask, group: null })
            : answer;
        if (turn !== this.turn) return;
        this.dashboard = found;
        this.group = found?.group.id ?? this.group;
      } catch (error) {
        if (turn !== this.turn) return;
        failure = error instanceof Error ? error.message : String(error);
      }
    }
    if (!this.ready) return;
    this.post({ kind: 'show', dashboard: this.dashboard, status: this.status(failure) });
    this.revealWanted();
  }

  private status(failure: string | null): RunStatus {
    const results = this.steward.resultsOf(this.uri);
    const run = results?.run ?? null;
    return {
      state: failure === null ? (results?.state ?? 'none') : 'failed',
      message: failure ?? results?.message ?? null,
      log: run?.log ?? '',
      took: run?.milliseconds ?? null,
      notes: run?.notes ?? [],
    };
  }

  private async take(message: FromPage): Promise<void> {
    switch (message.kind) {
      case 'ready':
        this.ready = true;
        this.group ??= message.group;
        return this.refresh(true);
      case 'group':
        this.group = message.group;
        return this.refresh(true);
      case 'members':
        return this.members(message.request, message.ask);
      case 'why':
        return this.why(message.request, message.group, message.member);
      case 'rule':
        return openRule(this.steward, this.uri, message.clause);
      case 'evidence': {
        const { uri, line, at } = message;
        const place: EvidencePlace = { uri, line, at };
        await commands.executeCommand(OPEN_EVIDENCE_COMMAND, place);
        return;
      }
      case 'simulate':
        await commands.executeCommand(SIMULATE_COMMAND, this.uri.toString(), null);
    }
  }

  private async members(request: number, wanted: Omit<MembersAsk, 'uri'>): Promise<void> {
    const ask: MembersAsk = { uri: this.uri.toString(), ...wanted };
    const page = await this.steward.request<MembersAsk, MembersAnswer | null>(MEMBERS, ask).catch(() => null);
    this.post({ kind: 'members', request, page });
  }

  private async why(request: number, group: string, member: string): Promise<void> {
    const ask: WhyAsk = { uri: this.uri.toString(), group, member, on: null };
    const answer = await this.steward.request<WhyAsk, WhyAnswer | null>(WHY, ask).catch(() => null);
    this.post({ kind: 'why', request, text: answer?.text ?? null });
  }
}
