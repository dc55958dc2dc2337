/** A small group with a log that can be counted by hand. */

export const RULES = `group G "群" : service {
  timezone "UTC"
  sample "log.jsonl"
  tier Core { when messages in 7d >= 3 }
  tier Rest { otherwise }
  risk Noise { when messages in 1h >= 2 do warn }
}
`;

/** Members a, b and c write 5, 3 and 1 messages, one per day. */
export function logOf(counts: readonly number[] = [5, 3, 1]): string {
  return counts
    .flatMap((count, member) =>
      Array.from({ length: count }, (_, i) => ({
        ts: `2025-03-0${i + 1}T10:0${member}:00Z`,
        group: 'g',
        member: 'abcdefgh'[member],
        text: `hello ${i}`,
      })),
    )
    .sort((one, other) => (one.ts < other.ts ? -1 : 1))
    .map((event) => `${JSON.stringify(event)}\n`)
    .join('');
}

export const FILES = { 'log.jsonl': logOf() };
