import { answered } from './answered';
import type { Basis, YearStart } from '../../calendar';
import type { ProgrammeIndex } from '../../programme';
import type { Grid } from '../types';
import { readSubjectText, type SubjectText } from './read-subject-text';
import type { LayoutAnswers, LayoutHint, Said } from './types';

/** What holds for every figure of a sheet unless a row or a heading says otherwise. */
export interface SheetSubject {
  readonly unit: Said | null;
  readonly indicator: Said | null;
  readonly period: Said | null;
  readonly year: number | null;
  readonly basis: Basis | null;
  readonly hints: readonly LayoutHint[];
}

/** What subjects are read against. */
export interface LayoutContext {
  readonly index: ProgrammeIndex;
  readonly yearStart: YearStart;
  readonly answers: LayoutAnswers;
  /** As the client named it; only proposals come from it. */
  readonly fileName?: string;
}

/** A text beside the table, and the row it stands in; row 0 for the name of the sheet. */
export interface BesideText {
  readonly text: string;
  readonly row: number;
}

/** The texts above a heading, then the name of the sheet. */
export const textsAbove = (grid: Grid, first: number): readonly BesideText[] => [
  ...grid.rows
    .slice(0, first)
    .flatMap((row) =>
      [...new Set(row.texts)].filter((text) => text.trim() !== '').map((text) => ({ text, row: row.number })),
    ),
  ...(grid.sheet === '' ? [] : [{ text: grid.sheet, row: 0 }]),
];

/** Reads what titles and the name of the sheet say; an answer outweighs them. Every find is told as a hint. */
export function sheetSubject(grid: Grid, above: readonly BesideText[], context: LayoutContext): SheetSubject {
  const { index, answers } = context;
  const answer = answered(answers.subjects, grid.sheet) ?? answered(answers.subjects, '*');
  // 填报单位：市质量办 says who fills in the form, not whom the figures are about.
  const read = above
    .filter(({ text }) => !/^\s*(?:填[报表]|制表|报送)(?:单位|人|日期)/.test(text))
    .map(({ text }) => readSubjectText(text, index));
  const first = <K extends keyof SubjectText>(key: K): SubjectText[K] | null =>
    read.find((found) => found[key] !== null)?.[key] ?? null;
  const unit = first('unit');
  const indicator = first('indicator');
  const period = first('period');
  const year = first('year');
  const basis = first('basis');
  const hint = (code: LayoutHint['code'], text: string | null | undefined): readonly LayoutHint[] =>
    text === null || text === undefined ? [] : [{ sheet: grid.sheet, code, text }];
  return {
    unit: said(answer?.unit ?? unit?.name.zh),
    indicator: said(answer?.indicator ?? indicator?.name.zh),
    period: said(answer?.period ?? period),
    year,
    basis: answer?.basis ?? (answer?.period === undefined ? basis : null),
    hints: [
      ...(answer?.unit === undefined ? hint('unit-from-title', unit?.name.zh) : []),
      ...(answer?.indicator === undefined ? hint('indicator-from-title', indicator?.name.zh) : []),
      ...(answer?.period === undefined ? hint('period-from-title', period) : []),
    ],
  };
}

const said = (text: string | null | undefined): Said | null =>
  text === null || text === undefined ? null : { text, kind: 'text', at: null };
