/** What `npm run new` can make: the target folder, and the generated files that follow. */
import type { Generator } from '../generate/generator.ts';

export interface Kind {
  /** Also the name of its folder in `templates/`. */
  name: string;
  /** The parent folder, relative to the project's root. */
  folder: string;
  /** Loaded once the folder exists, because they import the new files. */
  generators: () => Promise<readonly Generator[]>;
  /** The next step for the user, in one sentence. */
  next: (name: string) => string;
}

export const KINDS: readonly Kind[] = [
  {
    name: 'rule',
    folder: 'packages/language/src/validation/rules',
    generators: async () => {
      const { ruleList, rules } = await import('../generate/rules.ts');
      return [rules, ruleList];
    },
    next: (name) => `write what it looks for, then: npm test -- test/every-rule-fires.test.ts -t ${name}`,
  },
  {
    name: 'command',
    folder: 'packages/cli/src/commands',
    generators: async () => {
      const { commands } = await import('../generate/commands.ts');
      const { manual } = await import('../generate/manual.ts');
      return [commands, manual];
    },
    next: (name) => `npm run steward -- ${name} examples/service-beauty/beauty.group`,
  },
  {
    name: 'format',
    folder: 'packages/logs/src/formats',
    generators: async () => {
      const { logFormatLists, logFormats } = await import('../generate/log-formats.ts');
      const { manual } = await import('../generate/manual.ts');
      return [logFormats, logFormatLists, manual];
    },
    next: (name) =>
      `put a few real records into the sample, then: npm test -- packages/logs/test/samples.test.ts -t ${name}`,
  },
  {
    name: 'card',
    folder: 'packages/report/src/dashboard/cards',
    generators: async () => {
      const { cards } = await import('../generate/cards.ts');
      return [cards];
    },
    next: () => 'npm run steward -- simulate examples/service-beauty/beauty.group --html report.html',
  },
];
