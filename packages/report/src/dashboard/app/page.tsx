/** The page: what is shown, what state it is in, and everything about one group. */
import { integerText } from '@steward/numbers';
import type { Locale } from '@steward/text';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Dashboard } from '../dashboard.ts';
import type { RunStatus } from '../messages.ts';
import type { Rule } from '../parts.ts';
import { CARDS } from './cards.generated.ts';
import { NOTHING_KEPT, SurroundingsContext, type ViewState } from './context.ts';
import type { Host } from './host.ts';
import { goToSection, reveal } from './reveal.ts';
import { RuleDialog } from './rule-dialog.tsx';
import { onThemeChange, readTheme } from './theme.ts';
import { WORDS, type Words } from './words.ts';

const IN_ORDER = Object.entries(CARDS).sort(([, one], [, other]) => one.order - other.order);

interface ShownDashboard {
  dashboard: Dashboard | null;
  status: RunStatus;
}

export function Page({ host, kept: restored }: { host: Host; kept: ViewState }) {
  const [shown, setShown] = useState<ShownDashboard | null>(null);
  const [kept, setKept] = useState(restored);
  const [theme, setTheme] = useState(readTheme);
  const [rule, setRule] = useState<Rule | null>(null);
  const wanted = useRef<string | null>(null);
  const words = WORDS[shown?.dashboard?.locale ?? host.locale];

  const keep = useCallback(
    (change: Partial<ViewState>) =>
      setKept((now) => {
        const next = { ...now, ...change };
        host.keep(next);
        return next;
      }),
    [host],
  );
  useEffect(() => {
    const read = (): void => setTheme(readTheme());
    onThemeChange(read);
    // Catches changes made before the subscription.
    read();
  }, []);
  useEffect(() => {
    host.start((message) => {
      if (message.kind === 'show') {
        setShown({ dashboard: message.dashboard, status: message.status });
        const group = message.dashboard?.group.id;
        if (group !== undefined) keep({ group });
      } else if (!reveal(message.clause)) wanted.current = message.clause;
    });
  }, [host, keep]);
  // Requests made before there was anything to show.
  useEffect(() => {
    if (wanted.current !== null && reveal(wanted.current)) wanted.current = null;
  });
  useScroll(shown?.dashboard != null, kept.scroll, keep);

  const openRule = useCallback(
    (one: Rule) => {
      if (!host.openRule(one)) setRule(one);
    },
    [host],
  );
  const surroundings = useMemo(
    () => (shown?.dashboard == null ? null : { dashboard: shown.dashboard, words, host, theme, kept, keep, openRule }),
    [shown, words, host, theme, kept, keep, openRule],
  );
  // A log may have a thousand groups, so the list is rebuilt only for a new run.
  const head = useMemo(
    () =>
      shown?.dashboard == null ? null : (
        <Head dashboard={shown.dashboard} status={shown.status} words={words} host={host} />
      ),
    [shown, words, host],
  );
  if (shown === null)
    return (
      <main class="empty" aria-busy="true">
        {words.loading}
      </main>
    );
  if (surroundings === null) return <Empty status={shown.status} words={words} host={host} />;
  return (
    <SurroundingsContext.Provider value={surroundings}>
      {head}
      <div class="body">
        <Contents words={words} locale={surroundings.dashboard.locale} />
        <main>
          <Notes status={shown.status} words={words} />
          {IN_ORDER.map(([id, { Component, perGroup }]) => (
            <Component key={perGroup === true ? `${id} ${surroundings.dashboard.group.id}` : id} />
          ))}
        </main>
      </div>
      {rule === null ? null : (
        <RuleDialog rule={withSource(rule, surroundings.dashboard)} words={words} onClose={() => setRule(null)} />
      )}
    </SurroundingsContext.Provider>
  );
}

/** A rule that is only mentioned is shown in full with its clause. */
function withSource(rule: Rule, { tiers, content, health, risks, campaigns, lifecycle }: Dashboard): Rule {
  if (rule.source !== null) return rule;
  const all = [
    ...tiers.tiers,
    ...content.mixes,
    ...content.caps,
    ...content.bans,
    ...health,
    ...risks,
    ...campaigns,
    ...(lifecycle?.stages ?? []),
  ];
  return all.find((one) => one.rule.clause === rule.clause)?.rule ?? rule;
}

/** Restores the scroll position. */
function useScroll(ready: boolean, at: number, keep: (change: Partial<ViewState>) => void): void {
  const first = useRef(at);
  useEffect(() => {
    if (!ready) return;
    if (first.current > 0) scrollTo({ top: first.current });
    first.current = 0;
    let timer = 0;
    const remember = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => keep({ scroll: Math.round(scrollY) }), 200);
    };
    addEventListener('scroll', remember, { passive: true });
    return () => {
      clearTimeout(timer);
      removeEventListener('scroll', remember);
    };
  }, [ready, keep]);
}

function Empty({ status, words, host }: { status: RunStatus; words: Words; host: Host }) {
  return (
    <main class="empty">
      <h1>Steward</h1>
      <State status={status} words={words} />
      <p>{status.state === 'failed' ? status.message : status.state === 'running' ? '' : words.stateHint.none}</p>
      {host.editor && status.state !== 'running' ? (
        <button type="button" class="primary" onClick={host.simulate}>
          {words.simulate}
        </button>
      ) : null}
    </main>
  );
}

const STATE_TONE: Record<RunStatus['state'], string> = {
  none: 'idle',
  running: 'busy',
  fresh: 'good',
  stale: 'warn',
  failed: 'bad',
};

function State({ status, words }: { status: RunStatus; words: Words }) {
  const took = status.state === 'fresh' && status.took !== null ? ` · ${integerText(status.took)} ms` : '';
  return (
    <output class={`state ${STATE_TONE[status.state]}`}>
      <span class="dot" aria-hidden="true" />
      {words.state[status.state]}
      {took}
    </output>
  );
}

function Head({
  dashboard,
  status,
  words,
  host,
}: {
  dashboard: Dashboard;
  status: RunStatus;
  words: Words;
  host: Host;
}) {
  const { group, groups } = dashboard;
  const { catalogue } = words;
  const facts = [
    catalogue.kind[group.kind],
    `${group.days.from} → ${group.days.to} (${catalogue.dayCount(group.days.count, integerText(group.days.count))})`,
    group.timezone,
    catalogue.eventCount(group.events, integerText(group.events)),
    catalogue.messageCount(group.messages, integerText(group.messages)),
  ];
  const label = (one: { group: string; name: string | null }): string =>
    one.name === null || one.name === one.group ? one.group : `${one.name} (${one.group})`;
  return (
    <header class="head">
      <div class="head-line">
        <h1 data-clause={group.rule.clause}>{group.rule.name}</h1>
        {groups.length > 1 ? (
          <label class="field inline">
            <span>{words.group}</span>
            <select value={group.id} onChange={({ currentTarget }) => host.showGroup(currentTarget.value)}>
              {groups.map((one) => (
                <option key={one.group} value={one.group}>
                  {label(one)}
                </option>
              ))}
            </select>
            {dashboard.moreGroups > 0 ? <span>{catalogue.more(integerText(dashboard.moreGroups))}</span> : null}
          </label>
        ) : (
          <span class="muted">{label({ group: group.id, name: group.name })}</span>
        )}
        <span class="grow" />
        <State status={status} words={words} />
        {host.editor ? (
          <button type="button" class="primary" onClick={host.simulate} disabled={status.state === 'running'}>
            {words.simulate}
          </button>
        ) : null}
      </div>
      <p class="muted">{facts.join(' · ')}</p>
      <p class="muted">
        {[
          ...(group.purpose === null ? [] : [group.purpose]),
          ...(status.log === '' ? [] : [`${words.log}${catalogue.colon}${status.log}`]),
        ].join(' · ')}
      </p>
    </header>
  );
}

function Notes({ status, words }: { status: RunStatus; words: Words }) {
  const hint = status.state === 'running' || status.state === 'stale' ? [words.stateHint[status.state]] : [];
  const failed = status.state === 'failed' && status.message !== null ? [status.message] : [];
  const lines = [...failed, ...hint, ...status.notes];
  if (lines.length === 0) return null;
  return (
    <ul class={`notes ${failed.length > 0 ? 'bad' : 'warn'}`}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Contents({ words, locale }: { words: Words; locale: Locale }) {
  const sections = IN_ORDER.flatMap(([id, { title }]) => (title === null ? [] : [[id, title(words, locale)] as const]));
  return (
    <nav class="contents" aria-label={words.sections}>
      <ul class="plain">
        {sections.map(([id, title]) => (
          <li key={id}>
            <a
              href={`#section-${id}`}
              onClick={(event) => {
                event.preventDefault();
                goToSection(id);
              }}
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The saved state, as far as it still applies. */
export function keptFrom(stored: unknown): ViewState {
  return typeof stored === 'object' && stored !== null ? { ...NOTHING_KEPT, ...stored } : NOTHING_KEPT;
}
