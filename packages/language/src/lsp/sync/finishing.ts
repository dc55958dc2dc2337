/**
 * Finishes proofs that were cut short while typing, once it is quiet.
 *
 * - Retries a file with growing budgets, and yields to other work in between; an edit ends it.
 * - Publishes only once everything is proven: intermediate findings would come and go.
 */
import { FINISHING } from '../../limits.ts';
import type { Server } from '../feature.ts';

const FINISHING_PROOFS = { en: 'the proofs about this file', zh: '对这个文件的证明' };

export interface Provable {
  /** Whether proofs about a file were cut short in its last check. */
  isUnfinished(path: string): boolean;
  /** Checks it again with the given budget. @returns whether all proofs finished; if so, the findings are kept */
  finish(path: string, steps: number): boolean;
}

interface Try {
  path: string;
  steps: number;
}

export class ProofFinisher {
  private timer: NodeJS.Timeout | null = null;
  private tries: Try[] = [];
  private readonly server: Server;
  private readonly findings: Provable;
  private readonly publish: (path: string) => void;

  /** @param publish called with each file whose proofs have finished */
  constructor(server: Server, findings: Provable, publish: (path: string) => void) {
    this.server = server;
    this.findings = findings;
    this.publish = publish;
  }

  /** Only for files that somebody looks at. */
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
