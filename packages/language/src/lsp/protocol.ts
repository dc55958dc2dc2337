/** Types of the protocol that many features name. */
export type { Position, Range } from 'vscode-languageserver';
