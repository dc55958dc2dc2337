/** Converts places from the server for the editor. */
import type { RuleNode } from '@steward/editor/protocol';
import { Range } from 'vscode';

type SaidRange = NonNullable<RuleNode['location']>['range'];

export function rangeOf({ start, end }: SaidRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
