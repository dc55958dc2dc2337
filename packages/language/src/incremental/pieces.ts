/**
 * Caches, from check to check, the lowered declarations that an entry file sees and the rules' findings in each.
 *
 * - A piece is rebuilt when its declaration is checked again; if the declaration only moved, its ranges are shifted.
 * - Policies that were handed out never change: a piece is copied before it is shifted.
 */
import type { GroupPolicy, Policy, SourceRange } from '@steward/policy';
import type { Element } from '../generated/ast.ts';
import type { LowerContext } from '../lower/environment.ts';
import { draftsOf, lowerDraft } from '../lower/group.ts';
import { assemble, lowerElement, type Piece } from '../lower/lower.ts';
import type { Shift } from '../workspace/reparse.ts';
import { type Findings, movedFindings } from './findings.ts';
import { copy, moveRanges, rangesIn } from './shift.ts';
import type { Units } from './units.ts';

/** A declaration as one entry file uses it. */
export interface CachedPiece {
  /** The check in which the declaration was last judged when this piece was made. */
  readonly stamp: number;
  piece: Piece;
  /** For a policy that no group extends: the policy lowered as a group. */
  draft: GroupPolicy | null;
  /** What the rules found in the group or draft; null if they have not run. */
  findings: Findings | null;
  /** Every range in the piece; null until requested. */
  ranges: SourceRange[] | null;
  isShared: boolean;
}

/** A group of the Policy, or a draft, with its cached data. */
export interface CachedGroup {
  group: GroupPolicy;
  kept: CachedPiece;
  isDraft: boolean;
}

export class EntryPieces {
  /** Paths of the files that the entry sees; a `file` index in the Policy points into this list. */
  readonly files: readonly string[];
  private kept = new Map<Element, CachedPiece>();
  /** Version number of everything that files declare besides groups. */
  vocabulary = 0;
  private words: readonly CachedPiece[] = [];

  constructor(files: readonly string[]) {
    this.files = files;
  }

  /** Lowers what was judged since the last call. */
  update(context: LowerContext, units: Units): void {
    const kept = new Map<Element, CachedPiece>();
    for (const element of context.files.flatMap((file) => file.model.elements)) {
      const before = this.kept.get(element);
      const { stamp } = units.of(element);
      kept.set(element, before?.stamp === stamp ? before : made(stamp, lowerElement(element, context)));
    }
    this.kept = kept;
    const words = [...kept].filter(([element]) => isWord(element)).map(([, word]) => word);
    const isSame = words.length === this.words.length && words.every((word, index) => word === this.words[index]);
    if (!isSame) this.vocabulary++;
    this.words = words;
  }

  policy(context: LowerContext): Policy {
    return assemble(
      [...this.kept.values()].map(({ piece }) => piece),
      context,
    );
  }

  /** The units that rules judge one by one: groups, then policies that no group extends. */
  groups(context: LowerContext): CachedGroup[] {
    const groups = [...this.kept.values()].flatMap((kept) =>
      (kept.piece.groups ?? []).map((group): CachedGroup => ({ group, kept, isDraft: false })),
    );
    const drafts = draftsOf(context).flatMap((policy): CachedGroup[] => {
      const kept = this.kept.get(policy);
      if (kept === undefined) return [];
      if (kept.draft === null) {
        kept.draft = lowerDraft(policy, context);
        kept.ranges = null;
      }
      return [{ group: kept.draft, kept, isDraft: true }];
    });
    return [...groups, ...drafts];
  }

  /** Marks the pieces as shared with the policies made from them. */
  share(): void {
    for (const kept of this.kept.values()) kept.isShared = true;
  }

  /** Call when part of a file has moved. */
  move(path: string, shift: Shift): void {
    const file = this.files.indexOf(path);
    if (file < 0) return;
    for (const kept of this.kept.values()) {
      if (kept.findings !== null) movedFindings(kept.findings, path, shift);
      kept.ranges ??= rangesIn([kept.piece, kept.draft]);
      if (!kept.ranges.some((range) => range.file === file && range.startOffset >= shift.from)) continue;
      if (kept.isShared) unshare(kept);
      moveRanges(kept.ranges, file, shift);
    }
  }
}

function made(stamp: number, piece: Piece): CachedPiece {
  return { stamp, piece, draft: null, findings: null, ranges: null, isShared: false };
}

function unshare(kept: CachedPiece): void {
  const { piece, draft } = copy({ piece: kept.piece, draft: kept.draft });
  Object.assign(kept, { piece, draft, isShared: false });
  kept.ranges = rangesIn([piece, draft]);
}

function isWord({ $type }: Element): boolean {
  return $type !== 'Group' && $type !== 'Policy' && $type !== 'Scenario';
}
