/** Small components shared by all sections. */
import { integerText } from '@steward/numbers';
import type { ComponentChildren } from 'preact';
import type { Places, Rule, VerdictByDay } from '../parts.ts';
import { useSurroundings } from './context.ts';
import { dayAt, timeText } from './format.ts';

/** `warn`: undecided. `alert`: something happened and is over. */
export type Tone = 'good' | 'bad' | 'warn' | 'alert' | 'idle';

export const TONE_OF: Readonly<Record<string, Tone>> = { '+': 'good', '-': 'bad', '?': 'warn' };
const MARK: Record<Tone, string> = { good: '✓', bad: '✗', warn: '?', alert: '!', idle: '·' };

/** A clause's name, linked to the clause. */
export function RuleLink({ rule, children }: { rule: Rule; children?: ComponentChildren }) {
  const { words, openRule } = useSurroundings();
  const title = words.goToRule(rule.name, rule.place);
  return (
    <button type="button" class="rule" title={title} onClick={() => openRule(rule)}>
      {children ?? rule.name}
    </button>
  );
}

export function Pill({ tone, children }: { tone: Tone; children: ComponentChildren }) {
  return (
    <span class={`pill ${tone}`}>
      <span aria-hidden="true" class="mark">
        {MARK[tone]}
      </span>
      {children}
    </span>
  );
}

/** The head of a rule's card: its name, and how it stands. */
export function CardHead({ rule, children }: { rule: Rule; children?: ComponentChildren }) {
  return (
    <div class="card-head">
      <h3>
        <RuleLink rule={rule} />
      </h3>
      {children}
    </div>
  );
}

/** The condition as its author wrote it. */
export function Code({ children }: { children: string }) {
  return children === '' ? null : <code class="code">{children}</code>;
}

export function Section({
  id,
  title,
  note,
  children,
}: {
  id: string;
  title: string;
  note?: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <section class="section" aria-labelledby={`title-${id}`} id={`section-${id}`}>
      <div class="section-head">
        <h2 id={`title-${id}`} tabIndex={-1}>
          {title}
        </h2>
        {note}
      </div>
      {children}
    </section>
  );
}

const SPARK = { width: 120, height: 28 };

/** A sparkline; its numbers are shown elsewhere. */
export function Spark({ values, tone = 'accent' }: { values: readonly number[]; tone?: string }) {
  const most = Math.max(1, ...values);
  const step = SPARK.width / Math.max(1, values.length - 1);
  const points = values.map((value, at) => {
    const y = SPARK.height - 2 - (value / most) * (SPARK.height - 4);
    return `${(at * step).toFixed(1)},${y.toFixed(1)}`;
  });
  const line = points.join(' ');
  return (
    <svg
      class={`spark ${tone}`}
      viewBox={`0 0 ${SPARK.width} ${SPARK.height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <polygon class="spark-area" points={`0,${SPARK.height} ${line} ${SPARK.width},${SPARK.height}`} />
      <polyline class="spark-line" points={line} vector-effect="non-scaling-stroke" />
    </svg>
  );
}

/** One cell per day, coloured by verdict. Runs of equal days are one shape. */
export function DayStrip({ byDay, label }: { byDay: VerdictByDay; label: string }) {
  const runs: { from: number; days: number; verdict: string }[] = [];
  for (const [day, verdict] of [...byDay].entries()) {
    const last = runs.at(-1);
    if (last !== undefined && last.verdict === verdict) last.days += 1;
    else runs.push({ from: day, days: 1, verdict });
  }
  return (
    <svg class="strip" role="img" aria-label={label} viewBox={`0 0 ${byDay.length} 1`} preserveAspectRatio="none">
      {runs.map(({ from, days, verdict }) => (
        <rect
          key={from}
          class={TONE_OF[verdict]}
          x={from}
          y={verdict === '+' ? 0.35 : 0}
          width={days}
          height={verdict === '+' ? 0.3 : 1}
        />
      ))}
    </svg>
  );
}

/** Share against target: the tolerance as a band, the target as a line, the share as a bar. */
export function Bullet({
  actual,
  target,
  tolerance,
  tone,
}: {
  actual: number | null;
  target: number;
  tolerance: number;
  tone: Tone;
}) {
  return (
    <svg class="bullet" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect class="bullet-track" x="0" y="3" width="100" height="4" />
      <rect class="bullet-band" x={(target - tolerance) * 100} y="0.5" width={tolerance * 200} height="9" />
      {actual === null ? null : <rect class={`bullet-bar ${tone}`} x="0" y="3" width={actual * 100} height="4" />}
      <rect class="bullet-target" x={target * 100 - 0.3} y="0" width="0.6" height="10" />
    </svg>
  );
}

export function Swatch({ color }: { color: string }) {
  return (
    <svg class="swatch" viewBox="0 0 10 10" aria-hidden="true">
      <rect width="10" height="10" rx="2.5" fill={color} />
    </svg>
  );
}

export function Legend({ items }: { items: readonly { name: ComponentChildren; key: string; color: string }[] }) {
  return (
    <ul class="legend">
      {items.map(({ key, name, color }) => (
        <li key={key}>
          <Swatch color={color} />
          {name}
        </li>
      ))}
    </ul>
  );
}

/** The events behind a number, each linked to the log if an editor can open it. */
export function Evidence({ places }: { places: Places }) {
  const { words, host, dashboard } = useSurroundings();
  const { files } = dashboard.log;
  if (places.count === 0) return <p class="muted">{words.catalogue.noEvidence}</p>;
  const rest = places.count - places.places.length;
  return (
    <ul class="evidence">
      {places.places.map(({ file, line, at, text }) => {
        const { name = '', uri = null } = files[file] ?? {};
        const short = name.replace(/^.*[\\/]/, '');
        const place = `${short}:${line}`;
        return (
          <li key={`${file}:${line}`}>
            {uri === null || !host.editor ? (
              <span class="place">{place}</span>
            ) : (
              <button
                type="button"
                class="link place"
                title={words.openEvent(short, integerText(line))}
                onClick={() => host.openEvidence(uri, line, at)}
              >
                {place}
              </button>
            )}
            <span class="muted">{timeText(at, dashboard.group)}</span>
            {text === null ? null : <q>{text}</q>}
          </li>
        );
      })}
      {rest > 0 ? <li class="muted">{words.catalogue.more(integerText(rest))}</li> : null}
    </ul>
  );
}

/** Days with one verdict as dates, for screen readers. */
export function stripLabel(byDay: VerdictByDay, from: string, names: Record<'+' | '-' | '?', string>): string {
  const count = (letter: string): number => byDay.split(letter).length - 1;
  const broken = [...byDay].flatMap((verdict, day) => (verdict === '-' ? [dayAt(from, day)] : []));
  const parts = (['+', '-', '?'] as const).flatMap((letter) =>
    count(letter) > 0 ? [`${names[letter]} ${count(letter)}`] : [],
  );
  const dates = broken.slice(0, 10).join(', ');
  return `${parts.join(', ')}${dates === '' ? '' : `: ${dates}${broken.length > 10 ? '…' : ''}`}`;
}
