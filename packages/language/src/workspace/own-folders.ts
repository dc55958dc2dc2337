/** Which folders above a path may affect it: those of the same project and the same owner. */
import { existsSync, lstatSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

const NOBODY = -1;

/** Goes from a folder upward to the root of its repository, nearest first, and never into someone else's folder. */
export function ownFoldersUpward(folder: string): string[] {
  const owner = ownerOf(folder);
  const found = [folder];
  let last = folder;
  while (!existsSync(join(last, '.git'))) {
    const parent = dirname(last);
    if (parent === last || !isOwn(ownerOf(parent), owner)) break;
    found.push(parent);
    last = parent;
  }
  return found;
}

/** Whether an entry of that name exists and belongs to the user. Links count only if allowed: they may lead anywhere. */
export function holdsOwn(folder: string, name: string, { link }: { link: boolean }): boolean {
  const status = lstatSync(join(folder, name), { throwIfNoEntry: false });
  return status !== undefined && (link || !status.isSymbolicLink()) && isOwn(status.uid, ownerOf(folder));
}

function ownerOf(folder: string): number {
  return statSync(folder, { throwIfNoEntry: false })?.uid ?? NOBODY;
}

/** Owned by the user who runs this, or by the owner of the folder that this runs in, as in a container. */
function isOwn(uid: number, owner: number): boolean {
  // Windows has no user ids.
  return process.getuid === undefined || uid === process.getuid() || uid === owner;
}
