import { dayOfInstant, yearOf } from '@zhibiao/shared/calendar';
import { assessSheet, sheetKeys, type Assessment } from '@zhibiao/shared/evaluation';
import { ledgerOf } from '@zhibiao/shared/observation';
import type { ProgrammeIndex } from '@zhibiao/shared/programme';
import type { Publication } from '@zhibiao/shared/publication';
import type { Stores } from '../stores';
import type { Disagreement } from './disagreement';

/**
 * Judges every published sheet anew from the ledger as it was, on the day of its publication, and holds the hash that
 * was published against what is stored (reliability.md B8, B12). What an older folder was taken over with was judged
 * on many days: of it only the hash is held.
 */
export const checkPublications = async (
  stores: Stores,
  index: ProgrammeIndex,
): Promise<readonly Disagreement[]> => {
  const found: Disagreement[] = [];
  const told = await sealsTold(stores);
  for (const publication of await stores.publications.list()) {
    const { number, hash } = publication;
    const shown = await stores.publications.hashOf(number);
    if (shown !== hash) found.push({ check: 'publication-hash', detail: `publication ${number}` });
    if (publication.by.id === takenOver) continue;
    found.push(...checkSeal(publication, shown, told.get(number)));
    found.push(...(await checkSheets(stores, index, publication)));
  }
  return found;
};

/** What the trail says of the making of each publication. */
type Told = Pick<Publication, 'hash' | 'position'>;

const mostAtOnce = 500;

/** What the audit trail recorded of every publication, by number; the trail itself is held by its chain. */
const sealsTold = async ({ audit }: Pick<Stores, 'audit'>): Promise<ReadonlyMap<number, Told>> => {
  const told = new Map<number, Told>();
  let before: number | undefined;
  for (;;) {
    const page = await audit.list({
      limit: mostAtOnce,
      events: ['publication.publish'],
      ...(before === undefined ? {} : { before }),
    });
    for (const { object, outcome, after } of page) {
      if (outcome !== 'done' || after === null) continue;
      // Written by `publishIn`, and chained since.
      told.set(Number(object.split(':')[1]), JSON.parse(after) as Told);
    }
    const last = page.at(-1);
    if (last === undefined || page.length < mostAtOnce) return told;
    before = last.sequence;
  }
};

/**
 * Holds a publication against the entry of the trail that recorded it: whoever changes a published figure and its hash
 * as well would have to make the chain anew, which the heads outside the database tell (reliability.md B12, I4).
 */
const checkSeal = (
  { number, hash, position }: Publication,
  shown: string,
  told: Told | undefined,
): readonly Disagreement[] => {
  if (told === undefined) return [{ check: 'publication-unrecorded', detail: `publication ${number}` }];
  const differs = [
    ...(told.hash === shown ? [] : ['figures']),
    ...(told.hash === hash ? [] : ['hash']),
    ...(told.position === position ? [] : ['position']),
  ];
  return differs.length === 0
    ? []
    : [{ check: 'publication-seal', detail: `publication ${number}: ${differs.join(', ')}` }];
};

/** Who "published" what an upgrade found. */
const takenOver = 'upgrade';

const nameOf = ({ indicator, unit, period, basis }: Assessment): string =>
  `${indicator} ${unit} ${period} ${basis}`;

const checkSheets = async (
  stores: Stores,
  index: ProgrammeIndex,
  { number, position, publishedAt }: Publication,
): Promise<readonly Disagreement[]> => {
  const { yearStart } = index.programme;
  const published = new Map(
    (await stores.publications.sheets(number).all()).map((one) => [nameOf(one), JSON.stringify(one)]),
  );
  const found: Disagreement[] = [];
  const today = dayOfInstant(publishedAt);
  const bound = stores.observations.upTo(position);
  for (const indicator of index.programme.indicators) {
    const observations = await bound.current({ indicators: [indicator.code] });
    const context = { index, today, ledger: ledgerOf(observations, yearStart) };
    for (const year of new Set(observations.map(({ period }) => yearOf(period, yearStart)))) {
      for (const { period, basis } of sheetKeys(context, indicator, year)) {
        for (const assessment of assessSheet(context, indicator, period, basis)) {
          const key = nameOf(assessment);
          const kept = published.get(key);
          published.delete(key);
          const detail = `publication ${number}: ${key}`;
          if (kept === undefined) found.push({ check: 'published-missing', detail });
          else if (kept !== JSON.stringify(assessment)) found.push({ check: 'published-differs', detail });
        }
      }
    }
  }
  for (const key of published.keys()) {
    found.push({ check: 'published-without-figures', detail: `publication ${number}: ${key}` });
  }
  return found;
};
