/**
 * Regenerates the examples' logs and rosters from their settings (`logs.ts`). `npm run generate` then updates their outcomes.
 *
 *   node scripts/bootstrap.mjs test/examples/update.ts
 */
import { join } from 'node:path';
import { syntheticOptions, writeLog, writeRoster } from '@steward/synthetic';
import { EXAMPLE_LOGS } from './logs.ts';

const EXAMPLES = join(import.meta.dirname, '../../examples');

for (const { example, log, roster, columns, choices } of EXAMPLE_LOGS) {
  const options = syntheticOptions(choices);
  const written = await writeLog(options, join(EXAMPLES, example, log), { columns });
  if (roster !== null) await writeRoster(options, join(EXAMPLES, example, roster));
  console.log(`${example}/${log}: ${written.events} events, ${written.messages} messages`);
}
