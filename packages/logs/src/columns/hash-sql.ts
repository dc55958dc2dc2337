/**
 * Hashes texts to 64 bits, in SQL. The database's own hash is quick, but folds the last letter of every eight into few bits: ids that
 * count up in such positions (MongoDB's, for instance) do collide.
 */

export type HashSql = (column: string) => string;

/** For texts that are all known in advance, so that collisions are noticed and {@link strongHash} takes over. */
export const plainHash: HashSql = (column) => `hash(${column})`;

/** Short texts have a hash of their own; longer ones are hashed in three alignments, so that no letter is the last of eight in all of them. */
export const strongHash: HashSql = (column) =>
  `(CASE WHEN strlen(${column}) <= 12 THEN hash(${column}) ELSE hash(${column}, 'abc' || ${column}, 'abcdef' || ${column}) END)`;

/** Which hash represents which texts of a log. */
export interface Hashes {
  group: HashSql;
  member: HashSql;
  memberName: HashSql;
  label: HashSql;
}
