/** Composition, clauses, units and scopes of every file; afterwards it is known which clauses are broken. */
import type { Composer } from '../compose/compose.ts';
import { reportComposition } from '../compose/report.ts';
import type { LexiconReader } from '../lower/lexicons.ts';
import type { TypeChecker } from '../types/checker.ts';
import { checkClauses } from '../types/clauses.ts';
import type { Session } from '../types/session.ts';
import type { LoadResult } from '../workspace/load.ts';

export interface MeaningParts {
  composer: Composer;
  checker: TypeChecker;
  lexicons: LexiconReader;
  session: Session;
}

export function checkMeaning(loaded: LoadResult, { composer, checker, lexicons, session }: MeaningParts): void {
  for (const file of loaded.files) {
    if (file.text !== loaded.prelude.text) checkClauses(file, checker, session);
    for (const element of file.model.elements) {
      if (element.$type === 'Group' || element.$type === 'Policy') {
        reportComposition(composer.compose(element), (node) => session.pathOf(node), session.sink);
      }
      if (element.$type === 'Lexicon') lexicons.wordsOf(element);
    }
  }
}
