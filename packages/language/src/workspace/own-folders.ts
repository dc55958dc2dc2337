/** Which folders above a place may say anything about it: those of the same project and the same owner. */
import { existsSync, lstatSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

const NOBODY = -1;

/** From a folder upward, nearest first: to the top of its repository, and never into a folder of somebody else. */
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

/** Whether something of that name is there and belongs to one's own. A link counts only where that is allowed: it may lead anywhere. */
export function holdsOwn(folder: string, name: string, { link }: { link: boolean }): boolean {
  const status = lstatSync(join(folder, name), { throwIfNoEntry: false });
  return status !== undefined && (link || !status.isSymbolicLink()) && isOwn(status.uid, ownerOf(folder));
}

function ownerOf(folder: string): number {
  return statSync(folder, { throwIfNoEntry: false })?.uid ?? NOBODY;
}

/** Of whoever runs this, or of whoever owns the folder that this runs in, as in a container. */
function isOwn(uid: number, owner: number): boolean {
  // Windows has no such numbers.
  return process.getuid === undefined || uid === process.getuid() || uid === owner;
}
