/** `npm run pnpm -- …`: pnpm of the version and the integrity that the bootstrap installs. */
import { runPnpm } from './tools.mjs';

process.exitCode = runPnpm(process.argv.slice(2), { stdio: 'inherit' }).status ?? 1;
