import { mayReport, reachOf, type Actor } from '@zhibiao/shared/access';
import {
  observationSpan,
  parsePeriod,
  periodsOfYear,
  periodSpan,
  yearOf,
  type Basis,
  type PeriodCode,
} from '@zhibiao/shared/calendar';
import { ownKind } from '@zhibiao/shared/evaluation';
import type { ProgrammeIndex } from '@zhibiao/shared/programme';
import { ok, refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import { paretoOf, type CategoryCount, type FailingView, type SampleView } from '@zhibiao/shared/sample';
import type { Stores } from '../../stores';
import type { SampleFilter } from './sample.store';

/** Which figure the samples are asked for. */
export interface SampleQuestion {
  readonly indicator: string;
  /** Absent: the whole. */
  readonly unit?: string | undefined;
  readonly period: PeriodCode;
  readonly basis: Basis;
}

interface Ground {
  readonly index: ProgrammeIndex;
  readonly stores: Pick<Stores, 'samples' | 'submissions'>;
}

/** Samples that one answer shows. */
const mostShown = 200;

/** The samples behind a figure, counted by category and unit, and what the failing ones failed. */
export const readSamples = async (
  { index, stores }: Ground,
  question: SampleQuestion,
): Promise<Result<SampleView, Refusal>> => {
  const found = filterOf(index, question);
  if (!found.ok) return found;
  const { filter, unit } = found.value;
  const [counts, items, sources] = await Promise.all([
    stores.samples.counts(filter),
    stores.samples.items(filter),
    stores.samples.sources(filter),
  ]);
  const named = await Promise.all(
    sources
      .filter(({ samples }) => samples !== 0)
      .map(async ({ submission, samples }) => ({
        fileName: (await stores.submissions.find(submission))?.fileName ?? '',
        samples,
      })),
  );
  const categories = addUp(counts, ({ category }) => category).map(
    ({ key, passes, total }): CategoryCount => ({ category: key, passes, total }),
  );
  const sum = (field: 'passes' | 'total'): number => counts.reduce((all, count) => all + count[field], 0);
  return ok({
    indicator: filter.indicator,
    unit,
    periods: filter.periods,
    units: addUp(counts, (count) => count.unit).map(({ key, passes, total }) => ({
      unit: key,
      passes,
      total,
    })),
    categories,
    passes: sum('passes'),
    total: sum('total'),
    pareto: paretoOf(items),
    sources: named,
  });
};

/** The failing samples behind a figure, of one category or of all: reporters see those of their own figures. */
export const readFailing = async (
  { index, stores }: Ground,
  actor: Actor,
  { category, ...question }: SampleQuestion & { readonly category?: string | undefined },
): Promise<Result<FailingView, Refusal>> => {
  const found = filterOf(index, question);
  if (!found.ok) return found;
  const indicator = index.indicator(question.indicator);
  const isSeen = (unit: string): boolean =>
    reachOf('samples.read', actor.role) === 'all' ||
    (indicator !== undefined && mayReport(actor, indicator, unit));
  const units = found.value.filter.units.filter(isSeen);
  if (units.length === 0) return refuse({ code: 'access.outside-scope', what: found.value.unit });
  const filter = { ...found.value.filter, units, category };
  const [samples, counts] = await Promise.all([
    stores.samples.failing(filter, mostShown),
    stores.samples.counts(filter),
  ]);
  return ok({
    category: category ?? null,
    samples,
    total: counts.reduce((all, { passes, total }) => all + total - passes, 0),
  });
};

/** Counts by a name: most failing ones first, then the larger ones. */
const addUp = <C extends { readonly passes: number; readonly total: number }>(
  counts: readonly C[],
  nameOf: (count: C) => string,
): readonly { readonly key: string; readonly passes: number; readonly total: number }[] => {
  const sums = new Map<string, { key: string; passes: number; total: number }>();
  for (const count of counts) {
    const key = nameOf(count);
    const sum = sums.get(key);
    if (sum === undefined) sums.set(key, { key, passes: count.passes, total: count.total });
    else {
      sum.passes += count.passes;
      sum.total += count.total;
    }
  }
  return [...sums.values()].sort(
    (one, other) =>
      other.total - other.passes - (one.total - one.passes) ||
      other.total - one.total ||
      (one.key < other.key ? -1 : 1),
  );
};

const filterOf = (
  index: ProgrammeIndex,
  { indicator: code, unit: asked, period, basis }: SampleQuestion,
): Result<{ readonly filter: SampleFilter; readonly unit: string }, Refusal> => {
  const indicator = index.indicator(code);
  if (indicator === undefined) return refuse({ code: 'programme.unknown-indicator', indicator: code });
  const unit = asked === undefined ? index.whole : index.unit(asked);
  if (unit === undefined) return refuse({ code: 'programme.unknown-unit', unit: asked ?? '' });
  if (parsePeriod(period) === null) return refuse({ code: 'calendar.unknown-period', period });
  const { yearStart } = index.programme;
  const { start, end } = observationSpan(period, basis, yearStart);
  const parts = periodsOfYear(yearOf(period, yearStart), ownKind({ index }, indicator)).filter((part) => {
    const span = periodSpan(part, yearStart);
    return span.start >= start && span.end <= end;
  });
  const units = [unit.code, ...index.addends(unit.code).map((part) => part.code)];
  // A list may also count for just the period that is asked for.
  const periods = [...new Set([...parts, period])];
  return ok({ filter: { indicator: code, units: [...new Set(units)], periods }, unit: unit.code });
};
