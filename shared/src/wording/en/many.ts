import { thousands } from '../numbers';

/** A count with its noun, `1 alert`, `3,000 alerts`. */
export const many = (count: number, one: string, more = `${one}s`): string =>
  `${thousands(count)} ${count === 1 ? one : more}`;
