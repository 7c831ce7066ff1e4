import type SqliteDatabase from 'better-sqlite3';

/** Answers the compiled statement of a text, from a small store of the ones used last. */
export type Statements = (text: string) => SqliteDatabase.Statement<unknown[]>;

/** Statements kept compiled for each connection; the texts with lists of many lengths push out the oldest. */
const limit = 200;

/** Compiles each text once: preparing costs more than running a small query. */
export const statementsOf = (database: SqliteDatabase.Database): Statements => {
  const known = new Map<string, SqliteDatabase.Statement<unknown[]>>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) {
      known.delete(text);
      known.set(text, found);
      return found;
    }
    const statement = database.prepare<unknown[]>(text);
    known.set(text, statement);
    const [oldest] = known.keys();
    if (known.size > limit && oldest !== undefined) known.delete(oldest);
    return statement;
  };
};
