import type { CommandSpecification } from '../../arguments/specification.ts';

export const command: CommandSpecification = {
  section: 'setup',
  name: 'completions',
  operands: '<bash|zsh|fish|powershell>',
  least: 1,
  most: 1,
  about: { en: 'Print a completion script for a shell', zh: '输出命令行外壳的补全脚本' },
  options: [],
  examples: [
    'source <(steward completions bash)',
    'steward completions fish > ~/.config/fish/completions/steward.fish',
    'steward completions powershell | Out-String | Invoke-Expression',
  ],
};
