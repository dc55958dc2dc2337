/** When files or folders move, updates the paths that point to them and the paths written in them. */
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { folderOf, relativePath, resolvePath } from '../../workspace/paths.ts';
import type { Server } from '../feature.ts';
import { pathsIn } from '../show/annotations.ts';
import { LineIndex, pathOfUri } from '../text/places.ts';

export function registerFileRenames(server: Server): void {
  server.connection.workspace.onWillRenameFiles(({ files }): WorkspaceEdit => {
    const moves = files.map(({ oldUri, newUri }) => ({ from: pathOfUri(oldUri), to: pathOfUri(newUri) }));
    const moved = (path: string): string => {
      const move = moves.find(({ from }) => path === from || path.startsWith(`${from}/`));
      return move === undefined ? path : move.to + path.slice(move.from.length);
    };
    return { changes: changesFor(server, moved) };
  });
}

function changesFor(server: Server, moved: (path: string) => string): Record<string, TextEdit[]> {
  const { workspace } = server;
  const changes: Record<string, TextEdit[]> = {};
  for (const file of workspace.files(workspace.allPaths())) {
    const folder = folderOf(file.path);
    const newFolder = folderOf(moved(file.path));
    const lines = new LineIndex(file.text);
    for (const { start, end, written } of pathsIn(file)) {
      const target = resolvePath(folder, written);
      if (moved(target) === target && folder === newFolder) continue;
      const newText = asWritten(relativePath(newFolder, moved(target)));
      if (newText === written) continue;
      const uri = workspace.uriOf(file.path);
      changes[uri] ??= [];
      changes[uri].push({ range: lines.rangeAt(start, end), newText });
    }
  }
  return changes;
}

function asWritten(path: string): string {
  return path.startsWith('.') || path.startsWith('/') ? path : `./${path}`;
}
