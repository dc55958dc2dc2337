/** When rules are simulated: section `steward.simulate` of a client's settings. */

export interface SimulateSettings {
  /** After the first run: on command, on save, or while typing. */
  on: 'command' | 'save' | 'type';
  /** Whether the first run waits for a command. */
  automatically: boolean;
}

export const USUAL: SimulateSettings = { on: 'type', automatically: false };

/** @param given section `steward`; missing or invalid values keep their current value */
export function readSimulateSettings(given: unknown, before: SimulateSettings): SimulateSettings {
  const section = isRecord(given) ? given['simulate'] : undefined;
  if (!isRecord(section)) return before;
  const { on, automatically } = section;
  return {
    on: on === 'command' || on === 'save' || on === 'type' ? on : before.on,
    automatically: typeof automatically === 'boolean' ? automatically : before.automatically,
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
