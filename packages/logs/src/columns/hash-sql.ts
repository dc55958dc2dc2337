/**
 * Texts as 64-bit hashes, in SQL. The database's own hash is quick, but folds the last letter of every eight into few bits: ids that are
 * counted up in such places (MongoDB's, for instance) do collide.
 */

export type HashSql = (column: string) => string;

/** For texts that are all known beforehand, so that a collision is seen and {@link strongHash} used instead. */
export const plainHash: HashSql = (column) => `hash(${column})`;

/** Short texts have a hash of their own; longer ones are hashed in three alignments, so that no letter is last of eight in all of them. */
export const strongHash: HashSql = (column) =>
  `(CASE WHEN strlen(${column}) <= 12 THEN hash(${column}) ELSE hash(${column}, 'abc' || ${column}, 'abcdef' || ${column}) END)`;

/** Which hash stands for which texts of a log. */
export interface Hashes {
  group: HashSql;
  member: HashSql;
  memberName: HashSql;
  label: HashSql;
}
