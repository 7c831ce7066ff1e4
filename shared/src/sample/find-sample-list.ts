import { readPeriodText, type PeriodCode } from '../calendar';
import type { Indicator, ProgrammeIndex } from '../programme';
import { headingRole, findSampleColumns, verdictOfTitle, type SampleRole } from '../submission';

/** A line near the top of a file. */
export interface HeadRow {
  /** As a spreadsheet counts, from 1. */
  readonly number: number;
  readonly texts: readonly string[];
}

/** Where a list of samples has what, and what holds for all of its lines. */
export interface SampleList {
  /** Line of the headings. */
  readonly headerLine: number;
  readonly headings: readonly string[];
  /** Zero-based columns of what is read; a list needs the sample number and something that tells the verdict. */
  readonly columns: Readonly<Partial<Record<SampleRole | 'indicator' | 'period', number>>> & {
    readonly number: number;
  };
  /** Columns about persons: dropped with a notice. */
  readonly personal: readonly number[];
  /** What the title, the file's name or the headings say for all lines; null where they say nothing. */
  readonly indicator: Indicator | null;
  readonly period: PeriodCode | null;
  readonly verdict: 'pass' | 'fail' | null;
}

/**
 * Finds a list of samples (明细) among the first lines of a file; null when it is none, and then it is read as a table of
 * figures. `title`: the name of the file or sheet. Only lists with sample numbers: without them nobody could say which
 * lines are one sample, nor revise one later.
 */
export const findSampleList = (
  rows: readonly HeadRow[],
  title: string,
  index: ProgrammeIndex,
): SampleList | null => {
  for (const [place, { number: headerLine, texts: headings }] of rows.entries()) {
    const found = findSampleColumns(headings);
    const number = found?.columns.number;
    if (found === null || number === undefined) continue;
    const titles = [title, ...rows.slice(0, place).flatMap(({ texts }) => texts)];
    const verdict = titles.map(verdictOfTitle).find((said) => said !== null) ?? null;
    const { columns } = found;
    const tells = [columns.verdict, columns.failing, columns.item].some((column) => column !== undefined);
    if (!tells && verdict === null) continue;
    return {
      headerLine,
      headings,
      columns: { ...columns, number, ...figureColumns(headings, found.unknown) },
      personal: found.personal,
      indicator: indicatorOf([...titles, ...headings], index),
      period: periodOf(titles, index),
      verdict,
    };
  }
  return null;
};

/**
 * Whether every line of a list says, or the list or its sender says for all, what it is about: such a list is kept line
 * by line. Of any other somebody must be asked first, and it is only counted.
 */
export const saysEverything = (
  { columns, indicator, period }: SampleList,
  actor: { readonly unit: string | null } | undefined,
): boolean =>
  (columns.unit !== undefined || (actor?.unit ?? null) !== null) &&
  (columns.indicator !== undefined || indicator !== null) &&
  (period !== null || (columns.period ?? columns.sampledOn ?? columns.announcedOn) !== undefined);

/** Columns that tables of figures have as well: the indicator and the period. */
const figureColumns = (
  headings: readonly string[],
  unknown: readonly number[],
): Partial<Record<'indicator' | 'period', number>> => {
  const at = (role: 'indicator' | 'period'): number | undefined =>
    unknown.find((column) => headingRole(headings[column] ?? '') === role);
  const [indicator, period] = [at('indicator'), at('period')];
  return {
    ...(indicator === undefined ? {} : { indicator }),
    ...(period === undefined ? {} : { period }),
  };
};

/** The one sampled indicator whose subject (食品 of 食品抽检合格率) stands in a title or heading. */
const indicatorOf = (texts: readonly string[], index: ProgrammeIndex): Indicator | null => {
  const sampled = index.programme.indicators.filter(({ measure }) => measure === 'sampled-proportion');
  const named = sampled.filter(({ shortName }) => {
    const subject = shortName.zh.replace(
      /(?:监督|风险|例行)?(?:抽检|抽查|监测|检测)?(?:总体)?(?:合格率|合格)?$/,
      '',
    ); // wording-ok: matched in names
    return subject.length >= 2 && texts.some((text) => text.includes(subject));
  });
  return named.length === 1 ? (named[0] ?? null) : null;
};

/** The one period that titles name: 2025年三季度食品抽检明细. */
const periodOf = (titles: readonly string[], index: ProgrammeIndex): PeriodCode | null => {
  const { yearStart } = index.programme;
  const found = new Set<PeriodCode>();
  for (const title of titles)
    for (const [words] of title
      .slice(0, 200)
      .matchAll(/20\d\d\s*年?\s*(?:第?\s*[一二三四1-4]\s*季度|Q[1-4]|\d{1,2}\s*月)/g)) {
      // wording-ok: matched in titles
      const reading = readPeriodText(words, { yearStart });
      if (reading.ok && reading.basis !== 'cumulative') found.add(reading.period);
    }
  const [period] = found;
  return found.size === 1 && period !== undefined ? period : null;
};
