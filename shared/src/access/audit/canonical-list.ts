/** A field of a row that is sealed. */
type Field = string | number | null;

/**
 * The text of a set of rows that a hash seals, whatever their order: each row one line of JSON, lines sorted by
 * UTF-16 units. A row that is there twice stays twice.
 */
export const canonicalList = (rows: Iterable<readonly Field[]>): string =>
  Array.from(rows, (row) => JSON.stringify(row))
    // Not by language: the order must be the same on every machine.
    .sort((one, other) => (one < other ? -1 : Number(one > other)))
    .join('\n');
