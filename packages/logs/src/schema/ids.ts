/**
 * Detects ids rounded by a spreadsheet. `1097000000000000001` comes back from Excel as `1.097E+18`, and so does its neighbour: two people would
 * be one.
 */

/** How spreadsheets and data frames write large numbers. Without a point the plus sign is required: `12e45` may be a hexadecimal id. */
const ROUNDED = /^\d+(?:\.\d+)?[eE]\+\d+$|^\d+\.\d+[eE]\d+$/;

const ZERO = 0x30;
const NINE = 0x39;

export function isRoundedId(id: string): boolean {
  const first = id.charCodeAt(0);
  return first >= ZERO && first <= NINE && ROUNDED.test(id);
}
