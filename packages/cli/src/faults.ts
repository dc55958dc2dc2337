/** Why a command cannot run: the user's to settle, so it is told in a sentence and never with a stack. */
export class CannotRun extends Error {
  /** More lines under the message, already in the user's language. */
  readonly details: readonly string[];

  constructor(message: string, details: readonly string[] = []) {
    super(message);
    this.name = 'CannotRun';
    this.details = details;
  }
}
