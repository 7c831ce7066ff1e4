import type { Actor } from '../access';
import type { Basis, PeriodCode, PlainDate } from '../calendar';
import type { IndicatorCode, ProgrammeIndex } from '../programme';
import type { LayoutAnswers } from './layout/types';

/** What the rows are checked against. */
export interface SubmissionContext {
  readonly index: ProgrammeIndex;
  /** The business day: the period that holds it is the current one, later ones are refused. */
  readonly today: PlainDate;
  /** Period for rows that name none, chosen by the uploader. */
  readonly defaultPeriod?: PeriodCode;
  /** Basis for rows whose words do not decide it; the single period unless told. */
  readonly defaultBasis?: Basis;
  /** Indicator for rows that name none, where the whole file is about one. */
  readonly defaultIndicator?: IndicatorCode;
  /** Whose figures these are: rows outside what the actor may report are refused. Absent: no such check. */
  readonly actor?: Actor;
  /** As the client named the file: only proposals are taken from it. */
  readonly fileName?: string;
  /** What people answered about headings, names and subjects, for this file or remembered for its layout. */
  readonly answers?: LayoutAnswers;
}
