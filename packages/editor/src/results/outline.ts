/**
 * A file's rules as a tree: its groups with their own and inherited rules, and the latest results.
 *
 * A file without groups shows its clauses, with sums over the groups that inherit them.
 */
import type { Policy, SourceRange } from '@steward/policy';
import type { Outcome } from '@steward/simulator';
import type { Locale } from '@steward/text';
import type { RuleNode } from '../protocol.ts';
import { type Clause, type ClauseKind, readClauses, readerOf, type Wanted } from './clauses.ts';
import { type Formatter, formatterFor } from './formatter.ts';
import type { LineText } from './input.ts';
import { labelReader } from './labels.ts';
import { lineReader, protocolRange } from './lines.ts';

export interface OutlineInput {
  policy: Policy;
  /** null before a run. */
  outcome: Outcome | null;
  locale: Locale;
  /** URI of a policy file; null if it cannot be opened. */
  uriOf: (file: number) => string | null;
}

/** Kinds of clauses with nodes of their own; parts have none. */
const KINDS = {
  group: 'group',
  tier: 'tier',
  category: 'category',
  mix: 'mix',
  cap: 'cap',
  ban: 'ban',
  slot: 'slot',
  health: 'health',
  risk: 'risk',
  campaign: 'campaign',
  cadence: 'cadence',
  lifecycle: 'lifecycle',
  stage: 'stage',
} as const satisfies Partial<Record<ClauseKind, RuleNode['kind']>>;

/** In tree order. */
const SECTIONS = [
  ['tiers', ['tier']],
  ['content', ['mix', 'category', 'cap', 'ban', 'slot']],
  ['health', ['health']],
  ['risks', ['risk']],
  ['campaigns', ['campaign', 'cadence']],
] as const;

/** @param file index into the policy's files */
export function outline(input: OutlineInput, file: number): RuleNode[] {
  const formatter = formatterFor(input.policy, input.locale);
  const groups = input.policy.groups.filter(({ range }) => range.file === file);
  const trees = groups.flatMap(({ name }) => {
    const nodes = nodesOf(input, formatter, { group: name });
    const [group] = nodes.filter(({ kind }) => kind === 'group');
    return group === undefined ? [] : [{ ...group, children: sections(formatter, nodes, `${group.id}/`) }];
  });
  const own = groups.length > 0 ? trees : sections(formatter, nodesOf(input, formatter, { file }), '');
  return [...own, ...scenarioSection(input, formatter, file)];
}

function sections(formatter: Formatter, nodes: readonly RuleNode[], prefix: string): RuleNode[] {
  const of = (kinds: readonly RuleNode['kind'][]): RuleNode[] =>
    kinds.flatMap((kind) => nodes.filter((node) => node.kind === kind));
  const filled = SECTIONS.flatMap(([name, kinds]) => {
    const children = of(kinds);
    return children.length === 0 ? [] : [section(`${prefix}${name}`, formatter.words[name], children)];
  });
  const stages = of(['stage']);
  const lifecycle = of(['lifecycle']).map((node) => ({ ...node, children: stages }));
  return [...filled, ...lifecycle];
}

function section(id: string, label: string, children: RuleNode[]): RuleNode {
  return { id, kind: 'section', label, description: null, tone: 'neutral', location: null, clause: null, children };
}

function nodesOf(input: OutlineInput, formatter: Formatter, wanted: Wanted): RuleNode[] {
  const { policy, outcome } = input;
  const lines = lineReader(formatter, outcome?.log.shows ?? []);
  const labels = labelReader(formatter);
  const read =
    <Kind extends ClauseKind>(kind: Kind) =>
    (clause: Clause<Kind>): { label: string; line: LineText | null } => ({
      label: labels[kind](clause),
      line: outcome === null ? null : lines[kind](clause),
    });
  return readClauses(policy, outcome, wanted, readerOf(read)).flatMap(({ kind, key, range, value }) => {
    const node = nodeKind(kind);
    if (node === null) return [];
    const { label, line } = value;
    return [
      {
        id: key,
        kind: node,
        label,
        description: line?.text ?? null,
        tone: line?.tone ?? 'neutral',
        location: locationOf(input, range),
        clause: key,
        children: [],
      },
    ];
  });
}

function nodeKind(kind: ClauseKind): RuleNode['kind'] | null {
  return kind in KINDS ? KINDS[kind as keyof typeof KINDS] : null;
}

function locationOf({ uriOf }: OutlineInput, range: SourceRange): RuleNode['location'] {
  const uri = uriOf(range.file);
  return uri === null ? null : { uri, range: protocolRange(range) };
}

function scenarioSection(input: OutlineInput, { own }: Formatter, file: number): RuleNode[] {
  const scenarios = input.policy.scenarios.filter(({ range }) => range.file === file);
  if (scenarios.length === 0) return [];
  const children = scenarios.map(
    ({ title, range }, i): RuleNode => ({
      id: `scenario/${i + 1}`,
      kind: 'scenario',
      label: title,
      description: null,
      tone: 'neutral',
      location: locationOf(input, range),
      clause: null,
      children: [],
    }),
  );
  return [section('scenarios', own.scenarios, children)];
}
