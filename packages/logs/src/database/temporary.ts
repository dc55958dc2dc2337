/** A folder for what does not fit in memory: gone when it is closed, and at the latest when the process ends. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export class TemporaryFolder {
  readonly path: string;
  readonly #onExit: () => void;

  constructor() {
    this.path = mkdtempSync(join(tmpdir(), 'steward-'));
    this.#onExit = () => rmSync(this.path, { recursive: true, force: true });
    process.once('exit', this.#onExit);
  }

  remove(): void {
    process.removeListener('exit', this.#onExit);
    rmSync(this.path, { recursive: true, force: true });
  }
}
