/** Results for other values of a bound: in the hover of its number and, optionally, in a lens above it. */
import {
  BOUNDS,
  type BoundPlace,
  type FileAsk,
  SWEEP,
  type SweepAnswer,
  type SweepAsk,
} from '@steward/editor/protocol';
import {
  type CancellationToken,
  CodeLens,
  type CodeLensProvider,
  EventEmitter,
  type ExtensionContext,
  Hover,
  type HoverProvider,
  languages,
  MarkdownString,
  type Position,
  type Range,
  type TextDocument,
  type Uri,
  workspace,
} from 'vscode';
import { SELECTOR } from '../client/language-client.ts';
import { rangeOf } from '../client/range.ts';
import type { Steward } from '../client/steward.ts';

type SweepDisplay = 'off' | 'hover' | 'lens';

/** A number as a bound may be written, with its unit. */
const NUMBER = /\d[\d_.,]*\s?(?:%|[a-z]+|分钟|小时|天|周|月)?/i;

export function registerSweeps(context: ExtensionContext, steward: Steward): void {
  const lenses = new SweepLenses(steward);
  context.subscriptions.push(
    languages.registerHoverProvider(SELECTOR, sweepHovers(steward)),
    languages.registerCodeLensProvider(SELECTOR, lenses),
    lenses,
    // Lenses change only when a run ends.
    steward.onResults(({ state }) => {
      if (state === 'fresh' || state === 'none') lenses.refresh();
    }),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('steward.sweeps')) lenses.refresh();
    }),
  );
}

function shownIn(document: TextDocument): SweepDisplay {
  return workspace.getConfiguration('steward', document.uri).get<SweepDisplay>('sweeps', 'hover');
}

function isFresh(steward: Steward, uri: Uri): boolean {
  return steward.resultsOf(uri)?.state === 'fresh';
}

function sweepHovers(steward: Steward): HoverProvider {
  return {
    async provideHover(document: TextDocument, position: Position, token: CancellationToken): Promise<Hover | null> {
      if (shownIn(document) === 'off' || !isFresh(steward, document.uri)) return null;
      const range = document.getWordRangeAtPosition(position, NUMBER);
      if (range === undefined) return null;
      const answer = await sweepAt(steward, document.uri, position, token);
      return answer === null ? null : new Hover(new MarkdownString(answer.markdown), range);
    },
  };
}

function sweepAt(
  steward: Steward,
  uri: Uri,
  position: Position,
  token: CancellationToken,
): Promise<SweepAnswer | null> {
  const at = { line: position.line, character: position.character };
  return steward.request<SweepAsk, SweepAnswer | null>(SWEEP, { uri: uri.toString(), position: at }, token);
}

class SweepLens extends CodeLens {
  readonly uri: Uri;

  constructor(range: Range, uri: Uri) {
    super(range);
    this.uri = uri;
  }
}

/** Computed when it scrolls into view. */
class SweepLenses implements CodeLensProvider<SweepLens> {
  readonly #steward: Steward;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(steward: Steward) {
    this.#steward = steward;
  }

  refresh(): void {
    this.#changed.fire();
  }

  async provideCodeLenses({ uri }: TextDocument, token: CancellationToken): Promise<SweepLens[]> {
    const isWanted = workspace.getConfiguration('steward', uri).get<SweepDisplay>('sweeps', 'hover') === 'lens';
    if (!isWanted || !isFresh(this.#steward, uri)) return [];
    const places = await this.#steward.request<FileAsk, BoundPlace[]>(BOUNDS, { uri: uri.toString() }, token);
    return places.map(({ range }) => new SweepLens(rangeOf(range), uri));
  }

  async resolveCodeLens(lens: SweepLens, token: CancellationToken): Promise<SweepLens> {
    const answer = await sweepAt(this.#steward, lens.uri, lens.range.start, token);
    lens.command = { title: answer?.text ?? '', command: '' };
    return lens;
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
