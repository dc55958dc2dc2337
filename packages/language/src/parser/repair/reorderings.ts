/** Parts of a clause in an order that is not ours: token types as written, and the indices in the right order. */
export const REORDERINGS: readonly { written: readonly string[]; order: readonly number[] }[] = [
  // A window before what it applies to: `近7天 发言数`.
  { written: ['in', 'DURATION', 'ID'], order: [2, 0, 1] },
  { written: ['per', 'day|week|month|hour', 'ID'], order: [2, 0, 1] },
  // A cap: `每天 50%` instead of `50% 每天`.
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
  // The time of a slot or shift after what it is for.
  { written: ['ID', 'STRING', 'TIME', '..', 'TIME'], order: [1, 2, 3, 4, 0] },
  { written: ['TIME', '..', 'TIME', 'STRING'], order: [3, 0, 1, 2] },
  { written: ['ID', 'TIME', '..', 'TIME'], order: [1, 2, 3, 0] },
  // A given event: the member before the time.
  { written: ['STRING', 'TIMESTAMP'], order: [1, 0] },
  { written: ['TIMESTAMP', 'ID', 'STRING'], order: [0, 2, 1] },
];
