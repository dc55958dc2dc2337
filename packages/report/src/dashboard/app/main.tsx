/** Starts the page: in an editor's panel, or in a report on disk that carries its data. */
import { render } from 'preact';
import type { EmbeddedReport } from '../messages.ts';
import { embeddedHost } from './embedded-host.ts';
import { editorHost, type Host } from './host.ts';
import { keptFrom, Page } from './page.tsx';
import { WORDS } from './words.ts';

function hostOf(): Host {
  const data = document.getElementById('steward-report')?.textContent;
  if (data !== undefined && data !== null) {
    const report: EmbeddedReport = JSON.parse(data);
    return embeddedHost(report, WORDS[report.locale]);
  }
  const acquire = globalThis.acquireVsCodeApi;
  if (acquire === undefined) throw new Error('neither an editor nor a report');
  const locale = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
  return editorHost(acquire, locale, (stored) => keptFrom(stored).group);
}

const root = document.getElementById('steward');
if (root === null) throw new Error('the page has no place for the dashboard');
const host = hostOf();
render(<Page host={host} kept={keptFrom(host.restore())} />, root);
