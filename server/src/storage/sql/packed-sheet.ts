import type { Assessment, Leg } from '@zhibiao/shared/evaluation';
import type { PackedSheet } from '../../features/evaluation/assessment.store';

/**
 * A sheet as it is stored: a line for each unit, its code and a list without names. One row for a sheet of two
 * hundred units costs a bulk import a tenth of two hundred rows, and one unit is still found without reading
 * the others. When `Assessment` changes, change both directions and empty the table with a migration: every
 * sheet can be worked out again from the ledger.
 */
export const packSheet = (assessments: readonly Assessment[]): PackedSheet => {
  const [first] = assessments;
  if (first === undefined) throw new Error('a sheet without units');
  const { indicator, period, basis } = first;
  let content = '';
  for (const assessment of assessments) content += `\n${assessment.unit}\t${lineOf(assessment)}`;
  return { indicator, period, basis, content };
};

/** The units of a sheet, in the order in which they were packed; only some of them when a list is given. */
export const unpackSheet = (
  sheet: PackedSheet,
  units: readonly string[] | undefined,
): readonly Assessment[] =>
  units !== undefined && units.length <= fewUnits ? pick(sheet, units) : readAll(sheet, units);

/** Up to so many units are looked for one by one. */
const fewUnits = 12;

const pick = (sheet: PackedSheet, units: readonly string[]): readonly Assessment[] => {
  const { content } = sheet;
  const found: { readonly at: number; readonly assessment: Assessment }[] = [];
  for (const unit of new Set(units)) {
    const at = content.indexOf(`\n${unit}\t`);
    if (at < 0) continue;
    const end = content.indexOf('\n', at + 1);
    const text = content.slice(at + unit.length + 2, end < 0 ? undefined : end);
    found.push({ at, assessment: assessmentOf(sheet, unit, text) });
  }
  return found.sort((one, other) => one.at - other.at).map(({ assessment }) => assessment);
};

const readAll = (sheet: PackedSheet, units: readonly string[] | undefined): readonly Assessment[] => {
  const wanted = units === undefined ? null : new Set(units);
  const found: Assessment[] = [];
  for (const line of sheet.content.slice(1).split('\n')) {
    const tab = line.indexOf('\t');
    const unit = line.slice(0, tab);
    if (wanted === null || wanted.has(unit)) found.push(assessmentOf(sheet, unit, line.slice(tab + 1)));
  }
  return found;
};

type Line = readonly [
  figure: Assessment['figure'],
  derivation: Assessment['derivation'],
  complete: boolean,
  missing: readonly string[],
  rateText: string | null,
  value: number | null,
  verdict: Assessment['verdict'],
  legs: readonly LegList[],
  light: Assessment['light'],
  lightReason: Assessment['lightReason'],
  evidence: Assessment['evidence'],
  interval95: readonly [lower: number, upper: number] | null,
  shortBy: number | null,
  budget: Assessment['budget'],
  outlook: Assessment['outlook'],
];

type LegList = readonly [Leg['comparator'], Leg['verdict'], Leg['against'], Leg['by'], Leg['reference']];

const lineOf = (assessment: Assessment): string =>
  JSON.stringify([
    assessment.figure,
    assessment.derivation,
    assessment.complete,
    assessment.missing,
    assessment.rateText,
    assessment.value,
    assessment.verdict,
    assessment.legs.map(legList),
    assessment.light,
    assessment.lightReason,
    assessment.evidence,
    assessment.interval95 === null ? null : [assessment.interval95.lower, assessment.interval95.upper],
    assessment.shortBy,
    assessment.budget,
    assessment.outlook,
  ] satisfies Line);

const legList = (leg: Leg): LegList => [leg.comparator, leg.verdict, leg.against, leg.by, leg.reference];

const legOf = (leg: LegList): Leg => ({
  comparator: leg[0],
  verdict: leg[1],
  against: leg[2],
  by: leg[3],
  reference: leg[4],
});

const assessmentOf = (sheet: PackedSheet, unit: string, text: string): Assessment => {
  // Written by `lineOf` and by nothing else.
  const line = JSON.parse(text) as Line;
  const interval = line[11];
  // Member by member, not by spreading: a page reads hundreds of them, an export all.
  return {
    indicator: sheet.indicator,
    unit,
    period: sheet.period,
    basis: sheet.basis,
    figure: line[0],
    derivation: line[1],
    complete: line[2],
    missing: line[3],
    rateText: line[4],
    value: line[5],
    verdict: line[6],
    legs: line[7].map(legOf),
    light: line[8],
    lightReason: line[9],
    evidence: line[10],
    interval95: interval === null ? null : { lower: interval[0], upper: interval[1] },
    shortBy: line[12],
    budget: line[13],
    outlook: line[14],
  };
};
