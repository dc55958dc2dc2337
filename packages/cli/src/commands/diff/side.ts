/** One side of a comparison: a file, or a file of a git revision. */
import { type FileOfRevision, fileOfRevision } from '@steward/language/git-revision';
import { nodeFileSystem } from '@steward/language/node';
import type { Policy } from '@steward/policy';
import { policyOf } from '../../checking.ts';
import { type Context, note, wordsOf } from '../../context.ts';
import { CannotRun } from '../../faults.ts';
import { requireFile } from '../../files/require-file.ts';
import { DIFF } from './words.ts';

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
  const isRevision = colon > 0 && nodeFileSystem.look(title).kind === 'missing';
  const place = isRevision
    ? ofRevision(context, title.slice(0, colon), title.slice(colon + 1))
    : { path: requireFile(title, context) };
  const { policy } = await policyOf(context, place.path, 'files' in place ? { files: place.files } : {});
  if (policy === null) {
    await note(context, wordsOf(context, DIFF).sideHasErrors(title));
    return null;
  }
  return { title, file: place.path, policy };
}

/** @throws CannotRun without git, without a repository, for a revision that it does not know and for a file that it does not have */
function ofRevision(context: Context, revision: string, path: string): FileOfRevision {
  const found = fileOfRevision(revision, path, '.');
  if (!('fault' in found)) return found;
  const said = wordsOf(context, DIFF);
  switch (found.fault) {
    case 'git':
      throw new CannotRun(said.noGit(found.reason));
    case 'revision':
      throw new CannotRun(said.unknownRevision(revision));
    case 'file':
      throw new CannotRun(said.notInRevision(path, revision));
  }
}
