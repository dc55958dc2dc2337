/** Why the system refused something. */

/** The system's message, without the call and the path. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message.replace(/^([A-Z]+): ([^,]*),.*$/s, '$2 ($1)');
}
