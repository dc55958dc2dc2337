/** Lowers the blocks of a group. Drops broken clauses and nothing else. */
import type * as policy from '@steward/policy';
import { lengthsWith } from '@steward/policy';
import { type Duration, minuteOfDay } from '@steward/time';
import type { AstNode } from 'langium';
import { textAt } from '../diagnostics/place.ts';
import type * as ast from '../generated/ast.ts';
import { labelsOf } from '../linking/documentation.ts';
import { durationOf, shareOf } from '../types/rational.ts';
import { normalizeMoment } from '../types/values.ts';
import { lowerCalls } from './calls.ts';
import { lowerCondition } from './conditions.ts';
import type { Environment } from './environment.ts';

/** `name`, `label` and range of a declaration. */
export function named(
  node: AstNode & { name: string; label?: string | undefined },
  environment: Pick<Environment, 'context'>,
): policy.Named {
  return {
    name: node.name,
    label: node.label ?? null,
    ...translated(node),
    range: environment.context.range(node),
  };
}

function translated(node: AstNode): Pick<policy.Named, 'translations'> {
  const translations = labelsOf(node);
  return Object.keys(translations).length === 0 ? {} : { translations };
}

type WrittenLengths<Kind extends policy.LengthKind> = { [Name in policy.LengthName<Kind>]?: string | undefined };

/** A clause's durations, which have the same names in the grammar; null if absent. */
function lengths<Kind extends policy.LengthKind>(
  kind: Kind,
  node: WrittenLengths<Kind>,
): Record<policy.LengthName<Kind>, Duration | null> {
  return lengthsWith(kind, (name) => {
    const written = node[name];
    return written === undefined ? null : durationOf(written);
  });
}

function calls(node: { actions: ast.Call[] }, { context, categories }: Environment): policy.ActionCall[] {
  return lowerCalls(node.actions, context, categories);
}

export function lowerTier(tier: ast.Tier, group: Environment): policy.Tier[] {
  const environment: Environment = { ...group, scope: 'member' };
  const when = tier.condition ? lowerCondition(tier.condition, environment) : null;
  if (
    (when === null && !tier.otherwise) ||
    brokenBesides(tier, [...tier.tasks, ...tier.actions, tier.condition], group)
  )
    return [];
  return [
    {
      ...named(tier, group),
      color: tier.color ?? null,
      when,
      ...lengths('tier', tier),
      badge: tier.badge ?? null,
      benefits: tier.benefits,
      tasks: tier.tasks.flatMap((task) => lowerTask(task, environment)),
      strategies: tier.strategies,
      actions: calls(tier, group),
    },
  ];
}

function lowerTask(task: ast.Task, environment: Environment): policy.Task[] {
  const when = environment.context.sound(task) ? lowerCondition(task.condition, environment) : null;
  return when === null ? [] : [{ title: task.title, when, range: environment.context.range(task) }];
}

/** Whether the block itself is broken although all of its clauses are sound. */
function brokenBesides(node: AstNode, clauses: readonly (AstNode | undefined)[], { context }: Environment): boolean {
  return context.taint.has(node) && clauses.every((clause) => clause === undefined || !context.taint.has(clause));
}

export function lowerMix(mix: ast.Mix, environment: Environment): policy.Mix[] {
  if (!environment.context.sound(mix)) return [];
  const tolerance = mix.tolerance === undefined ? '10%' : textAt({ node: mix, property: 'tolerance' });
  const shares = mix.shares.map((share) => ({
    category: categoryName(share.category, environment),
    share: shareOf(textAt({ node: share, property: 'percent' })),
    range: environment.context.range(share),
  }));
  return [{ period: mix.period, tolerance: shareOf(tolerance), shares, range: environment.context.range(mix) }];
}

function categoryName(reference: ast.Cap['category'], { categories }: Environment): string {
  return reference.ref ? categories.resolve(reference.ref).name : reference.$refText;
}

export function lowerCap(cap: ast.Cap, environment: Environment): policy.Cap[] {
  if (!environment.context.sound(cap)) return [];
  const share = shareOf(textAt({ node: cap, property: 'percent' }));
  return [
    {
      category: categoryName(cap.category, environment),
      share,
      period: cap.period,
      range: environment.context.range(cap),
    },
  ];
}

export function lowerBan(ban: ast.Ban, environment: Environment): policy.Ban[] {
  const { context } = environment;
  const lexicon = ban.lexicon?.ref;
  if (lexicon === undefined || !context.sound(lexicon) || brokenBesides(ban, ban.actions, environment)) return [];
  return [
    {
      lexicon: lexicon.name,
      words: context.wordsOf(lexicon),
      actions: calls(ban, environment),
      range: context.range(ban),
    },
  ];
}

export function lowerSlot(slot: ast.Slot, environment: Environment): policy.Slot[] {
  if (!environment.context.sound(slot)) return [];
  const { from, to } = span(slot);
  return [
    {
      label: slot.label,
      ...translated(slot),
      from,
      to,
      category: categoryName(slot.category, environment),
      range: environment.context.range(slot),
    },
  ];
}

function span(node: { from: string; to: string }): { from: number; to: number } {
  return { from: minuteOfDay(node.from), to: minuteOfDay(node.to) };
}

export function lowerHealth(health: ast.Health, environment: Environment): policy.HealthDimension[] {
  const { context } = environment;
  if (health.name === undefined) return [];
  const goals = health.goals.flatMap((goal): policy.Goal[] => {
    const when = context.sound(goal) ? lowerCondition(goal.condition, environment) : null;
    return when === null ? [] : [{ when, ...lengths('goal', goal), range: context.range(goal) }];
  });
  const responses = health.responses
    .filter((response) => !brokenBesides(response, response.actions, environment))
    .map((response) => ({
      ...lengths('response', response),
      actions: calls(response, environment),
      range: context.range(response),
    }));
  return [{ ...named(health, environment), goals, responses }];
}

export function lowerRisk(risk: ast.Risk, environment: Environment): policy.Risk[] {
  const { context } = environment;
  const when = risk.condition ? lowerCondition(risk.condition, environment) : null;
  if (when === null || brokenBesides(risk, [...risk.actions, ...risk.escalations], environment)) return [];
  const escalations = risk.escalations.flatMap((escalation): policy.Escalation[] => {
    const to = escalation.target?.ref?.name;
    if (to === undefined || !context.sound(escalation)) return [];
    const after: policy.Escalation['after'] =
      escalation.delay === undefined
        ? { kind: 'times', times: escalation.times ?? 1, window: durationOf(escalation.window ?? '') }
        : { kind: 'open', delay: durationOf(escalation.delay) };
    return [{ to, after, range: context.range(escalation) }];
  });
  return [
    {
      ...named(risk, environment),
      when,
      ...lengths('risk', risk),
      actions: calls(risk, environment),
      escalations,
    },
  ];
}

const PHASES: readonly policy.PhaseName[] = ['preheat', 'burst', 'sustain', 'review'];

export function lowerCampaign(campaign: ast.Campaign, environment: Environment): policy.Campaign[] {
  const { context } = environment;
  if (campaign.name === undefined || campaign.size === undefined) return [];
  const phases = campaign.phases
    .filter((phase) => !brokenBesides(phase, phase.actions, environment) && phase.duration !== undefined)
    .map((phase) => ({
      name: phase.phase,
      duration: durationOf(phase.duration),
      actions: calls(phase, environment),
      produces: phase.product ?? null,
      range: context.range(phase),
    }))
    .toSorted((left, right) => PHASES.indexOf(left.name) - PHASES.indexOf(right.name));
  const run: Environment = { ...environment, window: { kind: 'run' } };
  const goals = campaign.goals.flatMap((goal) => {
    const when = context.sound(goal) ? lowerCondition(goal.condition, run) : null;
    return when === null ? [] : [{ when, range: context.range(goal) }];
  });
  const starts = campaign.starts.filter((start) => context.sound(start)).map((start) => lowerStart(start, environment));
  return [{ ...named(campaign, environment), size: campaign.size, phases, goals, starts }];
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

function lowerStart(start: ast.Start, { context }: Environment): policy.CampaignStart {
  const range = context.range(start);
  switch (start.$type) {
    case 'StartOnce':
      return { kind: 'once', at: normalizeMoment(start.at), range };
    case 'StartDaily':
      return { kind: 'daily', times: start.times.map(minuteOfDay), range };
    case 'StartWeekly':
      return {
        kind: 'weekly',
        weekdays: start.weekdays.map((day) => WEEKDAYS.indexOf(day) + 1),
        times: start.times.map(minuteOfDay),
        range,
      };
    case 'StartMonthly':
      return { kind: 'monthly', days: start.days, times: start.times.map(minuteOfDay), range };
  }
}

export function lowerCadence(cadence: ast.Cadence, { context }: Environment): policy.CadenceTarget[] {
  return cadence.entries
    .filter((entry) => context.sound(entry))
    .map((entry) => ({ size: entry.size, count: entry.count, period: entry.period, range: context.range(entry) }));
}

export function lowerLifecycle(lifecycle: ast.Lifecycle, environment: Environment): policy.Lifecycle {
  const { context } = environment;
  const stages = lifecycle.stages.flatMap((stage): policy.Stage[] => {
    if (!context.sound(stage)) return [];
    const when = stage.condition ? lowerCondition(stage.condition, environment) : null;
    if (stage.condition && when === null) return [];
    return [{ ...named(stage, environment), when, ...lengths('stage', stage), focus: stage.focus }];
  });
  const moves = lifecycle.paths
    .filter((path) => context.sound(path))
    .flatMap((path) => {
      const names = path.stages.map((stage) => stage.ref?.name ?? stage.$refText);
      return names.slice(1).map((to, index) => ({ from: names[index] ?? '', to, range: context.range(path) }));
    });
  return { stages, moves, range: context.range(lifecycle) };
}

export function lowerDuty(duty: ast.Duty, { context }: Environment): policy.Shift[] {
  return duty.shifts
    .filter((shift) => context.sound(shift))
    .map((shift) => ({
      ...span(shift),
      onDuty: shift.onDuty.flatMap(({ ref }) =>
        ref ? [{ kind: ref.$type === 'Role' ? ('role' as const) : ('tool' as const), name: ref.name }] : [],
      ),
      range: context.range(shift),
    }));
}
