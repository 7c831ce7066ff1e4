import { mayReport, type Actor } from '@zhibiao/shared/access';
import { parsePeriod, type PeriodCode } from '@zhibiao/shared/calendar';
import type { Indicator, ProgrammeIndex, ReportingUnit } from '@zhibiao/shared/programme';
import {
  rowId,
  TEMPLATE_ASIDE,
  TEMPLATE_COLUMNS,
  TEMPLATE_HEADING,
  TEMPLATE_HEADING_EN,
  type ColumnRole,
} from '@zhibiao/shared/submission';
import { templateWords, type Language } from '@zhibiao/shared/wording';
import { writeXlsx, type WriteSheet } from 'hucre/xlsx';
import { choicesSheet, type Choices } from './choices-sheet';

/** The figure of a period before, as the template shows it beside the empty cells. */
export interface ValueBefore {
  /** `190 / 191`, `98.5%`, `81.2`. */
  readonly text: string;
  /** It ran from the year's start: the next one will as well. */
  readonly isCumulative: boolean;
}

/** Whose template it is, for when, and what is known already. */
export interface TemplateWish {
  readonly actor: Actor;
  /** Period to fill in; null leaves the column to the reporter. */
  readonly period: PeriodCode | null;
  readonly language?: Language;
  /** The figure of the period before, where one stands; asked for the actor's own rows only. */
  readonly before?: (indicator: Indicator, unit: ReportingUnit) => ValueBefore | null;
}

type Cells = readonly (string | null)[];

/**
 * A template that knows its reporter: one row for every figure that the actor reports in the period, the counts left
 * empty, the value before and the row's id beside them, and lists to choose names and periods from. What it writes is
 * read back by the rules without a warning once the counts are in.
 */
export function writeTemplate(index: ProgrammeIndex, wish: TemplateWish): Promise<Uint8Array> {
  const language = wish.language ?? 'zh';
  const words = templateWords[language];
  const heading = language === 'zh' ? TEMPLATE_HEADING : TEMPLATE_HEADING_EN;
  const aside = TEMPLATE_ASIDE[language];
  const rows = templateRows(index, wish, language);
  const lists = listsOf(index, wish, language).filter(({ values }) => values.length > 0);
  const [before, id] = [TEMPLATE_COLUMNS.length, TEMPLATE_COLUMNS.length + 1];
  const cells = new Map<string, { readonly style: typeof quiet }>();
  for (let row = 0; row <= rows.length; row += 1) {
    for (const column of [before, id]) cells.set(`${row},${column}`, { style: quiet });
  }
  const sheet: WriteSheet = {
    name: words.sheet,
    columns: [
      ...TEMPLATE_COLUMNS.map((role) => ({ width: WIDTHS[role] ?? 12 })),
      { width: 24 },
      // Narrow and in grey, but in plain sight: what is hidden is never read in silence.
      { width: 4 },
    ],
    freezePane: { rows: 1 },
    rows: [
      [...TEMPLATE_COLUMNS.map((role) => heading[role]), aside.before, aside.rowId],
      ...rows.map((row) => [...row]),
    ],
    cells,
    dataValidations: lists.map(({ role, values }, place) => ({
      type: 'list',
      formula1: `'${words.lists}'!$${LETTERS.charAt(place)}$2:$${LETTERS.charAt(place)}$${values.length + 1}`,
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: 'warning',
      errorTitle: heading[role],
      errorMessage: words.notListed,
      range: rangeOf(role, rows.length),
    })),
  };
  return writeXlsx({ sheets: [sheet, choicesSheet(lists, language)] });
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Grey and slanted: to look at, not to fill in. */
const quiet = {
  font: { italic: true, color: { rgb: '56667A' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EDF0F4' } },
} as const;

/** Widths in characters, where a plain column is not enough. */
const WIDTHS: Readonly<Record<string, number>> = { indicator: 34, unit: 20, scheme: 14, note: 30 };

/** The rows of a column, with room for some that the reporter adds. */
const rangeOf = (role: ColumnRole, rows: number): string => {
  const letter = LETTERS.charAt(TEMPLATE_COLUMNS.indexOf(role));
  return `${letter}2:${letter}${rows + 50}`;
};

/** What can be chosen: the actor's own indicators and units, the period asked for, both bases. */
const listsOf = (index: ProgrammeIndex, wish: TemplateWish, language: Language): readonly Choices[] => {
  const own = ownRows(index, wish);
  const names = (list: readonly { readonly name: { readonly zh: string; readonly en: string } }[]) => [
    ...new Set(list.map(({ name }) => name[language])),
  ];
  const { single, cumulative } = templateWords[language];
  return [
    { role: 'indicator', values: names(own.map(({ indicator }) => indicator)) },
    { role: 'unit', values: names(own.map(({ unit }) => unit)) },
    { role: 'period', values: wish.period === null ? [] : [wish.period] },
    { role: 'basis', values: [single, cumulative] },
  ];
};

const ownRows = (index: ProgrammeIndex, { actor, period }: TemplateWish) =>
  indicatorsDue(index, period).flatMap((indicator) =>
    unitsOf(index, indicator)
      .filter((unit) => mayReport(actor, indicator, unit.code))
      .map((unit) => ({ indicator, unit })),
  );

function templateRows(index: ProgrammeIndex, wish: TemplateWish, language: Language): readonly Cells[] {
  const words = templateWords[language];
  return ownRows(index, wish).map(({ indicator, unit }) => {
    const before = wish.before?.(indicator, unit) ?? null;
    const plain = TEMPLATE_COLUMNS.map((role) => {
      switch (role) {
        case 'indicator':
          return indicator.name[language];
        case 'unit':
          return unit.name[language];
        case 'period':
          return wish.period;
        case 'basis':
          return before?.isCumulative === true ? words.cumulative : words.single;
        case 'scheme':
          return indicator.scheme?.name[language] ?? null;
        default:
          return null;
      }
    });
    return [...plain, before?.text ?? null, rowId(indicator.code, unit.code)];
  });
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
