import { dirname } from 'node:path';

/** The repository's root, absolute. */
export const ROOT = dirname(dirname(import.meta.dirname));
