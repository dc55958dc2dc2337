/** The latest results of every document, as sent by the server. */

import type { FileResults } from '@steward/editor/protocol';
import { type Event, EventEmitter, type Uri } from 'vscode';

export class Results {
  private readonly byUri = new Map<string, FileResults>();
  private readonly emitter = new EventEmitter<FileResults>();
  readonly onChange: Event<FileResults> = this.emitter.event;

  /** @param uri of the document, as the editor writes it */
  take(uri: Uri, results: FileResults): void {
    const key = uri.toString();
    const kept = { ...results, uri: key };
    this.byUri.set(key, kept);
    this.emitter.fire(kept);
  }

  of(uri: Uri): FileResults | null {
    return this.byUri.get(uri.toString()) ?? null;
  }

  /** Called when their server is gone. */
  clear(): void {
    const gone = [...this.byUri.keys()];
    this.byUri.clear();
    for (const uri of gone) {
      this.emitter.fire({ uri, version: null, state: 'none', message: null, run: null, lines: [] });
    }
  }

  dispose(): void {
    this.emitter.dispose();
  }
}
