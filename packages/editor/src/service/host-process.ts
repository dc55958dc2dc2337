/** A host seen from the language server: a child process that answers requests, sends notes, and may crash. */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FromHost, Hello, HostAsk, HostAsks, ProgressNote, RunNote, ToHost } from '../host/messages.ts';

export interface HostEvents {
  onRun(note: RunNote): void;
  onProgress(note: ProgressNote): void;
  /** Our own bug, outside of any request. */
  onFault(stack: string): void;
  /** Exited unexpectedly. @param reason exit code or signal, and its last output */
  onDeath(reason: string): void;
}

/** A problem that the user can fix, in their language. */
export class HostRefusal extends Error {}

/** The host is gone or failed: the request gets no answer. */
export class HostGone extends Error {}

interface Waiting {
  resolve: (answer: HostAsks[HostAsk]['answer']) => void;
  reject: (error: Error) => void;
}

const LONGEST_TAIL = 4_000;

export class HostProcess {
  private readonly child: ChildProcess;
  private readonly events: HostEvents;
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;
  private ended = false;
  private said = '';

  /** @param entry URL of the host's entry file */
  constructor(entry: string, hello: Hello, events: HostEvents) {
    this.events = events;
    // Sends columns unserialized; standard output may be the server's own channel.
    this.child = fork(fileURLToPath(entry), [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      // Outcomes live for a few runs; a larger young generation spares copying them.
      execArgv: ['--max-semi-space-size=32'],
    });
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.said = (this.said + text).slice(-LONGEST_TAIL);
    });
    this.child.on('message', (message: FromHost) => this.hear(message));
    this.child.on('error', (error) => this.died(String(error)));
    this.child.on('exit', (code, signal) => this.died(signal ?? `code ${code}`));
    this.send({ kind: 'hello', ...hello });
  }

  send(message: ToHost): void {
    if (this.ended || !this.child.connected) return;
    // A broken channel means a dead child, which is reported as such.
    this.child.send(message, () => undefined);
  }

  /** @throws HostRefusal @throws HostGone */
  ask<Ask extends HostAsk>(what: Ask, ask: HostAsks[Ask]['ask']): Promise<HostAsks[Ask]['answer']> {
    this.asked += 1;
    const id = this.asked;
    return new Promise((resolve, reject) => {
      if (this.ended) return reject(new HostGone('The host has ended'));
      this.waiting.set(id, { resolve: (answer) => resolve(answer as HostAsks[Ask]['answer']), reject });
      this.send({ kind: 'ask', id, what, ask } as ToHost);
    });
  }

  /** At once, whatever it is doing. */
  end(): void {
    if (this.ended) return;
    this.ended = true;
    this.rejectAll('The host was ended');
    this.child.kill('SIGTERM');
    const hard = setTimeout(() => this.child.kill('SIGKILL'), 2_000);
    hard.unref();
    this.child.once('exit', () => clearTimeout(hard));
  }

  private hear(message: FromHost): void {
    if (this.ended) return;
    switch (message.kind) {
      case 'running':
      case 'results':
      case 'unable':
        this.events.onRun(message);
        return;
      case 'progress':
        this.events.onProgress(message);
        return;
      case 'answer':
        this.settle(message.id)?.resolve(message.answer);
        return;
      case 'refusal':
        this.settle(message.id)?.reject(new HostRefusal(message.message));
        return;
      case 'fault':
        if (message.id !== null) this.settle(message.id)?.reject(new HostGone(message.stack));
        this.events.onFault(message.stack);
    }
  }

  private settle(id: number): Waiting | undefined {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    return waiting;
  }

  private died(reason: string): void {
    if (this.ended) return;
    this.ended = true;
    const tail = this.said.trim();
    this.rejectAll(reason);
    this.events.onDeath(tail === '' ? reason : `${reason}\n${tail}`);
  }

  private rejectAll(reason: string): void {
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of waiting) reject(new HostGone(reason));
  }
}
