/** Key figures, each linked to its section. */

import { integerText } from '@steward/numbers';
import type { ComponentChildren } from 'preact';
import { share } from '../../../values/numbers.ts';
import type { Card } from '../../app/card.ts';
import { useSurroundings } from '../../app/context.ts';
import { Spark, type Tone } from '../../app/pieces.tsx';
import { goToSection } from '../../app/reveal.ts';

interface TileProps {
  section: string;
  label: string;
  value: string;
  detail: ComponentChildren;
  tone: Tone;
  spark?: readonly number[];
}

function Tile({ section, label, value, detail, tone, spark }: TileProps) {
  return (
    <li>
      <a
        class={`tile ${tone}`}
        href={`#section-${section}`}
        onClick={(event) => {
          event.preventDefault();
          goToSection(section);
        }}
      >
        <span class="tile-label">{label}</span>
        <span class="tile-value">{value}</span>
        <span class="tile-detail">{detail}</span>
        {spark === undefined ? null : <Spark values={spark} tone={tone} />}
      </a>
    </li>
  );
}

export const card: Card = { order: 0, title: null, Component: Overview };

function Overview() {
  const { dashboard, words } = useSurroundings();
  const { members, health, risks, content, actions, undecided } = dashboard;
  const last = health.map(({ byDay }) => byDay.at(-1) ?? '?');
  const healthy = last.filter((verdict) => verdict === '+').length;
  const broken = health.filter((_, at) => last[at] === '-').map(({ rule }) => rule.name);
  const opened = risks.reduce((sum, risk) => sum + risk.opened, 0);
  const open = risks.reduce((sum, risk) => sum + risk.openAtEnd, 0);
  const byDay = members.byDay.map((_, day) => risks.reduce((sum, risk) => sum + (risk.openedByDay[day] ?? 0), 0));
  const kept = content.mixes.reduce((sum, mix) => sum + mix.kept, 0);
  const missed = content.mixes.reduce((sum, mix) => sum + mix.missed, 0);
  const list = words.catalogue.comma;
  return (
    <ul class="tiles" aria-label={words.overview}>
      <Tile
        section="tiers"
        label={words.members}
        value={integerText(members.atEnd)}
        detail={members.moves}
        tone="idle"
        spark={members.byDay}
      />
      <Tile
        section="health"
        label={words.catalogue.health}
        value={health.length === 0 ? '–' : words.healthTile(healthy, health.length)}
        detail={
          health.length === 0
            ? words.noHealth
            : broken.length > 0
              ? words.inBreach(broken.join(list))
              : healthy === health.length
                ? words.allHealthy
                : words.catalogue.undecidedHealth
        }
        tone={broken.length > 0 ? 'bad' : health.length === 0 ? 'idle' : healthy === health.length ? 'good' : 'warn'}
      />
      <Tile
        section="risks"
        label={words.incidents}
        value={integerText(opened)}
        detail={open > 0 ? words.incidentsOpen(open) : words.noneOpen}
        tone={open > 0 ? 'bad' : opened > 0 ? 'alert' : 'good'}
        spark={byDay}
      />
      <Tile
        section="content"
        label={words.mixKept}
        value={share(kept, kept + missed) ?? '–'}
        detail={kept + missed === 0 ? words.mixNone : words.mixDetail(missed)}
        tone={kept + missed === 0 ? 'idle' : missed === 0 ? 'good' : 'bad'}
      />
      <Tile
        section="actions"
        label={words.actionsTile}
        value={integerText(actions.total)}
        detail={words.wouldHave}
        tone="idle"
      />
      <Tile
        section="undecided"
        label={words.undecidedTile}
        value={integerText(undecided.length)}
        detail={undecided.length === 0 ? words.allDecided : words.undecidedDetail(undecided.length)}
        tone={undecided.length === 0 ? 'good' : 'warn'}
      />
    </ul>
  );
}
