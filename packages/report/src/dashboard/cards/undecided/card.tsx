/** What could not be decided, and why. */

import { integerText } from '@steward/numbers';
import type { Card } from '../../app/card.ts';
import { useSurroundings } from '../../app/context.ts';
import { RuleLink, Section } from '../../app/pieces.tsx';
import { DataTable } from '../../app/table.tsx';

export const card: Card = { order: 80, title: (words) => words.undecidedTile, Component: Undecided };

function Undecided() {
  const { dashboard, words } = useSurroundings();
  const { undecided } = dashboard;
  const { catalogue } = words;
  const lacking = undecided.some(({ reasons }) => reasons.some(({ reason }) => reason === 'missingSignal'));
  return (
    <Section
      id="undecided"
      title={catalogue.undecided}
      note={lacking ? <p class="muted">{catalogue.missingSignalHint}</p> : null}
    >
      {undecided.length === 0 ? (
        <p class="muted">{catalogue.everythingDecided}</p>
      ) : (
        <div class="card flush">
          <DataTable
            caption={catalogue.undecided}
            whole
            columns={[{ header: words.undecidedClause }, { header: words.howOften }, { header: words.reason }]}
            rows={undecided.map(({ rule, unknown, evaluations, counted, reasons, kind }) => [
              <RuleLink key="rule" rule={rule}>
                {kind === 'mix' || kind === 'cap' ? rule.name : catalogue.clause[kind](rule.name)}
              </RuleLink>,
              catalogue.ofEvaluations(integerText(unknown), integerText(evaluations), counted),
              <ul key="reasons" class="plain tight">
                {reasons.map(({ reason, text, count }) => (
                  <li key={reason}>
                    <span class="count">{integerText(count)}</span> {text}
                  </li>
                ))}
              </ul>,
            ])}
          />
        </div>
      )}
    </Section>
  );
}
