/** A count with its noun, `1 alert`, `3 alerts`. */
export const many = (count: number, one: string, more = `${one}s`): string =>
  `${count} ${count === 1 ? one : more}`;
