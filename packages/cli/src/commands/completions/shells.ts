/** Shell completions, generated from the tables that the parser uses. */
import type { Locale } from '@steward/text';
import { type CommandSpecification, GLOBAL_OPTIONS, type OptionSpecification } from '../../arguments/specification.ts';

export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof SHELLS)[number];

export function completionScript(shell: Shell, commands: readonly CommandSpecification[], locale: Locale): string {
  const lines = { bash, zsh, fish, powershell }[shell](commands, locale);
  return `${lines.join('\n')}\n`;
}

function optionsOf(command: CommandSpecification): OptionSpecification[] {
  return [...command.options, ...GLOBAL_OPTIONS];
}

/** Operands written `<a|b>` are choices; others are files. */
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
    '# A name is a line, whatever is in it; the shell quotes it.',
    '_steward_files() {',
    `  local name typed="\${1//\\\\/}"`,
    `  typed="\${typed#\\"}" typed="\${typed#$'\\x27'}"`,
    '  while IFS= read -r name; do COMPREPLY+=("$name"); done < <(compgen -f -- "$typed")',
    '}',
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
    '  else _steward_files "$word"; fi',
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
      if (option.choices === undefined) return `    ${patterns}) _steward_files "$word"; return ;;`;
      return `    ${patterns}) COMPREPLY=($(compgen -W "${option.choices.join(' ')}" -- "$word")); return ;;`;
    });
}

function zsh(commands: readonly CommandSpecification[], locale: Locale): string[] {
  return [
    '#compdef steward',
    '_steward() {',
    '  local -a commands',
    '  commands=(',
    ...commands.map((command) => `    ${quoted(`${command.name}:${command.about[locale]}`)}`),
    '  )',
    '  if (( CURRENT == 2 )); then _describe command commands; return; fi',
    `  case "\${words[2]}" in`,
    ...commands.flatMap((command) => [
      `    ${command.name})`,
      '      shift words; (( CURRENT-- ))',
      `      _arguments -s ${[...optionsOf(command).flatMap((option) => zshOption(option, locale)), zshOperands(command)].join(' ')}`,
      '      ;;',
    ]),
    '  esac',
    '}',
    'compdef _steward steward',
  ];
}

function zshOption(option: OptionSpecification, locale: Locale): string[] {
  const text = option.about[locale].replace(/[[\]\\:]/g, '\\$&');
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

function fish(commands: readonly CommandSpecification[], locale: Locale): string[] {
  return [
    '# fish completion of steward',
    ...commands.map(
      (command) =>
        `complete -c steward -n __fish_use_subcommand -f -a ${command.name} -d ${quoted(command.about[locale])}`,
    ),
    ...commands.flatMap((command) => {
      const within = `complete -c steward -n '__fish_seen_subcommand_from ${command.name}'`;
      const choices = operandChoices(command);
      return [
        ...optionsOf(command).map((option) => `${within} ${fishOption(option, locale)}`),
        ...(choices.length > 0 ? [`${within} -f -a ${quoted(choices.join(' '))}`] : []),
      ];
    }),
  ];
}

function fishOption(option: OptionSpecification, locale: Locale): string {
  const { name, short, kind, choices } = option;
  const parts = [`-l ${name}`, ...(short === undefined ? [] : [`-s ${short}`])];
  if (kind !== 'flag') parts.push(choices === undefined ? '-r' : `-x -a ${quoted(choices.join(' '))}`);
  return `${parts.join(' ')} -d ${quoted(option.about[locale])}`;
}

/** If nothing is offered, PowerShell completes file names. */
function powershell(commands: readonly CommandSpecification[], locale: Locale): string[] {
  const list = (items: readonly string[]): string => `@(${items.map(literal).join(', ')})`;
  const values = commands.flatMap((command) =>
    optionsOf(command).flatMap((option) =>
      option.choices === undefined
        ? []
        : spellings(option).map(
            (spelling) => `    ${literal(`${command.name} ${spelling}`)} = ${list(option.choices ?? [])}`,
          ),
    ),
  );
  return [
    '# PowerShell completion of steward',
    'Register-ArgumentCompleter -Native -CommandName steward -ScriptBlock {',
    '  param($word, $ast, $position)',
    '  $commands = [ordered]@{',
    ...commands.map((command) => `    ${literal(command.name)} = ${literal(command.about[locale])}`),
    '  }',
    '  $options = @{',
    ...commands.map((command) => `    ${literal(command.name)} = ${list(optionsOf(command).flatMap(spellings))}`),
    '  }',
    '  $values = @{',
    ...values,
    '  }',
    '  $operands = @{',
    ...commands
      .filter((command) => operandChoices(command).length > 0)
      .map((command) => `    ${literal(command.name)} = ${list(operandChoices(command))}`),
    '  }',
    '  $said = @($ast.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })',
    "  if ($word -ne '') { $said = @($said | Select-Object -SkipLast 1) }",
    '  $command = $said | Where-Object { $commands.Contains($_) } | Select-Object -First 1',
    "  $before = if ($said.Count -gt 0) { $said[-1] } else { '' }",
    '  $offered = if (-not $command) {',
    `    if ($word -like '-*') { ${list(GLOBAL_OPTIONS.flatMap(spellings))} } else { @($commands.Keys) }`,
    '  } elseif ($values.ContainsKey("$command $before")) { $values["$command $before"] }',
    "  elseif ($word -like '-*') { $options[$command] }",
    '  else { $operands[$command] }',
    '  $offered | Where-Object { $_ -like "$word*" } | ForEach-Object {',
    '    $told = if ($commands.Contains($_)) { $commands[$_] } else { $_ }',
    "    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $told)",
    '  }',
    '}',
  ];
}

/** A PowerShell text: typographic single quotes also end it, and doubled ones are literal. */
function literal(text: string): string {
  return `'${text.replace(/['‘’‚‛]/g, '$&$&')}'`;
}

/** Quotes for any of the other shells: inside single quotes, only the quote itself is special. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", '’')}'`;
}
