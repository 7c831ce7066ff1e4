import type { Publication } from '@zhibiao/shared/publication';
import type { Stores } from '../../stores';
import type { AssessmentReads } from '../evaluation';
import type { ObservationReads } from '../observation';

/** The stores as a publication froze them: page code reads them as it reads the living ones; writing is a fault. */
export const storesAt = (
  stores: Stores,
  { number, position }: Pick<Publication, 'number' | 'position'>,
): Stores => ({
  ...readOnly(stores, stores.observations.upTo(position), stores.publications.sheets(number)),
  samples: { ...stores.samples, ...stores.samples.upTo(position), approve: refused },
});

/** Whose figure it is. */
type IsOwn = (key: { readonly indicator: string; readonly unit: string }) => boolean;

/** What somebody answers for as it stands, everything else as it was published. */
export const mixedStores = (published: Stores, living: Stores, isOwn: IsOwn): Stores => {
  const { observations: old, assessments: oldSheets } = published;
  const { observations: now, assessments: newSheets } = living;
  // Of samples, whose sums are not kept by owner in between, everybody sees what is published.
  return readOnly(
    { ...living, samples: published.samples },
    {
      current: async (filter) => mix(await old.current(filter), await now.current(filter), isOwn),
      history: async (filter) =>
        [...mix(await old.history(filter), await now.history(filter), isOwn)].sort(
          (one, other) => other.id - one.id,
        ),
      position: now.position,
      periods: now.periods,
    },
    {
      find: async (filter) => mix(await oldSheets.find(filter), await newSheets.find(filter), isOwn),
      sheet: async (filter) => mix(await oldSheets.sheet(filter), await newSheets.sheet(filter), isOwn),
      all: async () => mix(await oldSheets.all(), await newSheets.all(), isOwn),
      periods: newSheets.periods,
    },
  );
};

const mix = <T extends { readonly indicator: string; readonly unit: string }>(
  published: readonly T[],
  living: readonly T[],
  isOwn: IsOwn,
): readonly T[] => [...published.filter((one) => !isOwn(one)), ...living.filter(isOwn)];

const readOnly = (stores: Stores, observations: ObservationReads, assessments: AssessmentReads): Stores => ({
  ...stores,
  observations: { ...stores.observations, ...observations, append: refused },
  assessments: { ...stores.assessments, ...assessments, replace: refused, clear: refused },
  transaction: refused,
});

const refused = (): Promise<never> =>
  Promise.reject(new Error('a page wrote into a state that is only read'));
