/**
 * One step of the database's shape. Once merged it is never edited: a test holds its hash. What it got
 * wrong is put right by the next one.
 */
export interface Migration {
  /** 1, 2, 3 …; the database keeps the number of the last one in `user_version`. */
  readonly number: number;
  readonly name: string;
  readonly sqlite: string;
}
