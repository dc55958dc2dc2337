import type { SpawnSyncOptionsWithStringEncoding, SpawnSyncReturns } from 'node:child_process';

export const TOOL_FILES: readonly string[];
export function installTools(): string | null;
export function ownEnvironment(): NodeJS.ProcessEnv;
export function runPnpm(args: readonly string[], options: SpawnSyncOptionsWithStringEncoding): SpawnSyncReturns<string>;
export function installedNode(): string | null;
