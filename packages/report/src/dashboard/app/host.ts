/** The page's counterpart: an editor's panel, or the data of a report on disk. */
import type { Locale } from '@steward/text';
import type { FromPage, MembersPage, MembersWanted, ToPage } from '../messages.ts';
import type { Rule } from '../parts.ts';

export interface Host {
  locale: Locale;
  /** Whether rules and evidence open in an editor. If not, the page shows them itself. */
  editor: boolean;
  /** Starts listening; data arrives through `receive`. */
  start: (receive: (message: Extract<ToPage, { kind: 'show' | 'reveal' }>) => void) => void;
  showGroup: (group: string) => void;
  members: (wanted: MembersWanted) => Promise<MembersPage | null>;
  why: (group: string, member: string) => Promise<string | null>;
  /** @returns false if the page must show the rule itself */
  openRule: (rule: Rule) => boolean;
  openEvidence: (uri: string, line: number, at: string) => void;
  simulate: () => void;
  /** State saved when the page was hidden; null if there is none. */
  restore: () => unknown;
  keep: (state: unknown) => void;
}

interface EditorApi {
  postMessage: (message: FromPage) => void;
  getState: () => unknown;
  setState: (state: unknown) => void;
}

declare global {
  /** Only exists in an editor's webview. */
  var acquireVsCodeApi: (() => EditorApi) | undefined;
}

export function editorHost(
  acquire: () => EditorApi,
  locale: Locale,
  groupKept: (kept: unknown) => string | null,
): Host {
  const api = acquire();
  const { file } = document.getElementById('steward')?.dataset ?? {};
  const waiting = new Map<number, (answer: MembersPage | string | null) => void>();
  let requests = 0;
  const ask = <Answer extends MembersPage | string>(
    send: (request: number) => FromPage,
    fits: (answer: MembersPage | string | null) => answer is Answer,
  ): Promise<Answer | null> =>
    new Promise((resolve) => {
      const request = ++requests;
      waiting.set(request, (answer) => resolve(fits(answer) ? answer : null));
      api.postMessage(send(request));
    });
  const settle = (request: number, answer: MembersPage | string | null): void => {
    waiting.get(request)?.(answer);
    waiting.delete(request);
  };
  return {
    locale,
    editor: true,
    start(receive) {
      addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
        if (data.kind === 'members') settle(data.request, data.page);
        else if (data.kind === 'why') settle(data.request, data.text);
        else receive(data);
      });
      api.postMessage({ kind: 'ready', group: groupKept(api.getState()) });
    },
    showGroup: (group) => api.postMessage({ kind: 'group', group }),
    members: (wanted) =>
      ask(
        (request) => ({ kind: 'members', request, ask: wanted }),
        (answer) => typeof answer === 'object' && answer !== null,
      ),
    why: (group, member) =>
      ask(
        (request) => ({ kind: 'why', request, group, member }),
        (answer) => typeof answer === 'string',
      ),
    openRule(rule) {
      api.postMessage({ kind: 'rule', clause: rule.clause });
      return true;
    },
    openEvidence: (uri, line, at) => api.postMessage({ kind: 'evidence', uri, line, at }),
    simulate: () => api.postMessage({ kind: 'simulate' }),
    restore: () => api.getState() ?? null,
    // A reopened panel finds its file through the saved state.
    keep: (state) => api.setState(typeof state === 'object' ? { ...state, file } : { file }),
  };
}
