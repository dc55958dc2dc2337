/** Proofs while typing: their cost next to reading the same file. Every round changes one bound, as an editor would see it. */
import { Checker, memoryFileSystem, RULES, type Rule } from '@steward/language';
import { seconds, table, times } from './table.ts';

const PROOFS = new Set([
  'tier-gap',
  'tier-unreachable',
  'tier-overlap',
  'tier-no-rest',
  'condition-never',
  'condition-always',
  'risk-implied',
  'goals-contradict',
  'stage-shadowed',
  'stage-move-never',
  'kick-without-warn',
  'risk-never-closes',
  'escalate-skips-level',
]);
const TIERS = 200;
const RISKS = 500;
const ROUNDS = 40;
const PERCENTILE = 0.95;

interface Round {
  reading: number;
  proving: number;
}

export function analysisBench(): Promise<string> {
  const rows = [20, 40, 1].map((groups) => {
    const rounds = edits(groups);
    const [first, ...later] = rounds;
    const reading = percentile(later.map((round) => round.reading));
    const proving = percentile(later.map((round) => round.proving));
    return [
      `${groups === 1 ? 'one group' : `${groups} groups`}, together ${TIERS} tiers and ${RISKS} risks`,
      seconds(reading),
      seconds(proving),
      times(proving / reading),
      seconds(first?.proving ?? 0),
    ];
  });
  const head = ['an edit in a file of', 'reading it, p95', 'proofs, p95', 'of reading', 'proofs the first time'];
  return Promise.resolve(table(head, rows));
}

function edits(groups: number): Round[] {
  const checker = new Checker();
  let proving = 0;
  const clocked = (work: () => void): void => {
    const start = performance.now();
    work();
    proving += performance.now() - start;
  };
  const timed = RULES.filter(({ code }) => PROOFS.has(code)).map(
    ({ byGroup, ...rule }): Rule => ({
      ...rule,
      run: (...input) => clocked(() => rule.run(...input)),
      ...(byGroup === undefined
        ? {}
        : { byGroup: { ...byGroup, run: (...input) => clocked(() => byGroup.run(...input)) } }),
    }),
  );
  return Array.from({ length: ROUNDS + 1 }, (_, round) => {
    proving = 0;
    const files = memoryFileSystem({ 'main.group': textOf(groups, round) });
    const start = performance.now();
    checker.check(['main.group'], files, { rules: timed });
    return { proving, reading: performance.now() - start - proving };
  });
}

function percentile(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.ceil(PERCENTILE * sorted.length) - 1] ?? 0;
}

function textOf(groups: number, edit: number): string {
  const tiers = TIERS / groups;
  const risks = Math.ceil(RISKS / groups);
  return Array.from({ length: groups }, (_, index) => groupText(index, tiers, risks, index === 0 ? edit : 0)).join(
    '\n',
  );
}

function groupText(group: number, tiers: number, risks: number, edit: number): string {
  const tierTexts = Array.from({ length: tiers }, (_, index) => {
    const bound = tiers - index + 2 + group + (index === 0 ? edit : 0);
    const rest = `(shares in 7d >= ${1 + (index % 3)} or active_days in 14d >= ${1 + (index % 5)})`;
    return `  tier T${index} { when interactions in ${7 + (index % 4) * 7}d >= ${bound} and ${rest} }`;
  });
  const riskTexts = Array.from({ length: risks }, (_, index) => {
    const ladder = index + 1 < risks ? `escalate to R${index + 1} after 2h` : '';
    const when = `complaints in ${1 + (index % 6)}h >= ${index + 2 + group} and messages in 2h < ${50 + index}`;
    return `  risk R${index} { when ${when}  do warn  ${ladder} }`;
  });
  return `group G${group} : interest {\n  match "g${group}"\n${[...tierTexts, ...riskTexts].join('\n')}\n}`;
}
