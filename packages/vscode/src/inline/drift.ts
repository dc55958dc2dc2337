/**
 * Maps lines of an earlier document version to the current one.
 *
 * Results arrive shortly after their text; typing in between moves their lines.
 */

/** One replacement of text. Lines from 0. */
export interface LineEdit {
  startLine: number;
  /** Character of the start in its line; an edit at 0 also moves that line. */
  startCharacter: number;
  endLine: number;
  /** Line breaks in the new text. */
  added: number;
}

interface Step {
  version: number;
  edits: readonly LineEdit[];
}

/** More versions than anyone types during a run. */
const MOST_STEPS = 1_000;

export class LineDrift {
  private steps: Step[] = [];

  /** @param edits in any order, with positions in the previous version, as editors report them */
  note(version: number, edits: readonly LineEdit[]): void {
    // From the end, so that no edit shifts another.
    const ordered = edits.toSorted((a, b) => b.startLine - a.startLine || b.startCharacter - a.startCharacter);
    this.steps.push({ version, edits: ordered });
    if (this.steps.length > MOST_STEPS) this.steps = this.steps.slice(-MOST_STEPS / 2);
  }

  /** @returns null if the line is gone */
  place(line: number, version: number | null): number | null {
    if (version === null) return line;
    let now: number | null = line;
    for (const step of this.steps) {
      if (step.version <= version) continue;
      for (const edit of step.edits) {
        if (now !== null) now = moved(now, edit);
      }
    }
    return now;
  }

  /** Drops edits up to a version. */
  forget(version: number): void {
    this.steps = this.steps.filter((step) => step.version > version);
  }
}

function moved(line: number, { startLine, startCharacter, endLine, added }: LineEdit): number | null {
  const shift = added - (endLine - startLine);
  if (line > endLine) return line + shift;
  if (line < startLine) return line;
  // A break typed before the first character pushes the line down; one typed later splits off its end.
  if (line === startLine && startLine === endLine) return startCharacter === 0 ? line + shift : line;
  if (line === startLine && startCharacter > 0) return line;
  // Of the removed lines, the last survives if part of it is left.
  return line === endLine ? line + shift : null;
}
