import { reconcileAlerts } from '@zhibiao/shared/alert';
import { yearOfDay, yearOf } from '@zhibiao/shared/calendar';
import type { Assessment, EvaluationContext } from '@zhibiao/shared/evaluation';
import { ledgerOf } from '@zhibiao/shared/observation';
import type { UnitCode } from '@zhibiao/shared/programme';
import type { Effect, EffectSide, PreviewView, SubmittedRow } from '@zhibiao/shared/submission';
import type { Services } from '../../services';
import { newestSheet } from '../evaluation';
import { touchedBy } from './touched';

/** What committing would do to headlines and alerts. */
export interface Effects {
  readonly effects: readonly Effect[];
  readonly alertsToOpen: PreviewView['alertsToOpen'];
}

const mostEffects = 60;

/**
 * The headlines as they stand and as they would stand: the same rule that commit calls, over the ledger with
 * the rows laid on top. Writes nothing.
 */
export const readEffects = async (
  services: Pick<Services, 'stores' | 'index' | 'clock'>,
  rows: readonly SubmittedRow[],
  watched: readonly UnitCode[],
): Promise<Effects> => {
  const { stores, index, clock } = services;
  const { yearStart } = index.programme;
  const today = clock.today();
  const followed = yearOfDay(today, yearStart) - 1;
  const effects: Effect[] = [];
  const newest: { year: number; assessment: Assessment }[] = [];
  for (const [code, years] of touchedBy(rows, index)) {
    const indicator = index.indicator(code);
    if (indicator === undefined) continue;
    const standing = await stores.observations.current({
      indicators: [code],
      fromYear: Math.min(...years) - 1,
      toYear: Math.max(...years) + 1,
    });
    const proposed = rows.filter((row) => row.indicator === code);
    const before: EvaluationContext = { index, today, ledger: ledgerOf(standing, yearStart) };
    const laid = proposed.map((row) => ({ ...row, source: '' }));
    const after: EvaluationContext = { index, today, ledger: ledgerOf([...standing, ...laid], yearStart) };
    for (const year of [...years].sort((one, other) => one - other)) {
      const sheet = newestSheet(after, indicator, year);
      if (year >= followed) newest.push(...sheet.map((assessment) => ({ year, assessment })));
      effects.push(...compare(newestSheet(before, indicator, year), sheet, watched));
    }
  }
  const changes = reconcileAlerts(await stores.alerts.list({}), newest);
  return {
    effects: newestFirst(effects, (effect) => yearOf(effect.period, yearStart)).slice(0, mostEffects),
    alertsToOpen: changes.flatMap((change) => {
      if (change.kind !== 'opened' && change.kind !== 'reopened') return [];
      const { indicator, unit, period } = change.shortfall;
      return [{ indicator, unit, period }];
    }),
  };
};

const newestFirst = (effects: readonly Effect[], year: (effect: Effect) => number): readonly Effect[] =>
  [...effects].sort((one, other) => year(other) - year(one));

const side = (assessment: Assessment | undefined): EffectSide | null => {
  if (assessment === undefined) return null;
  const { rateText, light, verdict, figure } = assessment;
  const counts = figure?.kind === 'counts' ? figure : null;
  return { rateText, light, verdict, passes: counts?.passes ?? null, total: counts?.total ?? null };
};

const compare = (
  before: readonly Assessment[],
  after: readonly Assessment[],
  watched: readonly UnitCode[],
): readonly Effect[] =>
  watched.flatMap((unit) => {
    const now = after.find((assessment) => assessment.unit === unit);
    if (now === undefined) return [];
    const then = before.find((assessment) => assessment.unit === unit);
    const { indicator, period, basis } = now;
    return [{ indicator, unit, period, basis, before: side(then), after: side(now) }];
  });
