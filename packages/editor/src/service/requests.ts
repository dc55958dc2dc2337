/** Answers the requests of `protocol.ts`. */
import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import * as protocol from '../protocol.ts';
import { outline } from '../results/outline.ts';
import { HostRefusal } from './host-process.ts';
import { gitRevision } from './revision.ts';
import { runScenarios, scenariosOf } from './scenarios.ts';
import type { Service } from './service.ts';
import { simulateFile } from './simulate.ts';

export function registerRequests(service: Service): void {
  const { connection } = service.host;
  const file = ({ uri }: protocol.FileAsk) => service.existing(service.host.pathOf(uri));

  on(connection, protocol.SIMULATE, (ask: protocol.SimulateAsk, token) => {
    const progress = connection.window.attachWorkDoneProgress(ask.workDoneToken);
    const { group, log } = ask;
    return simulateFile(service, service.host.pathOf(ask.uri), { group, log }, progress, [token]);
  });
  on(connection, protocol.STOP, async (ask: protocol.FileAsk) => {
    file(ask)?.stop();
    return null;
  });
  on(connection, protocol.CLAUSE, async (ask: protocol.ClauseAsk) => {
    const shown = service.shownBy(service.host.pathOf(ask.uri));
    return (await shown?.simulation.ask('clause', { file: shown.file, clause: ask.clause })) ?? null;
  });
  on(connection, protocol.EXCERPT, (place: protocol.EvidencePlace) => excerpt(service, place));
  on(connection, protocol.OUTLINE, (ask: protocol.FileAsk) => outlineOf(service, ask));
  on(connection, protocol.DASHBOARD, async ({ uri, group }: protocol.DashboardAsk) => {
    return (await file({ uri })?.ask('dashboard', { group })) ?? null;
  });
  on(connection, protocol.MEMBERS, async ({ uri, ...ask }: protocol.MembersAsk) => {
    return (await file({ uri })?.ask('members', ask)) ?? { total: 0, members: [] };
  });
  on(connection, protocol.WHY, async ({ uri, ...ask }: protocol.WhyAsk) => {
    return (await file({ uri })?.ask('why', ask)) ?? null;
  });
  on(connection, protocol.BOUNDS, async ({ uri }: protocol.FileAsk) => {
    const shown = service.shownBy(service.host.pathOf(uri));
    return (await shown?.simulation.ask('bounds', { file: shown.file })) ?? [];
  });
  on(connection, protocol.SWEEP, async ({ uri, position }: protocol.SweepAsk) => {
    const shown = service.shownBy(service.host.pathOf(uri));
    return (await shown?.simulation.ask('sweep', { file: shown.file, ...position })) ?? null;
  });
  on(connection, protocol.SCENARIOS, async (ask: protocol.FileAsk) => scenariosOf(service, ask));
  on(connection, protocol.RUN_SCENARIOS, ({ uri, titles, coverage }: protocol.RunScenariosAsk) => {
    return runScenarios(service, service.host.pathOf(uri), titles, coverage);
  });
  on(connection, protocol.COMPARE, (ask: protocol.CompareAsk) => compare(service, ask));
}

/** Clients get a sentence about problems that their user can fix. */
function on<Ask, Answer>(
  connection: Connection,
  method: string,
  handle: (ask: Ask, token: CancellationToken) => Promise<Answer>,
): void {
  connection.onRequest<unknown, unknown>(method, async (ask: Ask, token: CancellationToken) => {
    try {
      return await handle(ask, token);
    } catch (error) {
      if (error instanceof HostRefusal) return new ResponseError<unknown>(LSPErrorCodes.RequestFailed, error.message);
      throw error;
    }
  });
}

async function excerpt(service: Service, place: protocol.EvidencePlace): Promise<protocol.Excerpt> {
  for (const simulation of service.simulations()) {
    if (!simulation.results.run?.files.includes(place.uri)) continue;
    const found = await simulation.ask('excerpt', place);
    if (found !== null) return found;
  }
  throw new HostRefusal(service.words().noExcerpt);
}

/** With the results of the last run, if any. */
async function outlineOf(service: Service, { uri }: protocol.FileAsk): Promise<protocol.RuleNode[]> {
  const { host } = service;
  const path = host.pathOf(uri);
  const shown = service.shownBy(path);
  // A first run in progress has nothing to show yet.
  const hasRun = shown !== null && shown.simulation.results.run !== null;
  const known = hasRun ? await shown.simulation.ask('outline', { file: shown.file }) : null;
  if (known !== null) return known;
  const policy = service.lastPolicyOf(path);
  if (policy === null) return [];
  return outline(
    { policy, outcome: null, locale: host.locale, uriOf: (index) => service.uriOfFile(path, policy, index) },
    0,
  );
}

async function compare(service: Service, { uri, against }: protocol.CompareAsk): Promise<protocol.CompareAnswer> {
  const path = service.host.pathOf(uri);
  const simulation = service.existing(path);
  const words = service.words();
  if (service.host.trust === 'none') return { state: 'failed', message: words.untrusted };
  if (simulation === null || !simulation.isSimulated) return { state: 'failed', message: words.notSimulated };
  const other = against === null ? null : gitRevision(path, against, words);
  if (other !== null && other.state === 'failed') return other;
  const answer = await simulation.ask('compare', { against: other, title: words.now });
  return answer ?? { state: 'failed', message: words.failed };
}
