/** How the code of a command is loaded when it is the one that runs. */
import type { ParsedArguments } from '../arguments/specification.ts';
import type { Context } from '../context.ts';

export interface CommandModule {
  /** @returns the exit code; throws CannotRun for what the user must settle */
  run: (context: Context, given: ParsedArguments) => Promise<number>;
}

/** By name. */
export type CommandTable = Readonly<Record<string, () => Promise<CommandModule>>>;

export const COMMAND_TABLE: CommandTable = {
  docs: () => import('./docs.ts'),
  init: () => import('./init.ts'),
  check: () => import('./check.ts'),
  simulate: () => import('./simulate.ts'),
  test: () => import('./test.ts'),
  diff: () => import('./diff.ts'),
  sweep: () => import('./sweep.ts'),
  score: () => import('./score.ts'),
  build: () => import('./build.ts'),
  generate: () => import('./generate.ts'),
  translate: () => import('./translate.ts'),
  schema: () => import('./schema.ts'),
  completions: () => import('./completions.ts'),
  explain: () => import('./explain.ts'),
  format: () => import('./format.ts'),
  lsp: () => import('./lsp.ts'),
};
