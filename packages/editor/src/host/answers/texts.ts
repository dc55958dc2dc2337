/** Texts of single events. */
import type { EventReference } from '@steward/simulator';
import type { Part } from '../finished.ts';

/** @returns the text of each event; null if it has none or its log is gone */
export async function textsOf(
  parts: readonly Part[],
  references: readonly EventReference[],
): Promise<(reference: EventReference) => string | null> {
  const texts = new Map<string, string | null>();
  for (const { held } of parts) {
    const own = references.filter(({ file }) => held.holds(file));
    const said = own.length === 0 ? [] : await held.identify(own);
    for (const [index, reference] of own.entries()) texts.set(placeOf(reference), said[index]?.text ?? null);
  }
  return (reference) => texts.get(placeOf(reference)) ?? null;
}

const placeOf = ({ file, line }: EventReference): string => `${file}:${line}`;
