import type { Instant, PeriodCode } from '../calendar';
import type { IndicatorCode, Text, UnitCode } from '../programme';
import type { Change, Effect, FileRefusal, Issue, Outcome } from './types';

/** Where a submission stands in this release. */
export type SubmissionState = 'draft' | 'committed' | 'discarded' | 'refused';

/** A row as the sheet shows it, for the check step; only rows of the data table, headings excluded. */
export interface PreviewSheetRow {
  readonly sheet: string;
  readonly row: number;
  /** Cell texts by column, after corrections; same order as `PreviewView.columns`. */
  readonly cells: readonly string[];
}

/** Answer of `submission.preview`: what the file says and what committing would do. Nothing is stored by it. */
export interface PreviewView {
  readonly submission: number;
  readonly fileName: string;
  readonly outcome: Outcome;
  readonly fileRefusal: FileRefusal | null;
  readonly rowsSeen: number;
  readonly rowsGood: number;
  readonly rowsRefused: number;
  /**
   * The first 100, errors before warnings; `issuesTotal` counts them all, `errorsTotal` the errors. What the file says
   * of itself and what is strange beside the ledger; only the former decides `outcome`.
   */
  readonly issues: readonly PreviewIssue[];
  readonly issuesTotal: number;
  readonly errorsTotal: number;
  /** Rows that would be stored and need an explanation first. */
  readonly toExplain: number;
  /** The columns of the sheet that was read, with their letter and heading. */
  readonly columns: readonly { readonly letter: string; readonly heading: string }[];
  /** The first 200 data rows, rows with issues always among them. */
  readonly sheetRows: readonly PreviewSheetRow[];
  readonly counts: {
    readonly new: number;
    readonly changed: number;
    readonly same: number;
    readonly refused: number;
  };
  /** Changed rows first, then new ones; the first 200. */
  readonly changes: readonly Change[];
  readonly effects: readonly Effect[];
  /** Alerts that committing would open. */
  readonly alertsToOpen: readonly {
    readonly indicator: IndicatorCode;
    readonly unit: UnitCode;
    readonly period: PeriodCode;
  }[];
  /** Highest revision id the preview was made against; commit refuses when the ledger has moved. */
  readonly ledgerPosition: number;
  /** Cells that the uploader corrected on the page, with what stood there. */
  readonly corrections: readonly KeptCorrection[];
}

/** An issue with what the page offers for it. */
export interface PreviewIssue extends Issue {
  /** Whether it must be explained before its row is stored; never for a row that stores nothing. */
  readonly explain: boolean;
  /** Corrections that a click makes; none where no slip of typing would explain it. */
  readonly fixes: readonly Fix[];
}

/** One slip undone: what the button says, and the cells that change. */
export interface Fix {
  readonly text: string;
  readonly cells: readonly Correction[];
}

/** Why the figure of a row is as it is, though it looks strange; kept with its revision. */
export interface Explanation {
  readonly sheet: string;
  readonly row: number;
  readonly text: string;
}

/** A cell corrected on the page; the original file stays as it came. */
export interface Correction {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly text: string;
}

/** A correction as a draft keeps it, in the order they were made. */
export interface KeptCorrection extends Correction {
  /** What the cell held in the file. */
  readonly stood: string;
}

/** Answer of `submission.commit`. */
export interface Receipt {
  readonly submission: number;
  readonly stored: number;
  readonly counts: { readonly new: number; readonly changed: number; readonly same: number };
  readonly ledgerPosition: number;
  readonly alertsOpened: number;
  readonly alertsRecovered: number;
  readonly committedAt: Instant;
}

/** One line of the submission history. */
export interface SubmissionSummary {
  readonly id: number;
  readonly fileName: string;
  readonly sha256: string;
  readonly by: Text;
  readonly state: SubmissionState;
  readonly uploadedAt: Instant;
  readonly committedAt: Instant | null;
  readonly counts: {
    readonly new: number;
    readonly changed: number;
    readonly same: number;
    readonly refused: number;
  };
  readonly reason: string;
  /** Why the whole file was refused; null for every other state. */
  readonly fileRefusal: FileRefusal | null;
}
