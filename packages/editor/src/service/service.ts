/** What the parts of the service share. */
import type { ResultsHost } from '@steward/language/lsp/results';
import type { Policy } from '@steward/policy';
import type { Diagnostic, InitializeParams, MessageType } from 'vscode-languageserver';
import type { FileSimulation } from './file-simulation.ts';
import type { ServiceWords } from './words.ts';

/** A simulation seen from one of its files. */
export interface ShownSimulation {
  simulation: FileSimulation;
  /** Path of the file in the simulation's policy; null if it is the simulated file. */
  file: string | null;
}

export interface Service {
  host: ResultsHost;
  words(): ServiceWords;
  /** A file's simulation, created if needed. @throws HostRefusal in an untrusted folder */
  simulationOf(path: string): FileSimulation;
  /** null if the file was never simulated. */
  existing(path: string): FileSimulation | null;
  simulations(): Iterable<FileSimulation>;
  /** The simulation whose results a file shows: its own, or the last one that inherits from it; null if none. */
  shownBy(path: string): ShownSimulation | null;
  /** URI of a policy file; null if it cannot be opened. @param path the entry file @param index of the policy's files */
  uriOfFile(path: string, policy: Policy, index: number): string | null;
  /** Policy of the current text; null if it has errors. */
  policyOf(path: string): Policy | null;
  /** The last valid one, while the file is open. */
  lastPolicyOf(path: string): Policy | null;
  /** Shows a message in clients that do not show answers. */
  say(type: MessageType, message: string): void;
  /** Shown beside the checker's diagnostics until the text changes. */
  setFindings(path: string, findings: Diagnostic[]): void;
  /** Whether the client draws results and names commands itself. */
  readonly drawsItself: boolean;
  readonly client: InitializeParams['capabilities'];
}
