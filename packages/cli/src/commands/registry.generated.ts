/** Generated from the folders beside it; do not edit. */
import type { CommandSpecification } from '../arguments/specification.ts';
import { command as buildCommand } from './build/command.ts';
import { command as checkCommand } from './check/command.ts';
import { command as completionsCommand } from './completions/command.ts';
import { command as diffCommand } from './diff/command.ts';
import { command as docsCommand } from './docs/command.ts';
import { command as explainCommand } from './explain/command.ts';
import { command as formatCommand } from './format/command.ts';
import { command as generateCommand } from './generate/command.ts';
import { command as initCommand } from './init/command.ts';
import { command as lspCommand } from './lsp/command.ts';
import { command as schemaCommand } from './schema/command.ts';
import { command as scoreCommand } from './score/command.ts';
import { command as simulateCommand } from './simulate/command.ts';
import { command as sweepCommand } from './sweep/command.ts';
import { command as testCommand } from './test/command.ts';
import { command as translateCommand } from './translate/command.ts';

export const COMMANDS: readonly CommandSpecification[] = [
  checkCommand,
  explainCommand,
  formatCommand,
  initCommand,
  translateCommand,
  diffCommand,
  generateCommand,
  scoreCommand,
  simulateCommand,
  sweepCommand,
  testCommand,
  buildCommand,
  docsCommand,
  schemaCommand,
  completionsCommand,
  lspCommand,
];
