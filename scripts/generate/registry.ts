/** Every generator whose output is committed. Add a line here; `npm run generate` and the tests do the rest. */
import { exampleOutcomes } from './example-outcomes.ts';
import type { Generator } from './generator.ts';
import { jsonSchema } from './json-schema.ts';
import { langium } from './langium.ts';
import { manual } from './manual.ts';
import { prelude } from './prelude.ts';
import { rules } from './rules.ts';
import { snippets } from './snippets.ts';
import { templates } from './templates.ts';
import { textmate } from './textmate.ts';

export const GENERATORS: readonly Generator[] = [
  langium('packages/language'),
  prelude,
  templates,
  manual,
  rules,
  jsonSchema({
    name: 'JSON Schema of the Policy',
    source: 'packages/policy/src/policy.ts',
    type: 'Policy',
    output: 'packages/policy/schema/policy.schema.json',
  }),
  jsonSchema({
    name: 'JSON Schema of the Outcome',
    source: 'packages/simulator/src/outcome/outcome.ts',
    type: 'Outcome',
    output: 'packages/simulator/schema/outcome.schema.json',
  }),
  jsonSchema({
    name: 'JSON Schema of an event',
    source: 'packages/events/src/record.ts',
    type: 'EventRecord',
    output: 'packages/events/schema/events.schema.json',
  }),
  textmate,
  snippets,
  exampleOutcomes,
];
