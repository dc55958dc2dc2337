/** How the code of a command is loaded when it is the one that runs. */
import type { ParsedArguments } from '../arguments/specification.ts';
import type { Context } from '../context.ts';

export interface CommandModule {
  /** @returns the exit code; throws CannotRun for what the user must settle */
  run: (context: Context, given: ParsedArguments) => Promise<number>;
}

/** By name. */
export type CommandTable = Readonly<Record<string, () => Promise<CommandModule>>>;

type Load = () => Promise<CommandModule>;

/** A command that reads logs: what is wrong with one is the user's to settle, whenever it shows. */
function reading(load: Load): Load {
  return async () => {
    const { run } = await load();
    return { run: (context, given) => run(context, given).catch((error: unknown) => explained(context, error)) };
  };
}

async function explained(context: Context, error: unknown): Promise<never> {
  const { logFault } = await import('../simulation/log-faults.ts');
  throw logFault(context, error);
}

export const COMMAND_TABLE: CommandTable = {
  docs: () => import('./docs/run.ts'),
  init: () => import('./init/run.ts'),
  check: () => import('./check/run.ts'),
  simulate: reading(() => import('./simulate/run.ts')),
  test: reading(() => import('./test/run.ts')),
  diff: reading(() => import('./diff/run.ts')),
  sweep: reading(() => import('./sweep/run.ts')),
  score: reading(() => import('./score/run.ts')),
  build: () => import('./build/run.ts'),
  generate: () => import('./generate/run.ts'),
  translate: () => import('./translate/run.ts'),
  schema: () => import('./schema/run.ts'),
  completions: () => import('./completions/run.ts'),
  explain: reading(() => import('./explain/run.ts')),
  format: () => import('./format/run.ts'),
  lsp: () => import('./lsp/run.ts'),
};
