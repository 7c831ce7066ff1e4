import { fractionRatio, parseDecimal, percentRatio, type Counts, type Decimal, type Ratio } from '..';

/** An object out of a vector file, whose fields are still unknown. */
export type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Throws a TypeError that says what was expected and what was found. */
const wrong = (expected: string, found: unknown): never => {
  throw new TypeError(`expected ${expected}, found ${JSON.stringify(found) ?? 'nothing'}`);
};

/** The value as an object. */
export const fields = (value: unknown): Fields => (isFields(value) ? value : wrong('an object', value));

/** The value as a list, each read alike. */
export const list = <T>(value: unknown, read: (entry: unknown) => T): T[] =>
  Array.isArray(value) ? value.map((entry: unknown) => read(entry)) : wrong('a list', value);

/** The value as a number. */
export const number = (value: unknown): number =>
  typeof value === 'number' ? value : wrong('a number', value);

/** The value as text. */
export const text = (value: unknown): string => (typeof value === 'string' ? value : wrong('text', value));

/** True only for `true`; an absent flag is false. */
export const flag = (value: unknown): boolean => value === true;

/** Null or absent stays null. */
export const maybe = <T>(value: unknown, read: (value: unknown) => T): T | null =>
  value === null || value === undefined ? null : read(value);

/** A number written as text, `0.985`, or a number. */
export const float = (value: unknown): number => {
  const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : number(value);
  return Number.isNaN(read) ? wrong('a number', value) : read;
};

/** An exact decimal as text. */
export const decimal = (value: unknown): Decimal => parseDecimal(text(value)) ?? wrong('a decimal', value);

/** A percentage as text. */
export const percent = (value: unknown): Ratio => percentRatio(text(value)) ?? wrong('a percentage', value);

/** A fraction as text. */
export const share = (value: unknown): Ratio => fractionRatio(text(value)) ?? wrong('a fraction 0…1', value);

/** Counts x of n; whether they are valid is the method's own question. */
export const counts = (value: unknown): Counts => {
  const { x, n } = fields(value);
  return { x: number(x), n: number(n) };
};

/** One of the names given. */
export const oneOf =
  <T extends string>(...names: readonly T[]) =>
  (value: unknown): T =>
    names.find((name) => name === value) ?? wrong(names.join(' or '), value);

/** A code in the spelling of the vectors: `met_within_noise`. */
export const snake = (code: string | null): string | null => code && code.replaceAll('-', '_');
