/** Loads the code of the command that runs. */
import type { ParsedArguments } from '../arguments/specification.ts';
import type { Context } from '../context.ts';

export interface CommandModule {
  /** @returns the exit code; throws CannotRun for what the user has to fix */
  run: (context: Context, given: ParsedArguments) => Promise<number>;
}

/** By name. */
export type CommandTable = Readonly<Record<string, () => Promise<CommandModule>>>;

type Load = () => Promise<CommandModule>;

/** Wraps a command that reads logs: problems of a log are the user's to fix, whenever they show up. */
export function reading(load: Load): Load {
  return async () => {
    const { run } = await load();
    return { run: (context, given) => run(context, given).catch((error: unknown) => explained(context, error)) };
  };
}

async function explained(context: Context, error: unknown): Promise<never> {
  const { logFault } = await import('../simulation/log-faults.ts');
  throw logFault(context, error);
}
