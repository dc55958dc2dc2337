/** What the parts of the service share. */
import type { ResultsHost } from '@steward/language/lsp/results';
import type { Policy } from '@steward/policy';
import type { Diagnostic, InitializeParams, MessageType } from 'vscode-languageserver';
import type { FileSimulation } from './file-simulation.ts';
import type { ServiceWords } from './words.ts';

/** A simulation as a file shows it. */
export interface ShownSimulation {
  simulation: FileSimulation;
  /** Path of the file in the simulation's policy; null: it is the one that was simulated. */
  file: string | null;
}

export interface Service {
  host: ResultsHost;
  words(): ServiceWords;
  /** The simulation of a file, made where there is none. @throws HostRefusal in a folder that is not trusted */
  simulationOf(path: string): FileSimulation;
  /** null where the file was never simulated. */
  existing(path: string): FileSimulation | null;
  simulations(): Iterable<FileSimulation>;
  /** Whose results a file shows: its own, else those of the last one that inherits what stands in it; null where there are none. */
  shownBy(path: string): ShownSimulation | null;
  /** URI of a file of a policy; null where nobody can open it. @param path the entry file @param index of the policy's files */
  uriOfFile(path: string, policy: Policy, index: number): string | null;
  /** As the text is now; null where it has errors. */
  policyOf(path: string): Policy | null;
  /** The last one that could be read, as long as the file is open. */
  lastPolicyOf(path: string): Policy | null;
  /** To the user of a client that does not show answers itself. */
  say(type: MessageType, message: string): void;
  /** Shown with the checker's until the text changes. */
  setFindings(path: string, findings: Diagnostic[]): void;
  /** Whether the client draws results and names commands itself. */
  readonly drawsItself: boolean;
  readonly client: InitializeParams['capabilities'];
}
