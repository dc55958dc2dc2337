/** The rules at a git revision. */
import { realpathSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { checkWorkspace } from '@steward/language';
import { fileOfRevision } from '@steward/language/git-revision';
import type { Policy } from '@steward/policy';
import type { ServiceWords } from './words.ts';

export type Revision = { state: 'found'; title: string; policy: Policy } | { state: 'failed'; message: string };

/** @param path the entry file, absolute */
export function gitRevision(path: string, revision: string, words: ServiceWords): Revision {
  const failed = (message: string): Revision => ({ state: 'failed', message });
  let folder: string;
  try {
    folder = realpathSync(dirname(path));
  } catch {
    // An untitled document, or a deleted folder.
    return failed(words.notInRevision(basename(path), revision));
  }
  const found = fileOfRevision(revision, basename(path), folder);
  if (!('fault' in found)) {
    const { policy } = checkWorkspace([`${folder}/${found.path}`.replaceAll('\\', '/')], found.files);
    return policy === null ? failed(words.revisionHasErrors(revision)) : { state: 'found', title: revision, policy };
  }
  switch (found.fault) {
    case 'git':
      return failed(words.noGit(found.reason));
    case 'revision':
      return failed(words.unknownRevision(revision));
    case 'file':
      return failed(words.notInRevision(basename(path), revision));
  }
}
