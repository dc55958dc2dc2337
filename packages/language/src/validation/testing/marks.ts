/** Test texts with `<|marks|>` around ranges. */

export interface MarkedText {
  text: string;
  /** In order of their starts. */
  ranges: { startOffset: number; endOffset: number }[];
}

/** @throws if a mark is not closed, so that a broken fixture cannot pass */
export function readMarks(marked: string): MarkedText {
  const ranges: MarkedText['ranges'] = [];
  const open: number[] = [];
  let text = '';
  for (const piece of marked.split(/(<\||\|>)/)) {
    if (piece === '<|') {
      open.push(text.length);
    } else if (piece === '|>') {
      const startOffset = open.pop();
      if (startOffset === undefined) throw new Error('A mark is closed that was not opened');
      ranges.push({ startOffset, endOffset: text.length });
    } else {
      text += piece;
    }
  }
  if (open.length > 0) throw new Error('A mark is not closed');
  return { text, ranges: ranges.sort((left, right) => left.startOffset - right.startOffset) };
}
