/** Other checkers of structured text, installed once into the benchmarks' own folder: not dependencies of the workspace. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { benchFolder } from './logs.ts';

const PACKAGES = ['ajv-cli@5.0.0', '@stoplight/spectral-cli@6.16.3'];
const SCHEMA = join(import.meta.dirname, 'peers', 'group.schema.json');
const RULESET = join(import.meta.dirname, 'peers', 'ruleset.yaml');

export interface Peers {
  /** Node arguments that check a file or a glob. */
  ajv: (files: string) => string[];
  spectral: (files: string) => string[];
}

/** @returns null, with a message, if they can't be installed */
export function installedPeers(): Peers | null {
  const folder = benchFolder('peers');
  const module = (path: string): string => join(folder, 'node_modules', path);
  const ajv = module('ajv-cli/dist/index.js');
  const spectral = module('@stoplight/spectral-cli/dist/index.js');
  if (!existsSync(ajv) || !existsSync(spectral)) {
    const options = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', folder];
    const installed = spawnSync('npm', [...options, ...PACKAGES], {
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    if (installed.status !== 0) {
      console.error(`Not measured beside ${PACKAGES.join(' and ')}: npm cannot install them.\n${installed.stderr}`);
      return null;
    }
  }
  return {
    ajv: (files) => [ajv, 'validate', '--strict=false', '-s', SCHEMA, '-d', files],
    spectral: (files) => [spectral, 'lint', '--fail-severity=error', '-r', RULESET, files],
  };
}
