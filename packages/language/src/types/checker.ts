/**
 * Infers the unit and checks the scope of every expression.
 *
 * - Total: an expression that cannot be typed is reported once and treated as unknown from then on, so one fault gives one message.
 * - Leaves behind nothing but diagnostics, marks on broken clauses, and the unit of each quantity.
 */
import { plainText } from '@steward/numbers';
import type { Unit } from '@steward/policy';
import { type Bilingual, fill } from '@steward/text';
import { replaceFix } from '../diagnostics/fixes.ts';
import { rangeOf } from '../diagnostics/place.ts';
import type * as ast from '../generated/ast.ts';
import type { Evaluation } from '../linking/evaluation.ts';
import type { SymbolTables } from '../linking/symbols.ts';
import { aggregateProblem } from './aggregates.ts';
import { reportBannedWords } from './banned-words.ts';
import { EventChecker } from './events.ts';
import { fieldOf } from './fields.ts';
import type { MetricFacts } from './metrics.ts';
import { misplacedProblem } from './misplaced.ts';
import { movedWindow } from './moved-window.ts';
import type { Session } from './session.ts';
import { isShare } from './shares.ts';
import { combine, comparable, declarable, unitName } from './units.ts';

/** What a condition or measure is evaluated over. */
export type Scope = Exclude<Evaluation, 'event'>;

export class TypeChecker {
  private readonly units = new WeakMap<ast.Expression, Unit | null>();
  private readonly metricUnits = new WeakMap<ast.Metric, Unit | null>();
  private readonly session: Session;
  private readonly facts: MetricFacts;
  private readonly events: EventChecker;
  private readonly symbols: SymbolTables;

  constructor(session: Session, facts: MetricFacts, symbols: SymbolTables) {
    this.session = session;
    this.facts = facts;
    this.symbols = symbols;
    this.events = new EventChecker(session, symbols);
  }

  /** The unit of a quantity that has been checked, or null if it could not be typed. */
  unitOf(expression: ast.Expression): Unit | null {
    return this.units.get(expression) ?? null;
  }

  /** The declared or inferred unit of a metric. */
  metricUnit(metric: ast.Metric): Unit | null {
    const known = this.metricUnits.get(metric);
    if (known !== undefined) return known;
    // Stops the recursion for a metric defined by itself; the cycle pass reports it.
    this.metricUnits.set(metric, metric.unit ?? null);
    const found = metric.value === undefined ? null : this.quantity(metric.value, 'metric');
    const unit = metric.unit ?? found;
    if (metric.unit && found && !declarable(metric.unit, found)) {
      this.session.report(
        'unit-declared',
        { node: metric, property: 'unit' },
        { name: metric.name, declared: unitName(metric.unit), found: unitName(found) },
      );
    }
    this.metricUnits.set(metric, unit);
    return unit;
  }

  /** Checks the metric again when it is next asked for. */
  forget(metric: ast.Metric): void {
    this.metricUnits.delete(metric);
    this.facts.forget(metric);
  }

  event(expression: ast.Expression | undefined): void {
    if (expression) this.events.whole(expression);
  }

  /** Words belong in a lexicon, which a ban names. */
  bannedWords(ban: ast.Ban): void {
    if (ban.words.length > 0) reportBannedWords(ban, this.session, this.symbols);
  }

  /** Checks an expression that must be a condition. */
  condition(expression: ast.Expression | undefined, scope: Scope): void {
    if (expression === undefined || this.session.taint.has(expression)) return;
    switch (expression.$type) {
      case 'Logical':
        this.condition(expression.left, scope);
        this.condition(expression.right, scope);
        return;
      case 'Not':
        this.condition(expression.operand, scope);
        return;
      case 'Compare':
        this.compare(expression, scope);
        return;
      case 'Trend':
        this.trend(expression, scope);
        return;
      case 'Rank':
        this.rank(expression, scope);
        return;
      case 'Matches':
      case 'Contains':
      case 'InSet':
        this.session.report(
          'wrong-scope',
          { node: expression },
          {
            problem: {
              en: 'This is a condition over one event. Put it into an aggregate: `count(message where …)`.',
              zh: '这是针对单个事件的条件。请放进聚合里：`计数(发言 其中 …)`。',
            },
          },
        );
        return;
      default: {
        const found = this.describe(expression, scope);
        if (found) this.session.report('not-a-condition', { node: expression }, { found });
      }
    }
  }

  /** Checks an expression that must be a quantity. @returns its unit, or null if it has none */
  quantity(expression: ast.Expression | undefined, scope: Scope): Unit | null {
    if (expression === undefined || this.session.taint.has(expression)) return null;
    const unit = this.findUnit(expression, scope);
    this.units.set(expression, unit);
    return unit;
  }

  private findUnit(expression: ast.Expression, scope: Scope): Unit | null {
    switch (expression.$type) {
      case 'NumberLiteral':
        return 'number';
      case 'PercentLiteral':
        return 'ratio';
      case 'DurationLiteral':
        return 'duration';
      case 'Aggregate':
        return this.aggregate(expression);
      case 'Arithmetic':
        return this.arithmetic(expression, scope);
      case 'Windowed':
        return this.windowed(expression, scope);
      case 'Ref':
        return this.reference(expression, scope);
      case 'StringLiteral':
        this.session.report('not-a-quantity', { node: expression }, { found: { en: 'a text', zh: '一段文字' } });
        return null;
      default:
        this.session.report('not-a-quantity', { node: expression }, { found: { en: 'a condition', zh: '一个条件' } });
        return null;
    }
  }

  private aggregate(node: ast.Aggregate): Unit | null {
    this.event(node.filter);
    const misused = aggregateProblem(node);
    if (misused !== null) {
      this.session.report('field-misused', { node, property: misused.property }, { problem: misused.problem });
      return null;
    }
    switch (node.function) {
      case 'since':
        return 'duration';
      case 'sum':
      case 'average':
        return 'number';
      default:
        return 'count';
    }
  }

  private arithmetic(node: ast.Arithmetic, scope: Scope): Unit | null {
    const left = this.quantity(node.left, scope);
    const right = this.quantity(node.right, scope);
    if (left === null || right === null) return null;
    const unit = combine(node.operator, left, right);
    if (unit !== null) return unit;
    const operation = OPERATIONS[node.operator];
    this.session.report(
      'unit-mismatch',
      { node },
      { left: capital(unitName(left)), right: unitName(right), operation, hint: '' },
    );
    return null;
  }

  private compare(node: ast.Compare, scope: Scope): void {
    const side = [node.left, node.right].find((operand) => fieldOf(operand) !== undefined);
    if (side !== undefined) {
      this.quantity(side, scope);
      return;
    }
    const left = this.quantity(node.left, scope);
    const right = this.quantity(node.right, scope);
    if (left === null || right === null || comparable(left, right)) return;
    const bare = [node.left, node.right].find((side) => side.$type === 'NumberLiteral');
    const measured = bare === node.left ? right : left;
    if (bare?.$type === 'NumberLiteral' && measured === 'ratio') {
      const share = bare === node.left ? node.right : node.left;
      // The quotient of two counts may also be a plain number, such as messages per member.
      if (isShare(share)) this.reportBareShare(bare);
      return;
    }
    const suggestion = suggestionFor(node, measured);
    const hint =
      suggestion === null ? '' : fill({ en: ' Write `{suggestion}`.', zh: '请写成 `{suggestion}`。' }, { suggestion });
    this.session.report(
      'unit-mismatch',
      { node },
      { left: capital(unitName(left)), right: unitName(right), operation: OPERATIONS.compare, hint },
    );
  }

  private reportBareShare(bare: ast.NumberLiteral): void {
    const range = rangeOf({ node: bare });
    const file = this.session.pathOf(bare);
    const written = [`${bare.value}%`];
    // A fraction may be meant as a share: `0.5` is a half.
    if (bare.value > 0 && bare.value < 1) written.unshift(`${plainText(bare.value * 100)}%`);
    this.session.report(
      'missing-percent',
      { node: bare },
      { suggestion: written[0] ?? '' },
      { fixes: written.map((one) => replaceFix(file, range, one)) },
    );
  }

  private windowed(node: ast.Windowed, scope: Scope): Unit | null {
    const unit = this.quantity(node.measure, scope);
    if (unit !== null && !this.session.taint.has(node.measure) && !this.facts.takesWindow(node.measure)) {
      this.session.report(
        'window-misplaced',
        { node },
        this.facts.hasWindow(node.measure)
          ? {
              problem: {
                en: 'This measure already has its own window. Remove one of the two.',
                zh: '这个量已经有自己的时间窗口。请去掉其中一个。',
              },
            }
          : {
              problem: {
                en: 'Nothing here is counted over time, so a window has no effect. Remove it.',
                zh: '这里没有按时间统计的量，时间窗口没有意义。请去掉。',
              },
            },
        { fixes: movedWindow(node, this.facts, this.session.pathOf(node)) },
      );
    }
    return unit;
  }

  private trend(node: ast.Trend, scope: Scope): void {
    this.quantity(node.measure, scope);
    if (this.session.taint.has(node.measure) || node.measure.$type === 'Windowed') return;
    this.session.report(
      'window-misplaced',
      { node: node.measure },
      {
        problem: {
          en: 'A trend compares a period with the one before. Say which: `… per week` or `… in 7d`.',
          zh: '趋势是把一段时间与前一段相比。请写明时间，例如 `每周` 或 `近7天`。',
        },
      },
    );
  }

  private rank(node: ast.Rank, scope: Scope): void {
    this.quantity(node.measure, scope === 'group' ? 'member' : scope);
    if (scope !== 'group') return;
    this.session.report(
      'wrong-scope',
      { node },
      { problem: { en: 'A rank compares members. Use it in a tier.', zh: '排名是成员之间的比较。请用在层级里。' } },
    );
  }

  private reference(node: ast.Ref, scope: Scope): Unit | null {
    const target = node.target.ref;
    switch (target?.$type) {
      case 'Metric':
        if (this.session.taint.has(target)) return null;
        if (scope === 'group' && this.facts.memberOnly(target)) this.reportMemberOnly(node, target.name);
        return this.metricUnit(target);
      case 'Intrinsic':
        if (scope === 'group' && target.name === 'tenure') this.reportMemberOnly(node, target.name);
        return target.unit;
      case 'Field':
      case 'FieldValue':
      case 'Category':
      case 'Role':
      case 'Lexicon':
        this.session.report('wrong-scope', { node }, { problem: misplacedProblem(target) });
        return null;
      default:
        return null;
    }
  }

  private reportMemberOnly(node: ast.Ref, name: string): void {
    this.session.report(
      'wrong-scope',
      { node },
      {
        problem: {
          en: `\`${name}\` belongs to a member. Use it in a tier, not for the whole group.`,
          zh: `\`${name}\` 针对单个成员。请用在层级里，不能用于全群。`,
        },
      },
    );
  }

  private describe(expression: ast.Expression, scope: Scope): Bilingual | null {
    if (expression.$type === 'StringLiteral') return { en: 'a text', zh: '一段文字' };
    const unit = this.quantity(expression, scope);
    return unit === null ? null : unitName(unit);
  }
}

/** `idle > 3` means days. `messages > 1w` means ten thousand, which Chinese abbreviates to `1w`. */
function suggestionFor({ left, right }: ast.Compare, measured: Unit): string | null {
  const bare = [left, right].find((side) => side.$type === 'NumberLiteral');
  if (bare?.$type === 'NumberLiteral') return measured === 'duration' ? `${bare.value}d` : null;
  const duration = [left, right].find((side) => side.$type === 'DurationLiteral');
  const [, amount] = /^(\d+)w$/.exec(duration?.$type === 'DurationLiteral' ? duration.value : '') ?? [];
  return amount === undefined ? null : `${amount}0000`;
}

const OPERATIONS: Readonly<Record<ast.Arithmetic['operator'] | 'compare', Bilingual>> = {
  '+': { en: 'added to', zh: '相加' },
  '-': { en: 'reduced by', zh: '相减' },
  '*': { en: 'multiplied by', zh: '相乘' },
  '/': { en: 'divided by', zh: '相除' },
  compare: { en: 'compared with', zh: '比较' },
};

function capital(text: Bilingual): Bilingual {
  return { en: text.en.charAt(0).toUpperCase() + text.en.slice(1), zh: text.zh };
}
