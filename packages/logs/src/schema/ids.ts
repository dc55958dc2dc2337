/**
 * Detects ids rounded by a spreadsheet. `1097262584103751681` comes back from Excel as `1.09726E+18`, or in a cell without a format for that as
 * `1097262584103750000`, and so does its neighbour: two people would be one.
 */

/** How spreadsheets and data frames write large numbers. Without a point the plus sign is required: `12e45` may be a hexadecimal id. */
const ROUNDED = /^\d+(?:\.\d+)?[eE]\+\d+$|^\d+\.\d+[eE]\d+$/;

const ZERO = 0x30;
const NINE = 0x39;

export function isRoundedId(id: string): boolean {
  const first = id.charCodeAt(0);
  return first >= ZERO && first <= NINE && ROUNDED.test(id);
}

/** Digits of a number that a spreadsheet keeps; it writes zeros for the rest. */
export const KEPT_DIGITS = 15;
const LONG_NUMBER = /^[1-9]\d{15,}$/;
const ENDS_IN_ZEROS = /^\d{15}0+$/;
/** Minimum number of different ids that end like this, to rule out coincidence. */
const FEWEST_IDS = 3;

export interface PlacedId {
  id: string;
  line: number;
}

/** Watches a column of ids for digits that a spreadsheet turned into zeros. A single such id may be right; a whole column is not. */
export class IdColumn {
  #first: PlacedId | null = null;
  /** No more than needed. */
  readonly #ids = new Set<string>();
  #isIntact = false;

  add(id: string, line: number): void {
    if (this.#isIntact || id.length <= KEPT_DIGITS || !LONG_NUMBER.test(id)) return;
    if (!ENDS_IN_ZEROS.test(id)) {
      this.#isIntact = true;
      return;
    }
    this.#first ??= { id, line };
    if (this.#ids.size < FEWEST_IDS) this.#ids.add(id);
  }

  /** The first of the column's ids, if all long ones have lost their last digits; otherwise null. */
  get rounded(): PlacedId | null {
    return this.#isIntact || this.#ids.size < FEWEST_IDS ? null : this.#first;
  }
}
