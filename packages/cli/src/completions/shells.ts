/** Completions of the shells, from the tables that the command line itself is parsed by. */
import { type CommandSpecification, GLOBAL_OPTIONS, type OptionSpecification } from '../arguments/specification.ts';
import type { Messages } from '../locale/messages.ts';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

export function completionScript(shell: Shell, commands: readonly CommandSpecification[], words: Messages): string {
  const lines = { bash, zsh, fish }[shell](commands, words);
  return `${lines.join('\n')}\n`;
}

function optionsOf(command: CommandSpecification): OptionSpecification[] {
  return [...command.options, ...GLOBAL_OPTIONS];
}

/** Operands written `<a|b>` are a choice, others files. */
function operandChoices({ operands }: CommandSpecification): readonly string[] {
  const inner = /^<([a-z|]+)>$/.exec(operands)?.[1] ?? '';
  return inner.includes('|') ? inner.split('|') : [];
}

/** `--name` and `-n`, as they are typed. */
function spellings({ name, short }: OptionSpecification): string[] {
  return short === undefined ? [`--${name}`] : [`--${name}`, `-${short}`];
}

function bash(commands: readonly CommandSpecification[]): string[] {
  const names = commands.map(({ name }) => name).join(' ');
  return [
    '# bash completion of steward',
    '_steward() {',
    `  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="" each`,
    '  COMPREPLY=()',
    `  for each in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do`,
    `    case " ${names} " in *" $each "*) command="$each"; break ;; esac`,
    '  done',
    '  case "$command $before" in',
    ...commands.flatMap((command) => bashValues(command)),
    '  esac',
    '  local options="" operands=""',
    '  case "$command" in',
    ...commands.map((command) => {
      const options = optionsOf(command).flatMap(spellings).join(' ');
      return `    ${command.name}) options="${options}" operands="${operandChoices(command).join(' ')}" ;;`;
    }),
    `    *) options="${GLOBAL_OPTIONS.flatMap(spellings).join(' ')}" operands="${names}" ;;`,
    '  esac',
    '  if [[ "$word" == -* ]]; then COMPREPLY=($(compgen -W "$options" -- "$word"))',
    '  elif [[ -n "$operands" ]]; then COMPREPLY=($(compgen -W "$operands" -- "$word"))',
    '  else COMPREPLY=($(compgen -f -- "$word")); fi',
    '}',
    'complete -o filenames -F _steward steward',
  ];
}

function bashValues(command: CommandSpecification): string[] {
  return optionsOf(command)
    .filter(({ kind }) => kind !== 'flag')
    .map((option) => {
      const patterns = spellings(option)
        .map((spelling) => `"${command.name} ${spelling}"`)
        .join('|');
      const reply = option.choices === undefined ? '-f' : `-W "${option.choices.join(' ')}"`;
      return `    ${patterns}) COMPREPLY=($(compgen ${reply} -- "$word")); return ;;`;
    });
}

function zsh(commands: readonly CommandSpecification[], words: Messages): string[] {
  return [
    '#compdef steward',
    '_steward() {',
    '  local -a commands',
    '  commands=(',
    ...commands.map((command) => `    ${quoted(`${command.name}:${command.describe(words)}`)}`),
    '  )',
    '  if (( CURRENT == 2 )); then _describe command commands; return; fi',
    `  case "\${words[2]}" in`,
    ...commands.flatMap((command) => [
      `    ${command.name})`,
      '      shift words; (( CURRENT-- ))',
      `      _arguments -s ${[...optionsOf(command).flatMap((option) => zshOption(option, words)), zshOperands(command)].join(' ')}`,
      '      ;;',
    ]),
    '  esac',
    '}',
    'compdef _steward steward',
  ];
}

function zshOption(option: OptionSpecification, words: Messages): string[] {
  const text = option.describe(words).replace(/[[\]\\:]/g, '\\$&');
  const value = option.kind === 'flag' ? '' : `:${option.value?.replaceAll(':', '') ?? ''}:${zshValue(option)}`;
  const again = option.kind === 'list' ? '*' : '';
  return spellings(option).map((spelling) => quoted(`${again}${spelling}[${text}]${value}`));
}

function zshValue({ choices }: OptionSpecification): string {
  return choices === undefined ? '_files' : `(${choices.join(' ')})`;
}

function zshOperands(command: CommandSpecification): string {
  const choices = operandChoices(command);
  return quoted(choices.length > 0 ? `1:name:(${choices.join(' ')})` : '*:file:_files');
}

function fish(commands: readonly CommandSpecification[], words: Messages): string[] {
  return [
    '# fish completion of steward',
    ...commands.map(
      (command) =>
        `complete -c steward -n __fish_use_subcommand -f -a ${command.name} -d ${quoted(command.describe(words))}`,
    ),
    ...commands.flatMap((command) => {
      const within = `complete -c steward -n '__fish_seen_subcommand_from ${command.name}'`;
      const choices = operandChoices(command);
      return [
        ...optionsOf(command).map((option) => `${within} ${fishOption(option, words)}`),
        ...(choices.length > 0 ? [`${within} -f -a ${quoted(choices.join(' '))}`] : []),
      ];
    }),
  ];
}

function fishOption(option: OptionSpecification, words: Messages): string {
  const { name, short, kind, choices } = option;
  const parts = [`-l ${name}`, ...(short === undefined ? [] : [`-s ${short}`])];
  if (kind !== 'flag') parts.push(choices === undefined ? '-r' : `-x -a ${quoted(choices.join(' '))}`);
  return `${parts.join(' ')} -d ${quoted(option.describe(words))}`;
}

/** For each of the three: nothing is special within single quotes but the quote itself. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", '’')}'`;
}
