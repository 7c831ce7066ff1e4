import { isPlainDate } from '../calendar';
import { refuse, ok, type Refusal, type Result } from '../result';
import type { AsOf, Publication } from './types';

const instantShape = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/;

/**
 * Reads `asOf` of an address: absent is the newest publication, `living` the ledger as it stands, digits a
 * publication's number, else an instant in UTC or a day, meant up to its end in Shanghai. Null when it is none of them.
 */
export const parseAsOf = (text: string | undefined): AsOf | null => {
  if (text === undefined || text === '') return { kind: 'newest' };
  if (text === 'living') return { kind: 'living' };
  if (/^[1-9]\d{0,8}$/.test(text)) return { kind: 'number', number: Number(text) };
  if (isPlainDate(text)) return { kind: 'instant', at: `${text}T15:59:59.999Z` };
  return instantShape.test(text) && isPlainDate(text.slice(0, 10))
    ? { kind: 'instant', at: wholeInstant(text) }
    : null;
};

/** Instants compare as text only when all are written to the millisecond. */
const wholeInstant = (text: string): string => {
  const [clock = '', fraction = ''] = text.slice(0, -1).split('.');
  return `${clock.length === 16 ? `${clock}:00` : clock}.${fraction.padEnd(3, '0')}Z`;
};

/**
 * The publication that was in force: the newest, the one of a number, or the last one made up to an instant.
 * Null for the newest where nothing has been published yet. `publications` in order of number.
 */
export const publicationFor = (
  publications: readonly Publication[],
  asOf: Exclude<AsOf, { readonly kind: 'living' }>,
): Result<Publication | null, Refusal> => {
  switch (asOf.kind) {
    case 'newest':
      return ok(publications.at(-1) ?? null);
    case 'number': {
      const found = publications.find(({ number }) => number === asOf.number);
      return found === undefined
        ? refuse({ code: 'publication.unknown', asOf: String(asOf.number) })
        : ok(found);
    }
    case 'instant': {
      const found = publications.findLast(({ publishedAt }) => publishedAt <= asOf.at);
      return found === undefined ? refuse({ code: 'publication.unknown', asOf: asOf.at }) : ok(found);
    }
  }
};

/** Whether a submission whose newest revision is `lastRevision` has been published. */
export const isPublished = (lastRevision: number, newest: Pick<Publication, 'position'> | null): boolean =>
  newest !== null && lastRevision > 0 && lastRevision <= newest.position;
