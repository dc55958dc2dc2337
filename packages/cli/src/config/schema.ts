/** The JSON Schema of `steward.config.json`, generated from the tables that the parser uses. */
import { type Locale, sentencesIn } from '@steward/text';
import { type CommandSpecification, GLOBAL_OPTIONS, type OptionSpecification } from '../arguments/specification.ts';
import { configurable, SEVERITIES } from './config.ts';
import { CONFIG } from './words.ts';

const WORDS = { type: 'array', items: { type: 'string', minLength: 1 } };

export function configSchema(
  commands: readonly CommandSpecification[],
  codes: readonly string[],
  locale: Locale,
): string {
  const said = sentencesIn(CONFIG, locale);
  const lang = GLOBAL_OPTIONS.find(({ name }) => name === 'lang');
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'steward.config.json',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      lang: { enum: ['en', 'zh'], description: lang?.about[locale] },
      paths: { ...WORDS, description: said.paths },
      roots: { ...WORDS, description: said.roots },
      severity: {
        type: 'object',
        description: said.severity,
        propertyNames: { enum: codes },
        additionalProperties: { enum: SEVERITIES },
      },
      ...Object.fromEntries(
        commands
          .filter((command) => configurable(command).length > 0)
          .map((command) => [command.name, commandSchema(command, locale)]),
      ),
    },
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function commandSchema(command: CommandSpecification, locale: Locale): object {
  return {
    type: 'object',
    description: command.about[locale],
    additionalProperties: false,
    properties: Object.fromEntries(
      configurable(command).map((option) => [option.name, { ...typeOf(option), description: option.about[locale] }]),
    ),
  };
}

function typeOf({ kind, choices, value }: OptionSpecification): object {
  if (kind === 'flag') return { type: 'boolean' };
  if (choices !== undefined) return { enum: choices };
  if (kind === 'list') return WORDS;
  return value === 'N' ? { type: 'integer', minimum: 0 } : { type: 'string', minLength: 1 };
}
