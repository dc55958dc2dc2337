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
  /** As given on the command line. */
  title: string;
  /** The file's path: rosters and samples are resolved from it. */
  file: string;
  policy: Policy;
}

/** @returns null if its rules have errors, which are printed */
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

/** @throws CannotRun without git, outside a repository, for an unknown revision, and for a file that the revision lacks */
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
