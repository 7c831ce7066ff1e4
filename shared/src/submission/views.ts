import type { Instant, PeriodCode } from '../calendar';
import type { IndicatorCode, Text, UnitCode } from '../programme';
import type { LifeState } from '../publication';
import type { LayoutAnswers, LayoutView } from './layout/types';
import type { Change, Effect, FileRefusal, Issue, Outcome } from './types';

/** A row as the sheet shows it, for the check step; only rows of the data table, headings excluded. */
export interface PreviewSheetRow {
  readonly sheet: string;
  readonly row: number;
  /** Cell texts by column, after corrections; same order as `PreviewView.columns`. */
  readonly cells: readonly string[];
}

/** Answer of `submission.preview`: what the file says and what committing would write. Nothing is stored by it. */
export interface PreviewView {
  /** Its id for outside, as in every answer: drawn, not counted. */
  readonly submission: string;
  /** From 0, rising with every correction: what was said of an earlier reading no longer holds. */
  readonly reading: number;
  readonly state: LifeState;
  /** Why it was returned, with the cells pointed at; null where its last step is no return. */
  readonly returned: SubmissionStep | null;
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
  /** Highest revision id the preview was made against; commit refuses when the ledger has moved. */
  readonly ledgerPosition: number;
  /** Cells that the uploader corrected on the page, with what stood there. */
  readonly corrections: readonly KeptCorrection[];
  /** What the sheet's layout leaves open, and what was taken from where; absent where there is nothing to say. */
  readonly layout?: LayoutView;
  /** What was answered about the layout, now or earlier; absent where nothing was. */
  readonly answers?: LayoutAnswers;
  /** When the answers were given that an earlier file of this layout left behind; absent where they are new. */
  readonly rememberedAt?: Instant;
  /** The samples that the rows add up; null for a table of figures. */
  readonly samples: SamplesSeen | null;
}

/** Answer of `submission.effects`: what committing would do to headlines and alerts, for one reading and one state of the ledger. */
export interface EffectsView {
  readonly reading: number;
  readonly ledgerPosition: number;
  /** Newest year first; at most 36. */
  readonly effects: readonly Effect[];
  /** Alerts that committing would open. */
  readonly alertsToOpen: readonly {
    readonly indicator: IndicatorCode;
    readonly unit: UnitCode;
    readonly period: PeriodCode;
  }[];
}

/** Both together, of the same reading and the same state of the ledger: for those who read everything at once. */
export type PreviewWithEffects = PreviewView & Pick<EffectsView, 'effects' | 'alertsToOpen'>;

/** What a list of samples (明细) came to. */
export interface SamplesSeen {
  /** Distinct sample numbers, failing ones, and those whose verdict is a retest's. */
  readonly samples: number;
  readonly failing: number;
  readonly retests: number;
  /** Samples nobody has reported before, those that are revised, and those that say what is known. */
  readonly new: number;
  readonly revised: number;
  readonly same: number;
  /** Headings of columns about persons, whose values were dropped. */
  readonly personal: readonly string[];
}

/** How far a file has been read that takes longer than a moment; `ready`: its preview can be asked for. */
export type ReadingView =
  | { readonly state: 'reading'; readonly rows: number; readonly bytes: number; readonly size: number }
  | { readonly state: 'ready' };

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

/** Answer of `submission.submit`: what now waits for a reviewer. Nothing of it is in the ledger yet. */
export interface Receipt {
  readonly submission: string;
  /** Rows that approval would store. */
  readonly stored: number;
  readonly counts: { readonly new: number; readonly changed: number; readonly same: number };
  readonly submittedAt: Instant;
}

/** A cell that a reviewer points at; without a column the whole row. */
export interface PointedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: string | null;
  readonly text: string;
}

/** One step of a submission between draft and decision. */
export interface SubmissionStep {
  readonly state: LifeState;
  readonly at: Instant;
  readonly by: Text;
  /** Why it is returned, or the reviewer's opinion; for a submit why figures change. */
  readonly reason: string;
  /** Cells that a return points at. */
  readonly cells: readonly PointedCell[];
}

/** One line of the submission history. */
export interface SubmissionSummary {
  /** Its id for outside: drawn, not counted. */
  readonly id: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly by: Text;
  readonly state: LifeState;
  readonly uploadedAt: Instant;
  /** When it was approved; null before. */
  readonly approvedAt: Instant | null;
  /** Number of the publication that first holds it; null before. */
  readonly publication: number | null;
  /** Its steps, oldest first; empty for a draft that nobody has submitted. */
  readonly steps: readonly SubmissionStep[];
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
