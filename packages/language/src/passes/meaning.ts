/** Checks composition, clauses, units and scopes of declarations. Afterwards we know which clauses are broken. */
import type { AstNode } from 'langium';
import type { Composer } from '../compose/compose.ts';
import { reportComposition } from '../compose/report.ts';
import type { LexiconReader } from '../lower/lexicons.ts';
import { tokensOf } from '../parser/errors.ts';
import type { TypeChecker } from '../types/checker.ts';
import { checkClauses } from '../types/clauses.ts';
import type { Session } from '../types/session.ts';
import type { LoadedFile } from '../workspace/load.ts';
import type { Work } from './names.ts';

export interface MeaningParts {
  composer: Composer;
  checker: TypeChecker;
  lexicons: LexiconReader;
  session: Session;
}

/** @param isPrelude clauses of the prelude are checked where they are used */
export function checkMeaning(
  { file, elements }: Work,
  isPrelude: boolean,
  { composer, checker, lexicons, session }: MeaningParts,
): void {
  const isCut = cutShort(file);
  for (const element of elements) {
    if (!isPrelude) checkClauses(element, isCut(element), checker, session);
    if (element.$type === 'Group' || element.$type === 'Policy') {
      reportComposition(composer.compose(element), (node) => session.pathOf(node), session.sink);
    }
    if (element.$type === 'Lexicon') lexicons.report(element);
  }
}

/** Whether the parser stumbled inside a declaration or right after it. */
function cutShort({ document }: LoadedFile): (element: AstNode) => boolean {
  const { parserErrors } = document.parseResult;
  const offsets = parserErrors.flatMap(tokensOf).map(({ startOffset }) => startOffset);
  return ({ $cstNode: cst }) => cst !== undefined && offsets.some((offset) => offset >= cst.offset && offset < cst.end);
}
