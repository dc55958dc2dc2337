/** Fills in options from the config. */
import type { CommandSpecification, ParsedArguments } from '../arguments/specification.ts';
import type { Config } from './config.ts';

export function withDefaults(given: ParsedArguments, command: CommandSpecification, config: Config): ParsedArguments {
  const isWritten = new Set(
    command.options.flatMap(({ name, writtenBy }) => (writtenBy !== undefined && given.flag(writtenBy) ? [name] : [])),
  );
  const options = new Map([...(config.options.get(command.name) ?? [])].filter(([name]) => !isWritten.has(name)));
  const takesPaths = command.operands === '[paths...]';
  return {
    operands: given.operands.length === 0 && takesPaths ? (config.paths ?? []) : given.operands,
    flag: (name) => given.flag(name) || options.has(name),
    value: (name) => given.value(name) ?? options.get(name)?.at(-1) ?? null,
    list: (name) => {
      const said = given.list(name);
      return said.length > 0 ? said : (options.get(name) ?? []);
    },
  };
}
