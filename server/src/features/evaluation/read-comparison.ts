import {
  compareRatios,
  howMatrix,
  matrixReading,
  ratioOf,
  type Assessment,
  type ComparisonRow,
  type ComparisonView,
  type MatrixCounts,
  type MatrixReading,
  type RankedUnit,
} from '@zhibiao/shared/evaluation';
import type { Indicator, IndicatorCode } from '@zhibiao/shared/programme';
import { ok, refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import { rankedSentence } from '@zhibiao/shared/wording';
import { readSheets, targetTextOf, type PageServices, type Sheets } from './page-context';
import { askedOf } from './read-evidence';
import { readScatter } from './read-scatter';
import { readStamp, type PageRequest } from './read-stamp';

/** The counties × indicators matrix and the ranking of one indicator. */
export const readComparison = async (
  services: PageServices,
  request: PageRequest & { readonly indicator?: IndicatorCode | undefined },
): Promise<Result<ComparisonView, Refusal>> => {
  const { index } = services;
  const indicators = index.programme.indicators.filter(({ reportedBy }) => reportedBy === 'lower-units');
  const chosen =
    request.indicator === undefined
      ? indicators[0]
      : indicators.find(({ code }) => code === request.indicator);
  if (chosen === undefined) {
    return refuse({ code: 'programme.unknown-indicator', indicator: (request.indicator ?? '').slice(0, 50) });
  }
  const found = await readStamp(services, request);
  if (!found.ok) return found;
  const sheets = await readSheets(services, found.value, indicators);
  const units = rank(index.parts.map((unit) => sheets.of(chosen, unit.code)));
  const whole = sheets.of(chosen, index.whole.code);
  const matrix = readMatrix(services, sheets, indicators);
  const { how, ...scatter } = await readScatter(services, found.value, chosen, sheets);
  return ok({
    stamp: found.value,
    rows: indicators.map((indicator) => readRow(services, sheets, indicator)),
    matrix,
    how: [...howMatrix(matrix), ...how],
    ranked: {
      indicator: chosen.code,
      targetText: targetTextOf(whole),
      whole,
      units,
      ...scatter,
      sentence: rankedSentence(chosen, units, index),
    },
  });
};

const readRow = ({ index }: PageServices, sheets: Sheets, indicator: Indicator): ComparisonRow => {
  const whole = sheets.of(indicator, index.whole.code);
  const leg = whole.legs.find(({ comparator }) => comparator === 'province');
  return {
    indicator: indicator.code,
    targetText: targetTextOf(whole),
    reference:
      leg?.reference === null || leg?.reference === undefined || leg.against === null
        ? null
        : { unit: leg.reference.unit, text: leg.against, provisional: leg.reference.provisional },
    whole,
    cells: index.parts.map((unit) => sheets.of(indicator, unit.code)),
  };
};

/** What counts everything has no sampling error, and who is not judged is not compared. */
const readMatrix = (
  { index }: PageServices,
  sheets: Sheets,
  indicators: readonly Indicator[],
): MatrixReading =>
  matrixReading(
    indicators
      .filter(({ measure }) => measure === 'sampled-proportion')
      .flatMap((indicator) =>
        index.parts.flatMap(({ code: unit }): readonly MatrixCounts[] => {
          const assessment = sheets.of(indicator, unit);
          const target = askedOf(assessment, indicator);
          const { figure, light } = assessment;
          if (figure?.kind !== 'counts' || target === null || light === 'none') return [];
          return [{ indicator: indicator.code, unit, passes: figure.passes, total: figure.total, target }];
        }),
      ),
  );

/** Best first; equal rates share a rank; units that are not judged stand below without one. */
const rank = (assessments: readonly Assessment[]): readonly RankedUnit[] => {
  const judged = assessments.flatMap((assessment) => {
    const ratio = assessment.figure === null ? null : ratioOf(assessment.figure);
    return ratio === null || assessment.light === 'none' ? [] : [{ assessment, ratio }];
  });
  judged.sort((one, other) => compareRatios(other.ratio, one.ratio));
  const ranked = judged.map(({ assessment, ratio }) => ({
    rank: 1 + judged.filter((other) => compareRatios(other.ratio, ratio) > 0).length,
    assessment,
  }));
  const rest = assessments.filter((assessment) => judged.every((entry) => entry.assessment !== assessment));
  return [...ranked, ...rest.map((assessment) => ({ rank: null, assessment }))];
};
