/** The JSON Schema of `steward.config.json`, from the tables that the command line itself is parsed by. */
import type { CommandSpecification, OptionSpecification } from '../arguments/specification.ts';
import type { Messages } from '../locale/messages.ts';
import { configurable, SEVERITIES } from './config.ts';

const WORDS = { type: 'array', items: { type: 'string', minLength: 1 } };

export function configSchema(
  commands: readonly CommandSpecification[],
  codes: readonly string[],
  words: Messages,
): string {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'steward.config.json',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      lang: { enum: ['en', 'zh'], description: words.option.lang },
      paths: { ...WORDS, description: words.configuring.paths },
      roots: { ...WORDS, description: words.configuring.roots },
      severity: {
        type: 'object',
        description: words.configuring.severity,
        propertyNames: { enum: codes },
        additionalProperties: { enum: SEVERITIES },
      },
      ...Object.fromEntries(
        commands
          .filter((command) => configurable(command).length > 0)
          .map((command) => [command.name, commandSchema(command, words)]),
      ),
    },
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function commandSchema(command: CommandSpecification, words: Messages): object {
  return {
    type: 'object',
    description: command.describe(words),
    additionalProperties: false,
    properties: Object.fromEntries(
      configurable(command).map((option) => [option.name, { ...typeOf(option), description: option.describe(words) }]),
    ),
  };
}

function typeOf({ kind, choices, value }: OptionSpecification): object {
  if (kind === 'flag') return { type: 'boolean' };
  if (choices !== undefined) return { enum: choices };
  if (kind === 'list') return WORDS;
  return value === 'N' ? { type: 'integer', minimum: 0 } : { type: 'string', minLength: 1 };
}
