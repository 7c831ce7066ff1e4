import { samePeriodLastYear, yearOf, type PeriodCode } from '@zhibiao/shared/calendar';
import {
  comparedPeriod,
  ratioOf,
  figureText,
  toNumber,
  type Assessment,
  type EvaluationContext,
  type IndicatorView,
  type PartPoint,
  type PointCorrection,
  type RevisionEntry,
  type SeriesPoint,
} from '@zhibiao/shared/evaluation';
import type {
  DecimalText,
  Indicator,
  IndicatorCode,
  ReportingUnit,
  UnitCode,
} from '@zhibiao/shared/programme';
import { ok, refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import { hasExplanation } from '@zhibiao/shared/submission';
import type { HistoryEntry } from '../observation';
import { referenceOf } from './reference-of';
import {
  difference,
  indicatorContext,
  readSheets,
  readValues,
  targetTextOf,
  type PageServices,
} from './page-context';
import { readChanges } from './read-changes';
import { readCorrections } from './read-corrections';
import {
  readEvidence,
  readPartControl,
  revisionsBehind,
  type ChartQuestion,
  type SourceFile,
} from './read-evidence';
import { readStamp, type PageRequest } from './read-stamp';
import { seriesPeriods } from './series-periods';

const mostPeriods = 24;
const mostRevisions = 20;

/** What the indicator page asks for; without a unit the whole. */
export interface IndicatorRequest extends PageRequest {
  readonly indicator: IndicatorCode;
  readonly unit?: UnitCode | undefined;
}

/** One indicator through time for one unit, its parts beside it. */
export const readIndicator = async (
  services: PageServices,
  request: IndicatorRequest,
): Promise<Result<IndicatorView, Refusal>> => {
  const { index } = services;
  const indicator = index.indicator(request.indicator);
  if (indicator === undefined) {
    return refuse({ code: 'programme.unknown-indicator', indicator: request.indicator.slice(0, 50) });
  }
  const unit = index.unit(request.unit ?? index.whole.code);
  if (unit === undefined || unit.kind === 'reference') {
    return refuse({ code: 'programme.unknown-unit', unit: (request.unit ?? '').slice(0, 50) });
  }
  const found = await readStamp(services, request);
  if (!found.ok) return found;
  const stamp = found.value;
  const { yearStart } = index.programme;
  const periods = trimStart(
    seriesPeriods(indicator, stamp.period, yearStart, mostPeriods),
    stamp.periods[0] ?? stamp.period,
  );
  const year = yearOf(stamp.period, yearStart);
  const years = { from: year - mostPeriods, to: year + 1 };
  const parts = indicator.reportedBy === 'lower-units' && unit.kind === 'whole' ? index.parts : [];
  const [sheets, values, context, revisions] = await Promise.all([
    readSheets(services, stamp, [indicator]),
    readValues(services, indicator.code, [unit.code, ...parts.map(({ code }) => code)], years),
    indicatorContext(services, indicator.code, years),
    readRevisions(services, indicator, unit),
  ]);
  const assessment = sheets.of(indicator, unit.code);
  const asked = { indicator, unit, assessment, history: revisions.history };
  const changes = await readChanges(services, {
    indicator,
    assessment,
    newest: periods.at(-1) ?? stamp.period,
    values: values.get(unit.code) ?? new Map(),
  });
  const corrections = await readCorrections(services, {
    indicator: indicator.code,
    unit: unit.code,
    periods,
    history: revisions.history,
  });
  return ok({
    stamp,
    indicator: indicator.code,
    unit: unit.code,
    assessment,
    targetText: targetTextOf(assessment),
    series: readSeries(context, indicator, periods, {
      assessments: values.get(unit.code) ?? new Map(),
      revisions: revisions.counts,
      corrections,
      target: isNumber(assessment) ? targetTextOf(assessment) : null,
    }),
    parts: parts.map((part) =>
      readPart(
        context,
        { indicator, unit: part, assessment: sheets.of(indicator, part.code) },
        periods,
        values,
      ),
    ),
    revisions: revisions.corrected,
    ...readEvidence(context, {
      ...asked,
      changes,
      files: await filesBehind(services.stores, revisionsBehind(context, asked)),
    }),
  });
};

/** A part's course, with its own normal variation where it has figures enough. */
const readPart = (
  context: EvaluationContext,
  question: ChartQuestion,
  periods: readonly PeriodCode[],
  values: Awaited<ReturnType<typeof readValues>>,
): IndicatorView['parts'][number] => {
  const { unit, assessment } = question;
  const own = values.get(unit.code);
  const control = readPartControl(context, question);
  const charted = new Map(control.points.map((point) => [point.period, point]));
  return {
    unit: unit.code,
    assessment,
    variation: control.variation,
    series: periods.map((period): PartPoint => {
      const { lower = null, upper = null, variation = null } = charted.get(period) ?? {};
      return { period, value: own?.get(period)?.value ?? null, lower, upper, variation };
    }),
  };
};

/** Nothing is shown before the ledger begins. */
const trimStart = (periods: readonly PeriodCode[], first: PeriodCode): readonly PeriodCode[] =>
  periods.filter((period) => period.slice(0, 4) >= first.slice(0, 4));

/** Whether the target is a number: last year's score is no yardstick for the years before. */
const isNumber = ({ legs }: Assessment): boolean =>
  legs.some(({ comparator }) => comparator === 'value' || comparator === 'all');

const againstNumber = (
  indicator: Indicator,
  value: number | null | undefined,
  target: DecimalText | null,
): number | null => {
  if (target === null) return null;
  return difference(indicator, value, Number(target) / (indicator.measure === 'score' ? 1 : 100));
};

const readSeries = (
  context: EvaluationContext,
  indicator: Indicator,
  periods: readonly PeriodCode[],
  known: {
    readonly assessments: ReadonlyMap<PeriodCode, Assessment>;
    readonly revisions: ReadonlyMap<PeriodCode, number>;
    readonly corrections: ReadonlyMap<PeriodCode, PointCorrection>;
    /** The number asked in the page's year: history is set beside it, though not judged by it. */
    readonly target: DecimalText | null;
  },
): readonly SeriesPoint[] =>
  periods.map((period): SeriesPoint => {
    const { assessments, revisions, corrections } = known;
    const correction = corrections.get(period);
    const assessment = assessments.get(period);
    const earlier = comparedPeriod(indicator, period, context.index.programme.yearStart);
    const before = earlier === null ? undefined : assessments.get(earlier);
    const lastYear = assessments.get(samePeriodLastYear(period));
    const leg = assessment?.legs.find(({ comparator }) => comparator !== 'province');
    const reference = referenceOf(context, indicator, period);
    const ratio = reference === null ? null : ratioOf(reference);
    return {
      period,
      figure: assessment?.figure ?? null,
      rateText: assessment?.rateText ?? null,
      value: assessment?.value ?? null,
      interval95: assessment?.interval95 ?? null,
      againstTarget: leg?.by ?? againstNumber(indicator, assessment?.value, known.target),
      periodOnPeriod: difference(indicator, assessment?.value, before?.value),
      yearOnYear: difference(indicator, assessment?.value, lastYear?.value),
      light: assessment?.light ?? 'none',
      reference:
        reference === null || ratio === null
          ? null
          : { value: toNumber(ratio), text: figureText(reference, null) ?? '' },
      revisions: revisions.get(period) ?? 0,
      ...(correction === undefined ? {} : { correction }),
    };
  });

interface Revisions {
  /** Every revision of the unit, and of its parts where it is the whole, newest first. */
  readonly history: readonly HistoryEntry[];
  readonly corrected: readonly RevisionEntry[];
  /** How often the unit's own figure of a period was recorded. */
  readonly counts: ReadonlyMap<PeriodCode, number>;
}

const readRevisions = async (
  { stores, index }: PageServices,
  indicator: Indicator,
  unit: ReportingUnit,
): Promise<Revisions> => {
  const units = unit.kind === 'whole' ? [unit.code, ...index.parts.map(({ code }) => code)] : [unit.code];
  const history = await stores.observations.history({ indicators: [indicator.code], units });
  const counts = new Map<PeriodCode, number>();
  for (const entry of history) {
    if (entry.unit === unit.code) counts.set(entry.period, (counts.get(entry.period) ?? 0) + 1);
  }
  const submissions = await reasonsOf(
    stores,
    history.filter(({ before, note }) => before !== null || hasExplanation(note)).slice(0, mostRevisions),
  );
  return { history, corrected: submissions, counts };
};

/** More submissions than this stand behind no figure that a person would read through. */
const mostFiles = 60;

const filesBehind = async (
  stores: PageServices['stores'],
  entries: readonly HistoryEntry[],
): Promise<ReadonlyMap<number, SourceFile>> => {
  const ids = [...new Set(entries.map(({ submission }) => submission))].slice(0, mostFiles);
  const found = await Promise.all(ids.map(async (id) => stores.submissions.find(id)));
  return new Map(
    found.flatMap((record) => {
      if (record === null) return [];
      const { id, outsideId, fileName, sha256 } = record;
      return [[id, { submission: outsideId, file: fileName, sha256 }] as const];
    }),
  );
};

const reasonsOf = async (
  stores: PageServices['stores'],
  entries: Awaited<ReturnType<PageServices['stores']['observations']['history']>>,
): Promise<readonly RevisionEntry[]> =>
  Promise.all(
    entries.map(async (entry) => ({
      id: entry.id,
      unit: entry.unit,
      period: entry.period,
      basis: entry.basis,
      before: entry.before,
      after: entry.figure,
      note: noteOf((await stores.submissions.find(entry.submission))?.reason ?? '', entry.note),
      recordedAt: entry.recordedAt,
      by: entry.by.name,
    })),
  );

/** Why figures changed, and why this one is as it is; the note of a row where nobody was asked for either. */
const noteOf = (reason: string, note: string): string =>
  reason === '' || !hasExplanation(note) ? reason || note : `${reason} ${note}`;
