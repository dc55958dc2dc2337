/** Generated from the folders beside it; do not edit. */
import { type CommandTable, reading } from './loading.ts';

export const LOADERS: CommandTable = {
  check: () => import('./check/run.ts'),
  explain: reading(() => import('./explain/run.ts')),
  format: () => import('./format/run.ts'),
  init: () => import('./init/run.ts'),
  translate: () => import('./translate/run.ts'),
  diff: reading(() => import('./diff/run.ts')),
  generate: () => import('./generate/run.ts'),
  score: reading(() => import('./score/run.ts')),
  simulate: reading(() => import('./simulate/run.ts')),
  sweep: reading(() => import('./sweep/run.ts')),
  test: reading(() => import('./test/run.ts')),
  build: () => import('./build/run.ts'),
  docs: () => import('./docs/run.ts'),
  schema: () => import('./schema/run.ts'),
  completions: () => import('./completions/run.ts'),
  lsp: () => import('./lsp/run.ts'),
};
