import type { Basis, PeriodCode } from '../calendar';
import type { Figure, ObservationKey } from '../observation';
import type { IndicatorCode, UnitCode } from '../programme';

/**
 * How a cell came. `date`: a real date cell, its text is the ISO day; `percent`: a number formatted as percent, its
 * text carries the sign; `formula`: text is the cached result; `formula-external`: the formula reads another workbook;
 * `error`: #DIV/0! and the like.
 */
export type CellKind =
  | 'text'
  | 'number'
  | 'percent'
  | 'boolean'
  | 'date'
  | 'formula'
  | 'formula-external'
  | 'formula-without-result'
  | 'error';

/** One row with at least one non-empty cell, as read, before anything is believed. */
export interface GridRow {
  /** As the person sees it in the spreadsheet, from 1. */
  readonly number: number;
  /** By zero-based column; empty cells are empty texts. What a person sees, not what the file stores. */
  readonly texts: readonly string[];
  /** Beside `texts`; null when every cell is plain text or a plain number (the fast and usual case of a CSV). */
  readonly kinds: readonly CellKind[] | null;
  /** Of a tidied row: where each text stands in the sheet, null where a title says it. Absent: where it is read. */
  readonly at?: readonly (CellAt | null)[];
  /** Of a tidied row: rows of one pool are parts (categories) of one figure; each is checked, their counts are added. */
  readonly pool?: string;
}

/** A cell of the sheet as it came, with the heading above it. */
export interface CellAt {
  readonly row: number;
  readonly column: number;
  readonly heading: string;
}

/** Cells merged into one: row numbers from 1, zero-based columns, both ends included. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** One sheet of a workbook, or a whole CSV file. */
export interface Grid {
  /** Name of the sheet; empty for a CSV file, which has none. */
  readonly sheet: string;
  readonly hidden: boolean;
  /** `csv`: a row has as many texts as fields were written, so a short row is a fault; a sheet has no such thing. */
  readonly source: 'csv' | 'sheet';
  readonly rows: readonly GridRow[];
  /** Merged cells, the first few thousand; absent without any. Texts merged downward stand in every row already. */
  readonly merges?: readonly Merge[];
  /** Numbers of rows with something in them that a person does not see (a filter, or hidden); absent without any. */
  readonly hiddenRows?: ReadonlySet<number>;
  /** Zero-based columns that a person does not see; absent without any. */
  readonly hiddenColumns?: readonly number[];
}

/**
 * Where an issue sits. Column is the letter the spreadsheet shows; null when the whole row is meant; row 0 when
 * the whole sheet is meant.
 */
export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: string | null;
}

/** Something wrong, or worth knowing, in a submission: the uploader can act on it. Collected, never thrown. */
export interface Issue {
  readonly code: IssueCode;
  readonly level: 'error' | 'warning';
  readonly cell: CellPlace;
  /** What the sentence names: the value found (at most 50 characters), what is allowed, the column's heading. */
  readonly params: Readonly<Record<string, string | number>>;
  /** Slips of typing that would explain it, most likely first; offered, never applied. Absent: none known. */
  readonly meant?: readonly MeantFigure[];
}

/** Counts, and the rate beside them, as they may have been meant. */
export interface MeantFigure {
  readonly passes: number;
  readonly total: number;
  /** In percent; null where the sheet types none. */
  readonly rate: string | null;
}

/** Dotted and permanent; each has a sentence in `wording`. */
export type IssueCode =
  | 'submission.indicator-unknown'
  | 'submission.indicator-missing'
  | 'submission.unit-unknown'
  | 'submission.unit-missing'
  | 'submission.unit-excluded'
  | 'submission.period-missing'
  | 'submission.period-unreadable'
  | 'submission.period-is-date'
  | 'submission.period-future'
  | 'submission.period-year-range'
  | 'submission.period-not-ended'
  | 'submission.basis-unreadable'
  | 'submission.basis-disagrees'
  | 'submission.row-id-wins'
  | 'submission.row-id-unknown'
  | 'submission.scheme-other'
  | 'submission.count-missing'
  | 'submission.count-not-number'
  | 'submission.count-not-whole'
  | 'submission.count-scientific'
  | 'submission.count-negative'
  | 'submission.count-too-large'
  | 'submission.passes-exceed-total'
  | 'submission.counts-disagree'
  | 'submission.total-zero'
  | 'submission.rate-not-number'
  | 'submission.rate-out-of-range'
  | 'submission.rate-mismatch'
  | 'submission.rate-read-as-fraction'
  | 'submission.rate-rounded'
  | 'submission.rate-ambiguous'
  | 'submission.rate-needed'
  | 'submission.counts-needed'
  | 'submission.duplicate-key'
  | 'submission.formula-used'
  | 'submission.formula-external'
  | 'submission.formula-without-result'
  | 'submission.error-value'
  | 'submission.formula-text'
  | 'submission.full-width'
  | 'submission.thousands'
  | 'submission.invisible-characters'
  | 'submission.control-characters'
  | 'submission.cell-too-long'
  | 'submission.name-too-long'
  | 'submission.note-too-long'
  | 'submission.too-few-fields'
  | 'submission.too-many-fields'
  | 'submission.total-row-skipped'
  | 'submission.missing-figure-skipped'
  | 'submission.remark-skipped'
  | 'submission.hidden-sheet-skipped'
  | 'submission.number-as-text'
  | 'submission.rate-not-computed'
  | 'submission.rate-error-value'
  | 'submission.rate-with-space'
  | 'submission.fraction-is-date'
  | 'submission.fraction-unreadable'
  | 'submission.fraction-like-date'
  | 'submission.total-row-disagrees'
  | 'submission.total-rate-is-average'
  | 'submission.total-rate-disagrees'
  | 'submission.part-row-skipped'
  | 'submission.part-without-whole'
  | 'submission.hidden-row-read'
  | 'submission.hidden-row-skipped'
  | 'submission.hidden-column-read'
  | 'submission.void-row-skipped'
  | 'submission.methods-mixed'
  | 'submission.columns-needed'
  | 'submission.unit-needed'
  | 'submission.indicator-needed'
  | 'submission.period-needed'
  | 'submission.duplicate-sample'
  | 'submission.sample-conflict'
  | 'submission.sample-verdict-missing'
  | 'submission.sample-elsewhere'
  | 'submission.outside-scope'
  | 'submission.rate-hides-failure'
  | 'submission.rate-directed-rounding'
  | 'submission.rate-as-fraction'
  | 'submission.rate-of-failures'
  | 'submission.rate-without-samples'
  | 'submission.running-total-falls'
  | 'submission.running-passes-fall'
  | 'submission.running-failures-fall'
  | 'submission.no-new-samples'
  | 'submission.looks-cumulative'
  | 'submission.outlier'
  | 'submission.outlier-confirm'
  | 'submission.repeats-counts'
  | 'submission.repeats-perfect-counts'
  | 'submission.samples-unusual'
  | 'submission.sample-number-missing'
  | 'submission.sample-verdict-unreadable'
  | 'submission.sample-verdict-disagrees'
  | 'submission.sample-day-unreadable'
  | 'submission.sample-day-outside'
  | 'submission.sample-repeated'
  | 'submission.sample-contradicts'
  | 'submission.sample-personal-dropped'
  | 'submission.units-do-not-add-up'
  | 'submission.periods-do-not-add-up';

/** Why a file as a whole is refused; nothing of it is stored. Each has a sentence that says how to re-save. */
export type FileRefusalCode =
  | 'file.empty'
  | 'file.too-large'
  | 'file.unknown-type'
  | 'file.wrong-extension'
  | 'file.no-extension'
  | 'file.legacy-xls'
  | 'file.html-as-xls'
  | 'file.encrypted'
  | 'file.macros'
  | 'file.broken'
  | 'file.unpacks-too-large'
  | 'file.sizes-disagree'
  | 'file.too-many-parts'
  | 'file.unsafe-xml'
  | 'file.unsafe-part-name'
  | 'file.unreadable-text'
  | 'file.unclosed-quote'
  | 'file.too-many-rows'
  | 'file.too-many-columns'
  | 'file.cell-outside'
  | 'file.cell-too-long'
  | 'file.no-header'
  | 'file.missing-columns'
  | 'file.duplicate-columns'
  | 'file.no-rows'
  | 'file.reading-interrupted'
  | 'file.took-too-long'
  | 'file.took-too-much-memory';

/** A refusal of the whole file, with what its sentence names. */
export interface FileRefusal {
  readonly code: FileRefusalCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** One good row: what it is about, its figure, and the cell that proves it. */
export interface SubmittedRow extends ObservationKey {
  readonly figure: Figure;
  readonly note: string;
  readonly sheet: string;
  readonly row: number;
  /** The cell of the total (or of the rate where only a rate is known), `抽检!E4`. */
  readonly cell: string;
  /** In percent as typed beside counts, without sign; it is checked and not stored. Absent where none was typed. */
  readonly typedRate?: string;
}

/** What reading a file gave: every good row, and what is wrong or worth knowing. */
export interface ReadSubmission {
  readonly rows: readonly SubmittedRow[];
  /** In sheet order. At most 1,000 errors and 1,000 warnings are kept; `errors` and `warnings` count them all. */
  readonly issues: readonly Issue[];
  readonly errors: number;
  readonly warnings: number;
  /** Data rows seen, good or bad; total rows and remarks are no data rows. */
  readonly rowsSeen: number;
  /** Rows with at least one error. */
  readonly rowsRefused: number;
}

/** The four ways an upload can end (../shared/hostile): the names are the contract's. */
export type Outcome = 'accept' | 'accept-with-warning' | 'reject-file' | 'reject-rows';

/** What storing a row would do to the ledger. */
export type ChangeKind = 'new' | 'changed' | 'same';

/** A row beside what the ledger holds for its key. */
export interface Change {
  readonly kind: ChangeKind;
  readonly row: SubmittedRow;
  readonly before: Figure | null;
}

/** A headline as it stands and as it would stand. */
export interface Effect {
  readonly indicator: IndicatorCode;
  readonly unit: UnitCode;
  readonly period: PeriodCode;
  readonly basis: Basis;
  readonly before: EffectSide | null;
  readonly after: EffectSide | null;
}

/** The part of an assessment that a statistician looks at before committing. */
export interface EffectSide {
  readonly rateText: string | null;
  readonly light: 'met' | 'risk' | 'miss' | 'none';
  readonly verdict: 'met' | 'short' | 'no-data';
  readonly passes: number | null;
  readonly total: number | null;
}
