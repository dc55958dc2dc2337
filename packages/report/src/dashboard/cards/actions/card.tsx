/** What the rules would have done: totals, and actions in order of time. */

import { integerText } from '@steward/numbers';
import type { Card } from '../../app/card.ts';
import { useSurroundings } from '../../app/context.ts';
import { timeText } from '../../app/format.ts';
import { RuleLink, Section } from '../../app/pieces.tsx';
import { DataTable } from '../../app/table.tsx';

export const card: Card = { order: 60, title: (words) => words.actionsTile, Component: Actions };

function Actions() {
  const { dashboard, words } = useSurroundings();
  const { actions, group } = dashboard;
  const { catalogue } = words;
  const byCount = actions.byAction.toSorted((a, b) => b.count - a.count);
  const most = Math.max(1, ...actions.byAction.map(({ count }) => count));
  return (
    <Section id="actions" title={catalogue.actions} note={<p class="muted">{catalogue.nothingSent}</p>}>
      {actions.total === 0 ? (
        <p class="muted">{catalogue.noActions}</p>
      ) : (
        <div class="actions">
          <div class="card">
            <ul class="plain bars">
              {byCount.map(({ action, count, prevented }) => (
                <li key={action}>
                  <span>{action}</span>
                  <svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
                    <rect width={(count / most) * 100} height="1" />
                  </svg>
                  <span class="number">{integerText(count)}</span>
                  {prevented === null ? null : (
                    <span class="muted block">{`${catalogue.actionHeader.prevented}${catalogue.colon}${catalogue.prevented(prevented, integerText(prevented))}`}</span>
                  )}
                </li>
              ))}
            </ul>
          </div>
          <div class="card">
            <h3>{words.takenActions}</h3>
            <DataTable
              caption={words.takenActions}
              columns={[{ header: words.when }, { header: words.action }, { header: words.because }]}
              rows={actions.records.map(({ at, text, cause }) => [
                <span key="at" class="time">
                  {timeText(at, group)}
                </span>,
                text,
                cause === null ? '' : <RuleLink key="cause" rule={cause} />,
              ])}
            />
            {actions.later > 0 ? (
              <p class="muted">{words.firstActions(integerText(actions.records.length), integerText(actions.total))}</p>
            ) : null}
          </div>
        </div>
      )}
    </Section>
  );
}
