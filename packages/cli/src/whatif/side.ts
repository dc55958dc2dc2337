/** One side of a comparison: a file, or a file of a git revision. */
import { statSync } from 'node:fs';
import type { Policy } from '@steward/policy';
import { policyOf } from '../checking.ts';
import { type Context, note } from '../context.ts';
import { requireFile } from '../files/require-file.ts';
import { fileOfRevision } from '../files/revision.ts';

export interface Side {
  /** As it was asked for. */
  title: string;
  /** The file's path: rosters and samples are found beside it. */
  file: string;
  policy: Policy;
}

/** @returns null where its rules have errors, which are told. */
export async function openSide(context: Context, title: string): Promise<Side | null> {
  const colon = title.indexOf(':');
  const isRevision = colon > 0 && statSync(title, { throwIfNoEntry: false }) === undefined;
  const place = isRevision
    ? fileOfRevision(title.slice(0, colon), title.slice(colon + 1), context.words)
    : { path: requireFile(title, context.words) };
  const { policy } = await policyOf(context, place.path, 'files' in place ? place.files : undefined);
  if (policy === null) {
    await note(context, context.words.whatIf.sideHasErrors(title));
    return null;
  }
  return { title, file: place.path, policy };
}
