import type { Figure } from '@zhibiao/shared/observation';
import { observationsOf, type GroupCount } from '@zhibiao/shared/sample';
import type { Stores } from '../stores';
import type { Disagreement } from './disagreement';

/**
 * Counts every sample anew and holds the counts against the sums that pages read, then what they add up to against the
 * ledger: a figure that samples stand behind always equals them.
 */
export const checkSamples = async ({
  samples,
  observations,
}: Pick<Stores, 'samples' | 'observations'>): Promise<readonly Disagreement[]> => {
  const [rows, sums] = await Promise.all([samples.counted('rows'), samples.counted('sums')]);
  const found: Disagreement[] = [];
  const summed = new Map(sums.map((count) => [groupName(count), count]));
  for (const count of rows) {
    const key = groupName(count);
    const sum = summed.get(key);
    summed.delete(key);
    if (sum?.passes !== count.passes || sum.total !== count.total)
      found.push({
        check: 'samples-sum-differs',
        detail: `${key}: ${countText(sum)} kept, ${countText(count)} by the samples`,
      });
  }
  for (const [key, sum] of summed)
    found.push({ check: 'samples-sum-differs', detail: `${key}: ${countText(sum)} kept, no samples` });
  for (const { indicator, unit, period, figure } of observationsOf(rows)) {
    const years = { fromYear: Number(period.slice(0, 4)), toYear: Number(period.slice(0, 4)) };
    const standing = await observations.current({ indicators: [indicator], units: [unit], ...years });
    const single = standing.find((one) => one.period === period && one.basis === 'single');
    const kept = single?.figure ?? null;
    if (kept?.kind !== 'counts' || kept.passes !== figure.passes || kept.total !== figure.total)
      found.push({
        check: 'sampled-figure-differs',
        detail: `${indicator} ${unit} ${period}: ${figureText(kept)} in the ledger, ${countText(figure)} by the samples`,
      });
  }
  return found;
};

const groupName = ({ indicator, unit, period, category }: GroupCount): string =>
  [indicator, unit, period, category].filter((text) => text !== '').join(' ');

const countText = (count: Pick<GroupCount, 'passes' | 'total'> | undefined): string =>
  count === undefined ? 'nothing' : `${count.passes}/${count.total}`;

const figureText = (figure: Figure | null): string =>
  figure?.kind === 'counts' ? countText(figure) : figure === null ? 'nothing' : figure.kind;
