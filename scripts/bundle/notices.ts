/** The licences of third-party code in a bundle: author and terms. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

/** @returns one text with a section per package, sorted by name. Throws if a package has no licence. */
export function thirdPartyNotices(root: string, metafiles: readonly Pick<Metafile, 'inputs'>[]): string {
  const folders = new Set(metafiles.flatMap(({ inputs }) => Object.keys(inputs).flatMap(packageFolder)));
  const parts = [...folders].map((folder) => noticeOf(join(root, folder)));
  return `${['What this extension contains of others, and on what terms.', ...[...new Set(parts)].sort()].join(`\n\n${'─'.repeat(80)}\n\n`)}\n`;
}

/** `node_modules/.pnpm/x@1/node_modules/@a/b/lib/c.js` → `node_modules/.pnpm/x@1/node_modules/@a/b`; nothing for our own. */
function packageFolder(path: string): string[] {
  const found = /^(.*\bnode_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path);
  return found?.[1] === undefined ? [] : [found[1]];
}

function noticeOf(folder: string): string {
  const manifest: { name: string; version: string; license?: string } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const file = readdirSync(folder).find((name) => /^(?:licen[cs]e|copying)(?:\.\w+)?$/i.test(name));
  const terms = file === undefined ? manifest.license : readFileSync(join(folder, file), 'utf8').trim();
  if (terms === undefined) throw new Error(`${manifest.name}@${manifest.version} has no licence`);
  return `${manifest.name} ${manifest.version}\n\n${terms}`;
}
