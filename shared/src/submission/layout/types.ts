import type { Basis, PeriodCode } from '../../calendar';
import type { IndicatorCode, UnitCode } from '../../programme';
import type { ColumnRole } from '../headings';
import type { CellAt, CellKind } from '../types';

/**
 * What a column of a sheet as people write it holds, beyond the roles of the plain template: `category` (食品种类),
 * `published` (发布日期), `failingRate` (不合格率), `fraction` (合格数/抽检数 in one cell), `value` (a figure of any
 * form under a heading that names a period, an indicator or a unit), `ignored` (序号, 牵头单位).
 */
export type LayoutRole =
  | ColumnRole
  | 'category'
  | 'published'
  | 'failingRate'
  | 'fraction'
  | 'value'
  | 'ignored';

/** What a person may say that a column holds, in the order in which it is offered. */
export const askedRoles = [
  'unit',
  'indicator',
  'period',
  'passes',
  'total',
  'failures',
  'rate',
  'failingRate',
  'category',
  'scheme',
  'note',
  'ignored',
] as const satisfies readonly LayoutRole[];

/** One of them. */
export type AskedRole = (typeof askedRoles)[number];

/** A text with the cell that says it; `at` is null where a title, the name of the sheet or an answer says it. */
export interface Said {
  readonly text: string;
  readonly kind: CellKind;
  readonly at: CellAt | null;
  /** As printed, where `text` had to be brought into the form that the rules read (不合格率 0.44% is 99.56%). */
  readonly printed?: string;
}

/** One figure of a sheet with what is said of it, in the roles of the plain template. */
export interface TidyRecord {
  /** Row of the sheet. */
  readonly row: number;
  readonly cells: Readonly<Partial<Record<ColumnRole, Said>>>;
  /** 食品种类 and the like; null where the sheet has no such column. */
  readonly category: string | null;
  /** Set for an 其中 row: a part of a figure that stands elsewhere, never added to it. */
  readonly partOf: { readonly category: string | null; readonly cell: string | null } | null;
  /** Day or text of the publication beside the figure; null without such a column. */
  readonly published: string | null;
  /** A remark in the figure's own cell (待核); null without. */
  readonly flag: string | null;
}

/** A figure that the sheet says not to exist, and why: a dash, a word, an empty cell, a voided row. */
export interface MissingFigure {
  readonly at: CellAt;
  readonly text: string;
}

/** A 合计 row beside what stands above it. */
export interface TotalRow {
  readonly at: CellAt;
  readonly passes: number | null;
  readonly total: number | null;
  readonly agrees: boolean;
}

/** A heading that we do not know: what its column may hold, to be confirmed once. Nothing of it is read meanwhile. */
export interface HeadingQuestion {
  readonly sheet: string;
  /** Letter. */
  readonly column: string;
  readonly heading: string;
  /** The first few texts below it. */
  readonly samples: readonly string[];
  readonly proposed: AskedRole;
  /** `words`: the heading holds words of that role; `content`: its cells look so; `none`: nothing speaks for it. */
  readonly reason: 'words' | 'content' | 'none';
  readonly alternatives: readonly AskedRole[];
}

/** A unit or indicator that the register does not know, with what may be meant. */
export interface NameQuestion {
  readonly role: 'unit' | 'indicator';
  readonly name: string;
  /** Code of the nearest one; null when nothing is near. */
  readonly proposed: string | null;
  readonly proposedName: string | null;
  readonly cell: string;
}

/** What a whole sheet does not say: its unit, indicator or period, with what speaks for a proposal. */
export interface SubjectQuestion {
  readonly sheet: string;
  readonly role: 'unit' | 'indicator' | 'period';
  readonly proposals: readonly { readonly value: string; readonly from: string }[];
}

/** What the reader took from where, told to the uploader; nothing to mend. */
export interface LayoutHint {
  readonly sheet: string;
  readonly code:
    | 'unit-from-title'
    | 'indicator-from-title'
    | 'period-from-title'
    | 'failing-rate-column'
    | 'passes-from-failures'
    | 'categories-added'
    | 'samples-counted'
    | 'personal-columns-dropped';
  readonly text: string;
}

/** Questions and hints of a file; the signatures are those of its sheets, to remember answers by. */
export interface LayoutView {
  readonly signatures: readonly { readonly sheet: string; readonly signature: string }[];
  readonly headings: readonly HeadingQuestion[];
  readonly names: readonly NameQuestion[];
  readonly subjects: readonly SubjectQuestion[];
  readonly hints: readonly LayoutHint[];
}

/** What people answered, for this file or remembered for its layout. Keys are `answerKey` of heading and name. */
export interface LayoutAnswers {
  readonly roles?: Readonly<Record<string, LayoutRole>>;
  readonly units?: Readonly<Record<string, UnitCode>>;
  readonly indicators?: Readonly<Record<string, IndicatorCode>>;
  /** By sheet; `*` stands for every sheet. */
  readonly subjects?: Readonly<
    Record<
      string,
      {
        readonly unit?: UnitCode;
        readonly indicator?: IndicatorCode;
        readonly period?: PeriodCode;
        readonly basis?: Basis;
      }
    >
  >;
}
