/** A name and a place for a declaration that a refactoring adds. */
import type { LoadedFile } from '../../workspace/load.ts';

/** @param files the files that can see the name */
export function freeName(wanted: string, files: readonly LoadedFile[]): string {
  const elements = files.flatMap(({ model }) => model.elements);
  const taken = new Set(
    elements.flatMap((element) => ['name' in element ? element.name : '', 'alias' in element ? element.alias : '']),
  );
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}${number}`)) number++;
  return `${wanted}${number}`;
}

/** Where a declaration starts, including the comments right before it, which belong to it. */
export function beforeComments(text: string, offset: number): number {
  const before = text.slice(0, offset).trimEnd();
  if (before.endsWith('*/')) {
    const start = before.lastIndexOf('/*');
    return start < 0 ? offset : beforeComments(text, start);
  }
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const gap = text.slice(before.length, offset);
  if (!/^[ \t]*\/\//.test(line) || /\n[ \t\r]*\n/.test(gap)) return offset;
  return beforeComments(text, before.length - line.trimStart().length);
}
