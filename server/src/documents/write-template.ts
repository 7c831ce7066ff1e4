import { mayReport, type Actor } from '@zhibiao/shared/access';
import { parsePeriod, type PeriodCode } from '@zhibiao/shared/calendar';
import type { Indicator, ProgrammeIndex, ReportingUnit } from '@zhibiao/shared/programme';
import { TEMPLATE_COLUMNS, TEMPLATE_HEADING, TEMPLATE_WORDS } from '@zhibiao/shared/submission';
import { writeXlsx } from 'hucre/xlsx';

/** Whose template it is, and for when. */
export interface TemplateWish {
  readonly actor: Actor;
  /** Period to fill in; null leaves the column to the reporter. */
  readonly period: PeriodCode | null;
}

/**
 * The plain template as a workbook: its headings, and one row for every figure that the actor reports in the period,
 * the counts left empty. What it writes is read back by the rules without a warning once the counts are in.
 */
export function writeTemplate(index: ProgrammeIndex, wish: TemplateWish): Promise<Uint8Array> {
  const headings = TEMPLATE_COLUMNS.map((role) => TEMPLATE_HEADING[role]);
  return writeXlsx({
    sheets: [
      {
        name: TEMPLATE_WORDS.sheet,
        columns: TEMPLATE_COLUMNS.map((role) => ({ width: WIDTHS[role] ?? 12 })),
        freezePane: { rows: 1 },
        rows: [headings, ...templateRows(index, wish)],
      },
    ],
  });
}

/** Widths in characters, where a plain column is not enough. */
const WIDTHS: Readonly<Record<string, number>> = { indicator: 34, unit: 20, scheme: 14, note: 30 };

function templateRows(index: ProgrammeIndex, { actor, period }: TemplateWish): (string | null)[][] {
  return indicatorsDue(index, period).flatMap((indicator) =>
    unitsOf(index, indicator)
      .filter((unit) => mayReport(actor, indicator, unit.code))
      .map((unit) =>
        TEMPLATE_COLUMNS.map((role) => {
          switch (role) {
            case 'indicator':
              return indicator.name.zh;
            case 'unit':
              return unit.name.zh;
            case 'period':
              return period;
            case 'basis':
              return TEMPLATE_WORDS.single;
            case 'scheme':
              return indicator.scheme?.name.zh ?? null;
            default:
              return null;
          }
        }),
      ),
  );
}

/** Indicators that are due for such a period; all of them when none is, so that the template is never bare. */
function indicatorsDue(index: ProgrammeIndex, period: PeriodCode | null): readonly Indicator[] {
  const { indicators } = index.programme;
  const kind = period === null ? null : (parsePeriod(period)?.kind ?? null);
  const due = indicators.filter(
    ({ frequency }) => kind === null || frequency === 'round' || frequency === kind,
  );
  return due.length > 0 ? due : indicators;
}

const unitsOf = (index: ProgrammeIndex, indicator: Indicator): readonly ReportingUnit[] =>
  indicator.reportedBy === 'whole' ? [index.whole] : index.parts;
