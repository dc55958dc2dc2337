/** Fixes a window that is written after the bound instead of the measure: `messages > 3 per week`. */
import type { Fix } from '../diagnostics/diagnostic.ts';
import { replaceFix } from '../diagnostics/fixes.ts';
import { rangeOf } from '../diagnostics/place.ts';
import type * as ast from '../generated/ast.ts';
import type { MetricFacts } from './metrics.ts';

/** Moves the window to the measure compared with the bound; no fixes if the measure takes no window or has its own. */
export function movedWindow(node: ast.Windowed, facts: MetricFacts, file: string): Fix[] {
  const { $container: compared } = node;
  if (compared.$type !== 'Compare' || compared.right !== node) return [];
  const { left } = compared;
  if (!facts.takesWindow(left) || facts.hasWindow(left)) return [];
  const [measure, bound, whole] = [left, node.measure, node].map((one) => rangeOf({ node: one }));
  const written = compared.$cstNode?.text;
  const start = compared.$cstNode?.offset;
  if (measure === undefined || bound === undefined || whole === undefined) return [];
  if (written === undefined || start === undefined) return [];
  const textOf = (from: number, to: number): string => written.slice(from - start, to - start);
  const window = textOf(bound.endOffset, whole.endOffset);
  const moved = `${textOf(measure.startOffset, measure.endOffset)}${window}${textOf(measure.endOffset, bound.endOffset)}`;
  return [replaceFix(file, { startOffset: measure.startOffset, endOffset: whole.endOffset }, moved)];
}
