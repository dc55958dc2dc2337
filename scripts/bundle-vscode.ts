/** Bundles the VS Code extension as its manifest expects it. `npm run build` and the tests start with it. */
import { dirname } from 'node:path';
import { bundleExtension } from './bundle/extension.ts';

for (const [path, bytes] of await bundleExtension(dirname(import.meta.dirname))) {
  console.log(`${(bytes / 1024).toFixed(0).padStart(6)} KB  ${path}`);
}
