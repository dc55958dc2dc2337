export { guarded } from './guard.ts';
export { makeFolders, type Replacement, replaceFile, replacementOf, statusOf } from './replacement.ts';
export { sweepTemporaryFolders } from './sweep.ts';
export { TemporaryFolder } from './temporary-folder.ts';
