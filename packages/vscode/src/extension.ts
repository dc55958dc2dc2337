/** The extension's parts, one per line, sharing the server behind {@link Steward}. */
import type { ExtensionContext } from 'vscode';
import { registerViews, type StewardApi } from './api.ts';
import { createSteward, type OwnedSteward } from './client/create-steward.ts';
import type { Steward } from './client/steward.ts';
import { registerNewFile } from './commands/new-file.ts';
import { registerServerCommands } from './commands/server.ts';
import { registerSimulation } from './commands/simulate.ts';
import { registerTranslation } from './commands/translate.ts';
import { registerDashboard } from './dashboard/register.ts';
import { registerTesting } from './testing/controller.ts';
import { registerCompare } from './what-if/compare.ts';
import { registerSweeps } from './what-if/sweep.ts';

const PARTS: readonly ((context: ExtensionContext, steward: Steward) => void)[] = [
  registerServerCommands,
  registerSimulation,
  registerNewFile,
  registerTranslation,
  registerTesting,
  registerCompare,
  registerSweeps,
  registerDashboard,
];

let running: OwnedSteward | null = null;

export function activate(context: ExtensionContext): StewardApi {
  const steward = createSteward(context);
  running = steward;
  for (const register of PARTS) register(context, steward);
  return registerViews(context, steward);
}

/** The editor waits for this, so that no server is left running. */
export async function deactivate(): Promise<void> {
  await running?.end();
  running = null;
}
