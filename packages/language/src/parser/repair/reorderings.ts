/** Parts of a clause in an order that is not ours: the types as they are written, and their places as they should be. */
export const REORDERINGS: readonly { written: readonly string[]; order: readonly number[] }[] = [
  // A window before what is counted in it: `近7天 发言数`.
  { written: ['in', 'DURATION', 'ID'], order: [2, 0, 1] },
  { written: ['per', 'day|week|month|hour', 'ID'], order: [2, 0, 1] },
  // A cap: `每天 50%` for `50% 每天`.
  { written: ['per', 'day|week|month|hour', 'PERCENT'], order: [2, 0, 1] },
  { written: ['per', 'day|week|month|hour', '<=|<', 'PERCENT'], order: [3, 0, 1] },
  { written: ['PERCENT', 'ID|STRING', 'per', 'day|week|month|hour'], order: [1, 0, 2, 3] },
  // A share: `40% insight`.
  { written: ['PERCENT', 'ID|STRING'], order: [1, 0] },
  // A cadence: `1 large per month`, `per month 1 large`.
  { written: ['NUMBER', 'large|medium|light'], order: [1, 0] },
  { written: ['per', 'day|week|month|hour', 'NUMBER', 'large|medium|light'], order: [3, 2, 0, 1] },
  // A label before the name.
  { written: ['STRING', 'ID'], order: [1, 0] },
  // A campaign's size before its name.
  { written: ['large|medium|light', 'ID'], order: [1, 0] },
  { written: ['large|medium|light', 'campaign', 'ID'], order: [1, 2, 0] },
  // A slot's or a shift's time behind what it is of.
  { written: ['ID', 'STRING', 'TIME', '..', 'TIME'], order: [1, 2, 3, 4, 0] },
  { written: ['TIME', '..', 'TIME', 'STRING'], order: [3, 0, 1, 2] },
  { written: ['ID', 'TIME', '..', 'TIME'], order: [1, 2, 3, 0] },
  // A given event: who before when.
  { written: ['STRING', 'TIMESTAMP'], order: [1, 0] },
  { written: ['TIMESTAMP', 'ID', 'STRING'], order: [0, 2, 1] },
];
