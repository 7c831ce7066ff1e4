import type { Actor } from '@zhibiao/shared/access';
import { periodContaining, yearOf } from '@zhibiao/shared/calendar';
import { ledgerLine, ledgerSums, type LedgerLine, type LedgerSums } from '@zhibiao/shared/rectification';
import type { Services } from '../../services';
import { isSeen } from './read-rectifications';

/** Which part of the ledger is asked for. */
export interface LedgerQuestion {
  /** The year of the figures; absent: the newest with rectifications, or this year. */
  readonly year?: number | undefined;
  /** Only those of a unit; absent: all that the reader may see. */
  readonly unit?: string | undefined;
}

/** The ledger of a year as one reader may see it. */
export interface LedgerView {
  readonly year: number;
  /** Years with rectifications, newest first; the one shown always among them. */
  readonly years: readonly number[];
  /** Units with rectifications in that year. */
  readonly units: readonly string[];
  /** By number. */
  readonly lines: readonly LedgerLine[];
  /** Of all units together, then of each. */
  readonly sums: readonly LedgerSums[];
}

/** Every rectification of a year that an actor may see, and what they add up to. */
export const readLedger = async (
  { stores, index, clock }: Pick<Services, 'stores' | 'index' | 'clock'>,
  actor: Actor,
  { year: asked, unit }: LedgerQuestion,
): Promise<LedgerView> => {
  const today = clock.today();
  const known = (await stores.rectifications.list()).filter((one) => isSeen({ index }, actor, one));
  const years = [...new Set(known.map(({ year }) => year))].sort((one, other) => other - one);
  const { yearStart } = index.programme;
  const thisYear = yearOf(periodContaining(today, 'year', yearStart), yearStart);
  const year = asked ?? years[0] ?? thisYear;
  const all = known
    .filter((one) => one.year === year)
    .map((one) => ledgerLine(one, today))
    .sort((one, other) => one.number - other.number);
  const lines = all.filter((line) => unit === undefined || line.unit === unit);
  return {
    year,
    years: years.includes(year) ? years : [year, ...years].sort((one, other) => other - one),
    units: [...new Set(all.map((line) => line.unit))],
    lines,
    sums: ledgerSums(lines),
  };
};
