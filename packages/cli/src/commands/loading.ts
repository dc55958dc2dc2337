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
