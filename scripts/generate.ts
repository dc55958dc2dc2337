/**
 * Writes every generated file that is committed or, with `--check`, lists those that are out of date.
 *
 *   npm run generate              write
 *   npm run generate -- --check   write nothing; exit code 1 if a file is missing, changed or stale
 */
import { GENERATORS } from './generate/registry.ts';
import { run } from './generate/write.ts';

const check = process.argv.includes('--check');
let found = 0;
for (const generator of GENERATORS) found += await run(generator, check);
if (check && found > 0) {
  console.error('Generated files differ from their sources. Run: npm run generate');
  process.exitCode = 1;
}
