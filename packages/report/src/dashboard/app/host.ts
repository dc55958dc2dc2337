/** Who answers the page: the panel of an editor, or the data in a report on disk. */
import type { Locale } from '@steward/text';
import type { FromPage, MembersPage, MembersWanted, ToPage } from '../messages.ts';
import type { Rule } from '../parts.ts';

export interface Host {
  locale: Locale;
  /** Whether rules and evidence open in an editor; else the page shows what it knows of them. */
  editor: boolean;
  /** Begins to listen; what the host has to show arrives by `receive`. */
  start: (receive: (message: Extract<ToPage, { kind: 'show' | 'reveal' }>) => void) => void;
  showGroup: (group: string) => void;
  members: (wanted: MembersWanted) => Promise<MembersPage | null>;
  why: (group: string, member: string) => Promise<string | null>;
  /** @returns false where the page itself must show the rule */
  openRule: (rule: Rule) => boolean;
  openEvidence: (uri: string, line: number, at: string) => void;
  simulate: () => void;
  /** What the page looked like when it was hidden; null where nothing was kept. */
  restore: () => unknown;
  keep: (state: unknown) => void;
}

interface EditorApi {
  postMessage: (message: FromPage) => void;
  getState: () => unknown;
  setState: (state: unknown) => void;
}

declare global {
  /** Only in a page that an editor shows. */
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
    // The panel that is opened again knows its file by what its page remembers.
    keep: (state) => api.setState(typeof state === 'object' ? { ...state, file } : { file }),
  };
}
