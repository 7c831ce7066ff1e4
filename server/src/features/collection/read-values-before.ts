import { parsePeriod, previousPeriod, type PeriodCode } from '@zhibiao/shared/calendar';
import type { Figure } from '@zhibiao/shared/observation';
import type { Indicator, ReportingUnit } from '@zhibiao/shared/programme';
import type { ValueBefore } from '../../documents';
import type { Services } from '../../services';

/**
 * The figures that stand for the period before one, for a template to show beside the empty cells. Whoever asks names
 * the rows, and asks for their own only. Nothing where the period has none before it.
 */
export const readValuesBefore = async (
  { stores }: Pick<Services, 'stores'>,
  period: PeriodCode | null,
): Promise<(indicator: Indicator, unit: ReportingUnit) => ValueBefore | null> => {
  const before = period === null || parsePeriod(period) === null ? null : previousPeriod(period);
  if (before === null) return () => null;
  const known = new Map<string, ValueBefore>();
  for (const { indicator, unit, basis, figure } of await stores.observations.current({ periods: [before] })) {
    const key = `${indicator} ${unit}`;
    // The period alone says more beside an empty cell than the year so far.
    if (basis === 'cumulative' && known.has(key)) continue;
    known.set(key, { text: figureText(figure), isCumulative: basis === 'cumulative' });
  }
  return (indicator, unit) => known.get(`${indicator.code} ${unit.code}`) ?? null;
};

const figureText = (figure: Figure): string => {
  switch (figure.kind) {
    case 'counts':
      return `${figure.passes} / ${figure.total}`;
    case 'rate':
      return `${figure.rate}%`;
    case 'score':
      return figure.score;
  }
};
