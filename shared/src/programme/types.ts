import type { PeriodCode, PlainDate, YearStart } from '../calendar';
import type { AlertRule } from '../statistics';

/** What both languages say. Chinese comes first everywhere; English is complete. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** Lower-case code of an indicator, `food-pass-rate`. */
export type IndicatorCode = string;
/** Code of a reporting unit: the statistical code where there is one (`441521`), else a name (`red-bay`). */
export type UnitCode = string;
/** Lower-case code of a department, `market-supervision`. */
export type DepartmentCode = string;
/** An exact decimal as text, `94.8`: percent for rates, points for scores. Never a float (statistics.md 0.1). */
export type DecimalText = string;

/**
 * How the figure arises, which decides which statistics may speak:
 * a sample, every case there is, the share of a register visited, a survey score or index, a count against a list.
 */
export type Measure =
  | 'sampled-proportion'
  | 'full-coverage-proportion'
  | 'register-coverage'
  | 'score'
  | 'count';

/** How parts make a whole (statistics.md l): sums of counts, declared weights, or a rate that arrives finished. */
export type Combination = 'pooled' | 'weighted' | 'given';

/** How often figures are due. `round` is a campaign with its own dates. */
export type Frequency = 'month' | 'quarter' | 'half' | 'year' | 'round';

/** What a target compares with; every comparator of a target must hold. */
export type Comparator =
  /** 以上, 达到, 不低于: at or above a percentage. */
  | { readonly kind: 'at-least'; readonly threshold: DecimalText }
  /** Every single case, 100 %. */
  | { readonly kind: 'all' }
  /** 不低于全省年度平均水平: not below a reference unit. */
  | { readonly kind: 'not-below'; readonly reference: UnitCode }
  /** 不断提升: above the last closed year. */
  | { readonly kind: 'rising' }
  /** At least this percentage of a register or list reached within the year. */
  | { readonly kind: 'coverage'; readonly threshold: DecimalText };

/** Where the policy says so. */
export interface Clause {
  /** Number as printed, `一（二）`. */
  readonly ref: string;
  /** The words of the policy, punctuation normalised to full width. */
  readonly quote: string;
}

/** What is asked of an indicator by a period, with the clause that asks it. */
export interface Target {
  readonly indicator: IndicatorCode;
  /** The year by whose end it must hold, `2025`; judged in every year from `from` on. */
  readonly due: PeriodCode;
  /** First year in which it is judged; the years before are history. */
  readonly from: PeriodCode;
  readonly comparators: readonly Comparator[];
  /** 达到 / 力争. An aspired target is judged the same way and says so. */
  readonly strength: 'required' | 'aspired';
  readonly clause: Clause;
}

/** A milestone that the policy states in words only; it is shown, never judged. */
export interface Milestone {
  readonly due: PeriodCode;
  readonly indicator: IndicatorCode | null;
  readonly words: Text;
  readonly clause: Clause;
}

/** The samples or register entries a unit plans for a year. `firm` plans make `unreachable` final. */
export interface Plan {
  readonly indicator: IndicatorCode;
  readonly unit: UnitCode;
  readonly year: number;
  readonly planned: number;
  readonly firm: boolean;
}

/** The sampling scheme; figures of another scheme are never mixed in (mission.md, fact 2). */
export interface Scheme {
  readonly code: string;
  readonly name: Text;
  readonly aliases: readonly string[];
}

/** What is measured. */
export interface Indicator {
  readonly code: IndicatorCode;
  readonly name: Text;
  readonly shortName: Text;
  /** Chinese name with `|` where a line may break, so that no 率 stands alone. */
  readonly breakable: string;
  /** Other spellings that a sheet may use, each matched whole. */
  readonly aliases: readonly string[];
  readonly measure: Measure;
  readonly combination: Combination;
  /** Declared weights of the strata of a `weighted` indicator; absent otherwise. */
  readonly weights?: readonly { readonly unit: UnitCode; readonly weight: DecimalText }[];
  readonly scheme: Scheme | null;
  readonly frequency: Frequency;
  /** What one sample is called: 批, 项, 家; points for scores. */
  readonly sampleUnit: Text;
  /** What a case that does not pass is called: 不合格, 未评优良, 未检查. */
  readonly failureWord: Text;
  readonly definition: Text;
  /** What limits the reading of the figure; printed beside the chart. */
  readonly caution: Text | null;
  readonly departments: { readonly lead: DepartmentCode; readonly others: readonly DepartmentCode[] };
  /**
   * How many of the first single figures set the centre of the control chart, chosen by a person; without it
   * all of them up to twelve.
   */
  readonly baseline?: number;
  /** Figures are due this many days after the period ends. */
  readonly deadlineDays: number;
  /** Units that owe no figure of this indicator, each with the reason; a figure they send all the same counts. */
  readonly waived?: readonly { readonly unit: UnitCode; readonly reason: Text }[];
  /** Ends of the gauge scale, in percent or points (screens.md 5). */
  readonly scale: { readonly low: number; readonly high: number };
  /** `lower-units`: city figure is the sum of its units; `whole`: only the whole reports. */
  readonly reportedBy: 'lower-units' | 'whole';
}

/** Who answers for an indicator. */
export interface Department {
  readonly code: DepartmentCode;
  readonly name: Text;
}

/** Who a figure is about. */
export interface ReportingUnit {
  readonly code: UnitCode;
  readonly name: Text;
  readonly shortName: Text;
  readonly aliases: readonly string[];
  /** `whole`: the judged city; `part`: one of its counties or zones; `reference`: compared with, never judged. */
  readonly kind: 'whole' | 'part' | 'reference';
  /** The unit whose total a part belongs to; null for the whole and for references. */
  readonly parent: UnitCode | null;
  /** Set for a zone inside another part: shown, but not added to the total a second time. */
  readonly within: UnitCode | null;
  /** Position on the schematic tile map, column and row of a hexagonal grid; null if not drawn. */
  readonly tile: { readonly column: number; readonly row: number } | null;
}

/** The reporting units of one place, in the order in which they are always shown. */
export interface UnitRegister {
  readonly code: string;
  readonly name: Text;
  readonly units: readonly ReportingUnit[];
  /** Places that must never be added silently, each with the reason: 深汕特别合作区 is reported with Shenzhen. */
  readonly excluded: readonly {
    readonly name: Text;
    readonly aliases: readonly string[];
    readonly reason: Text;
  }[];
}

/** Working days that each state of a rectification may last, by name; what is not named is as usual. */
export type RectificationTimes = Readonly<
  Partial<Record<'sign' | 'plan' | 'rectify' | 'again' | 'verify' | 'warn', number>>
>;

/** A policy's indicators and targets for a span of years. */
export interface Programme {
  readonly code: string;
  readonly name: Text;
  /** Title on the top bar. */
  readonly title: Text;
  readonly policy: {
    readonly title: Text;
    readonly issuer: Text;
    readonly issuedOn: PlainDate;
    readonly status: 'draft' | 'issued';
  };
  /** Code of the unit register that this programme is about. */
  readonly units: string;
  readonly yearStart: YearStart;
  readonly departments: readonly Department[];
  readonly indicators: readonly Indicator[];
  readonly targets: readonly Target[];
  readonly milestones: readonly Milestone[];
  readonly plans: readonly Plan[];
  /** Alert rules (statistics.md i) that are switched off: `{ "Y3": false }`; what is not named is on. */
  readonly alertRules?: Readonly<Partial<Record<AlertRule, boolean>>>;
  /** How long a rectification may take, and the code of the calendar by which working days are counted. */
  readonly rectification?: { readonly calendar: string | null; readonly days: RectificationTimes };
}
