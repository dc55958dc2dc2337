/** Something the user has to fix before the command can run: shown as a message, never with a stack trace. */
export class CannotRun extends Error {
  /** Further lines below the message, already in the user's language. */
  readonly details: readonly string[];

  constructor(message: string, details: readonly string[] = []) {
    super(message);
    this.name = 'CannotRun';
    this.details = details;
  }
}
