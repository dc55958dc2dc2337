/** Every generator whose output is committed. To add one, add a line here; `npm run generate` and the tests do the rest. */
import { cards } from './cards.ts';
import { commands } from './commands.ts';
import { exampleOutcomes } from './example-outcomes.ts';
import type { Generator } from './generator.ts';
import { jsonSchemas } from './json-schema.ts';
import { langium } from './langium.ts';
import { logFormatLists, logFormats } from './log-formats.ts';
import { manifestWords } from './manifest-words.ts';
import { manual } from './manual.ts';
import { prelude } from './prelude.ts';
import { ruleList, rules } from './rules.ts';
import { snippets } from './snippets.ts';
import { templates } from './templates.ts';
import { textmate } from './textmate.ts';

export const GENERATORS: readonly Generator[] = [
  langium('packages/language'),
  rules,
  prelude,
  templates,
  cards,
  logFormats,
  logFormatLists,
  commands,
  manual,
  ruleList,
  jsonSchemas('packages/policy/schema', [{ source: 'packages/policy/src/policy.ts', type: 'Policy', name: 'policy' }]),
  jsonSchemas('packages/events/schema', [
    { source: 'packages/events/src/record.ts', type: 'EventRecord', name: 'events' },
  ]),
  jsonSchemas('packages/simulator/schema', [
    { source: 'packages/simulator/src/outcome/outcome.ts', type: 'Outcome', name: 'outcome' },
    { source: 'packages/simulator/src/what-if/changes.ts', type: 'OutcomeDiff', name: 'diff' },
    { source: 'packages/simulator/src/what-if/sweep.ts', type: 'Sweep', name: 'sweep' },
    { source: 'packages/simulator/src/labels/score.ts', type: 'Score', name: 'score' },
  ]),
  textmate,
  snippets,
  manifestWords,
  exampleOutcomes,
];
