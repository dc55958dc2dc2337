/** Completes quoted paths and time zone names. */
import { readdirSync } from 'node:fs';
import type { CompletionItem } from 'vscode-languageserver';
import { CompletionItemKind } from 'vscode-languageserver';
import { folderOf, resolvePath } from '../../workspace/paths.ts';
import type { Range } from '../protocol.ts';

/** File extensions that a construct reads, by syntax node type. */
const ENDINGS: Readonly<Record<string, RegExp>> = {
  Import: /\.group$/,
  Roster: /\.csv$/,
  Sample: /\.(jsonl?|csv|tsv|txt|parquet|html?|db|sqlite|xml|zip|gz|zst)$/,
  GivenLog: /\.(jsonl?|csv|tsv|txt|parquet|html?|db|sqlite|xml|zip|gz|zst)$/,
  Lexicon: /\.txt$/,
  Snapshot: /\.outcome\.json$/,
};

export function takesPath(type: string): boolean {
  return type in ENDINGS;
}

/** @param written the text between the quote and the cursor */
export function pathItems(
  filePath: string,
  type: string,
  written: string,
  range: Range,
  mayRead: (folder: string) => boolean,
): CompletionItem[] {
  const typed = written.slice(0, written.lastIndexOf('/') + 1);
  const folder = resolvePath(folderOf(filePath), typed === '' ? '.' : typed);
  if (!mayRead(folder)) return [];
  const ending = ENDINGS[type];
  return entriesOf(folder).flatMap((entry): CompletionItem[] => {
    if (entry.name.startsWith('.')) return [];
    const isFolder = entry.isDirectory();
    if (!isFolder && ending?.test(entry.name) !== true) return [];
    if (`${folder}/${entry.name}` === filePath) return [];
    const newText = `${typed === '' ? './' : typed}${entry.name}${isFolder ? '/' : ''}`;
    return [
      {
        label: isFolder ? `${entry.name}/` : entry.name,
        kind: isFolder ? CompletionItemKind.Folder : CompletionItemKind.File,
        filterText: newText,
        sortText: `${isFolder ? 1 : 0}${entry.name}`,
        textEdit: { range, newText },
      },
    ];
  });
}

function entriesOf(folder: string): readonly { name: string; isDirectory(): boolean }[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // The folder being typed does not exist yet.
    return [];
  }
}

export function timezoneItems(range: Range): CompletionItem[] {
  return Intl.supportedValuesOf('timeZone').map((zone) => ({
    label: zone,
    kind: CompletionItemKind.Constant,
    textEdit: { range, newText: zone },
  }));
}
