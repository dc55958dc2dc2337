/** The extension under test and the results it displays. */
import { ok } from 'node:assert';
import { extensions, type Uri } from 'vscode';
import type { StewardApi } from '../../../../packages/vscode/src/api.ts';
import { eventually } from './eventually.ts';

export const ID = 'steward.steward';

type Results = NonNullable<ReturnType<StewardApi['resultsOf']>>;

export function steward(): StewardApi {
  const extension = extensions.getExtension<StewardApi>(ID);
  ok(extension?.isActive === true, `${ID} is not active`);
  return extension.exports;
}

/** Waits for results of a document's current text. */
export function results(uri: Uri, what: string, isSo: (found: Results) => boolean): Promise<Results> {
  return eventually(`results of ${uri.path}: ${what}`, () => {
    const found = steward().resultsOf(uri);
    ok(found !== null, 'there are none');
    ok(
      isSo(found),
      `${found.state} ${found.message ?? ''} ${found.lines.map(({ clause, text }) => `${clause}: ${text}`)}`,
    );
    return found;
  });
}

/** The text at the end of a clause's line. */
export function textOf(found: Results, clause: string): string {
  const line = found.lines.find((each) => each.clause === clause);
  ok(line !== undefined, `no ${clause} among ${found.lines.map((each) => each.clause).join(' ')}`);
  return line.text;
}
