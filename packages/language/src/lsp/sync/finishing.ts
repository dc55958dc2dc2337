/**
 * Proofs that were cut short while somebody typed are finished when nothing happens for a moment.
 *
 * - A file is tried with ever more steps, and between two tries whatever arrives has its turn; an edit ends it.
 * - It is told again only once all is proven: what is found on the way would come and go.
 */
import { FINISHING } from '../../limits.ts';
import type { Server } from '../feature.ts';

const FINISHING_PROOFS = { en: 'the proofs about this file', zh: '对这个文件的证明' };

export interface Provable {
  /** Whether proofs about a file were cut short when it was judged last. */
  isUnfinished(path: string): boolean;
  /** Judges it again with so many steps. @returns whether all proofs came to their end; then, what was found is kept */
  finish(path: string, steps: number): boolean;
}

interface Try {
  path: string;
  steps: number;
}

export class Finishing {
  private timer: NodeJS.Timeout | null = null;
  private tries: Try[] = [];
  private readonly server: Server;
  private readonly findings: Provable;
  private readonly publish: (path: string) => void;

  /** @param publish called with each file whose proofs came to their end */
  constructor(server: Server, findings: Provable, publish: (path: string) => void) {
    this.server = server;
    this.findings = findings;
    this.publish = publish;
  }

  /** Only files that somebody looks at. */
  begin(): void {
    if (this.timer !== null) return;
    const paths = this.server.workspace.openPaths().filter((path) => this.findings.isUnfinished(path));
    if (paths.length === 0) return;
    this.tries = FINISHING.steps.flatMap((steps) => paths.map((path) => ({ path, steps })));
    this.timer = setTimeout(() => this.next(), FINISHING.afterMilliseconds);
  }

  stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.tries = [];
  }

  private next(): void {
    const { findings } = this;
    const attempt = this.tries.find(({ path }) => findings.isUnfinished(path));
    if (attempt === undefined) return;
    this.tries.splice(0, this.tries.indexOf(attempt) + 1);
    this.server.guard.run(FINISHING_PROOFS, attempt.path, () => {
      if (findings.finish(attempt.path, attempt.steps)) this.publish(attempt.path);
    });
    this.timer = setTimeout(() => this.next(), 0);
  }
}
