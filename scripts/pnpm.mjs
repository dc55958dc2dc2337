/** `npm run pnpm -- …`: pnpm at the version and integrity that the bootstrap installs. */
import { runPnpm } from './tools.mjs';

process.exitCode = runPnpm(process.argv.slice(2), { stdio: 'inherit' }).status ?? 1;
