import type { Basis } from '@zhibiao/shared/calendar';

/** What a reader has chosen, as it stands in the address; every page reads the same keys. */
export interface PageSearch {
  readonly period?: string | undefined;
  readonly basis?: Basis | undefined;
  readonly unit?: string | undefined;
  readonly view?: string | undefined;
  readonly indicator?: string | undefined;
  readonly submission?: string | undefined;
  /** Of which category failing samples are shown; `-` for those that have none. */
  readonly category?: string | undefined;
  readonly rectification?: string | undefined;
  /** How far a rectification has come. */
  readonly state?: string | undefined;
  /** What the audit trail is searched for; days, a code, part of a name, the beginning of an object, a result. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly event?: string | undefined;
  readonly person?: string | undefined;
  readonly object?: string | undefined;
  readonly outcome?: string | undefined;
  /** How many times faster than usual the wall turns, 1 to 600: for looking at half an hour in less. */
  readonly speed?: number | undefined;
  /** Which version of the figures: a publication's number, a day, or `living`. */
  readonly asOf?: string | undefined;
}

/** Reads the keys of the address; what is not understood is left out. */
export const readPageSearch = (raw: Record<string, unknown>): PageSearch => {
  const basis = raw['basis'];
  return {
    ...given('period', raw['period']),
    ...(basis === 'single' || basis === 'cumulative' ? { basis } : {}),
    ...given('unit', raw['unit']),
    ...given('view', raw['view']),
    ...given('indicator', raw['indicator']),
    ...given('category', raw['category']),
    ...given('from', raw['from']),
    ...given('until', raw['until']),
    ...given('event', raw['event']),
    ...given('person', raw['person']),
    ...given('object', raw['object']),
    ...given('outcome', raw['outcome']),
    ...(isDrawnId(raw['submission']) ? { submission: raw['submission'] } : {}),
    ...(isDrawnId(raw['rectification']) ? { rectification: raw['rectification'] } : {}),
    ...given('state', raw['state']),
    ...(isSpeed(raw['speed']) ? { speed: Number(raw['speed']) } : {}),
    ...given('asOf', raw['asOf']),
  };
};

const isSpeed = (value: unknown): boolean => /^[1-9]\d{0,2}$/.test(String(value)) && Number(value) <= 600;

/** 32 hexadecimal digits, as the server draws them. */
const isDrawnId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{32}$/.test(value);

/** Plain `key=value` both ways, so that addresses can be typed and read by people. */
export const parseSearch = (text: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(text));

/** The address part for a search; `/` and `:` stay readable. */
export const stringifySearch = (search: Record<string, unknown>): string => {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    if (typeof value === 'number' || (typeof value === 'string' && value !== '')) params.set(key, `${value}`);
  }
  const text = params.toString().replaceAll('%2F', '/');
  return text === '' ? '' : `?${text}`;
};

const given = <K extends string>(key: K, value: unknown): { [key in K]?: string } => {
  // The computed key widens to string; it is exactly K.
  return typeof value === 'string' && value !== '' ? ({ [key]: value } as { [key in K]?: string }) : {};
};
