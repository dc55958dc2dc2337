/** Protocol types that many features use. */
export type { Position, Range } from 'vscode-languageserver';
