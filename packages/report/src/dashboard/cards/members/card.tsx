/** The members, a page at a time, searched by the host, and why each is in their tier. */

import { integerText } from '@steward/numbers';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Card } from '../../app/card.ts';
import { useSurroundings } from '../../app/context.ts';
import { dateText } from '../../app/format.ts';
import { Section, Swatch } from '../../app/pieces.tsx';
import { DataTable } from '../../app/table.tsx';
import type { Words } from '../../app/words.ts';
import type { MemberRow, MembersPage } from '../../messages.ts';
import { tierColor } from '../tiers/card.tsx';

const PAGE = 25;
const TYPING = 150;

export const card: Card = { order: 70, title: (words) => words.members, Component: Members, perGroup: true };

function Members() {
  const { dashboard, words, host, kept, keep, theme } = useSurroundings();
  const { tiers } = dashboard.tiers;
  const group = dashboard.group.id;
  const [offset, setOffset] = useState(0);
  const [page, setPage] = useState<MembersPage | null | 'loading'>('loading');
  const [asked, setAsked] = useState<{ member: MemberRow; text: string | null | 'loading' } | null>(null);
  const latest = useRef(0);

  // A new dashboard means a new run: fetch the members again.
  useEffect(() => {
    const turn = ++latest.current;
    const timer = setTimeout(
      async () => {
        const answer = await host.members({ group, search: kept.search, tier: kept.tier, offset, limit: PAGE });
        if (turn === latest.current) setPage(answer);
      },
      page === 'loading' ? 0 : TYPING,
    );
    return () => clearTimeout(timer);
  }, [dashboard, group, kept.search, kept.tier, offset]);

  const ask = async (member: MemberRow): Promise<void> => {
    setAsked({ member, text: 'loading' });
    const text = await host.why(group, member.id);
    setAsked((now) => (now?.member === member ? { member, text } : now));
  };
  const tierCell = (name: string | null) => {
    const index = tiers.findIndex((tier) => tier.tier === name);
    const tier = tiers[index];
    if (tier === undefined) return <span class="muted">{words.untiered}</span>;
    return (
      <span class="tier-cell">
        <Swatch color={tierColor(tier, index, theme)} />
        {tier.rule.name}
      </span>
    );
  };
  return (
    <Section id="members" title={words.members}>
      <div class="card">
        {[dashboard.members.staff, ...dashboard.members.misfits].map((text) =>
          text === null ? null : (
            <p key={text} class="muted">
              {text}
            </p>
          ),
        )}
        <search class="fields">
          <label class="field grow">
            <span>{words.search}</span>
            <input
              type="search"
              value={kept.search}
              placeholder={words.searchHint}
              onInput={({ currentTarget }) => {
                setOffset(0);
                keep({ search: currentTarget.value });
              }}
            />
          </label>
          <label class="field">
            <span>{words.tier}</span>
            <select
              value={kept.tier ?? ''}
              onChange={({ currentTarget }) => {
                setOffset(0);
                keep({ tier: currentTarget.value === '' ? null : currentTarget.value });
              }}
            >
              <option value="">{words.anyTier}</option>
              {tiers.map(({ tier, rule }) => (
                <option key={tier} value={tier}>
                  {rule.name}
                </option>
              ))}
            </select>
          </label>
        </search>
        <output class="muted">{countText()}</output>
        {page === 'loading' || page === null || page.total === 0 ? null : (
          <>
            <DataTable
              caption={words.members}
              columns={[
                { header: words.member },
                { header: words.role },
                { header: words.tier },
                { header: words.since },
                { header: words.why },
              ]}
              rows={page.members.map((member) => [
                <span key="name">
                  {member.name ?? member.id}
                  {member.name === null ? null : <span class="muted id">{member.id}</span>}
                </span>,
                roleName(member.role, words),
                tierCell(member.tier),
                member.since === null ? '' : dateText(member.since, dashboard.group),
                <button
                  key="why"
                  type="button"
                  class="quiet"
                  aria-label={words.whyOf(member.name ?? member.id)}
                  aria-expanded={asked?.member.id === member.id}
                  onClick={() => ask(member)}
                >
                  {words.why}
                </button>,
              ])}
            />
            <div class="pager">
              <button
                type="button"
                class="quiet"
                disabled={offset === 0}
                onClick={() => setOffset(Math.max(0, offset - PAGE))}
              >
                {words.previous}
              </button>
              <button
                type="button"
                class="quiet"
                disabled={offset + PAGE >= page.total}
                onClick={() => setOffset(offset + PAGE)}
              >
                {words.next}
              </button>
            </div>
          </>
        )}
        {asked === null ? null : (
          <section class="why" aria-live="polite" aria-label={words.whyOf(asked.member.name ?? asked.member.id)}>
            <div class="card-head">
              <h3>{words.whyOf(asked.member.name ?? asked.member.id)}</h3>
              <button type="button" class="quiet" onClick={() => setAsked(null)}>
                {words.close}
              </button>
            </div>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
            <pre tabIndex={0}>{asked.text === 'loading' ? words.loading : (asked.text ?? words.unavailable)}</pre>
          </section>
        )}
      </div>
    </Section>
  );

  function countText(): string {
    if (page === 'loading') return words.loading;
    if (page === null) return words.unavailable;
    if (page.total === 0) return words.noMembers;
    return words.range(integerText(offset + 1), integerText(offset + page.members.length), integerText(page.total));
  }
}

/** Unknown roles are shown as the log has them. */
function roleName(role: string, { catalogue }: Words): string {
  const known: Readonly<Record<string, string>> = catalogue.role;
  return known[role] ?? role;
}
