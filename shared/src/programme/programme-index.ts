import { plainWeeks, type PeriodCode, type WorkCalendar } from '../calendar';
import { nameKey } from './name-key';
import { namesOf } from './taken-names';
import type {
  Department,
  DepartmentCode,
  Indicator,
  IndicatorCode,
  Plan,
  Programme,
  ReportingUnit,
  Target,
  UnitCode,
  UnitRegister,
} from './types';

/** Fast lookup in a loaded programme and its register. Names are matched by nameKey, whole, never nearly. */
export interface ProgrammeIndex {
  readonly programme: Programme;
  readonly register: UnitRegister;
  /** By which working days are counted. */
  readonly workCalendar: WorkCalendar;
  indicator(code: IndicatorCode): Indicator | undefined;
  /** By code, name in either language, or alias. */
  indicatorNamed(text: string): Indicator | undefined;
  unit(code: UnitCode): ReportingUnit | undefined;
  /** By code, name in either language, or alias. */
  unitNamed(text: string): ReportingUnit | undefined;
  /** A place that must never be added silently, with the reason. */
  excludedNamed(text: string): UnitRegister['excluded'][number] | undefined;
  department(code: DepartmentCode): Department | undefined;
  /** The newest target that is judged in a programme year; null in years before the first. */
  target(indicator: IndicatorCode, year: number): Target | null;
  plan(indicator: IndicatorCode, unit: UnitCode, year: number): Plan | null;
  /** True when a sheet's scheme text names the indicator's own scheme, or is empty. */
  isOwnScheme(indicator: Indicator, text: string): boolean;
  /** The judged city. */
  readonly whole: ReportingUnit;
  /** Counties and zones in the order in which they are always shown. */
  readonly parts: readonly ReportingUnit[];
  /** Compared with, never judged: the province, the nation. */
  readonly references: readonly ReportingUnit[];
  /** The units whose figures make a unit's total: its parts without those already counted within another part. */
  addends(unit: UnitCode): readonly ReportingUnit[];
}

/** Builds the lookup tables of a programme once. */
export function programmeIndex(
  programme: Programme,
  register: UnitRegister,
  workCalendar: WorkCalendar = plainWeeks,
): ProgrammeIndex {
  const indicators = new Map(programme.indicators.map((entry) => [entry.code, entry]));
  const units = new Map(register.units.map((entry) => [entry.code, entry]));
  const departments = new Map(programme.departments.map((entry) => [entry.code, entry]));
  const indicatorNames = byName(programme.indicators);
  const unitNames = byName(register.units);
  const excludedNames = byName(register.excluded.map((entry) => ({ ...entry, code: null })));
  const targets = grouped(programme.targets, (target) => target.indicator);
  const plans = new Map(programme.plans.map((plan) => [planKey(plan.indicator, plan.unit, plan.year), plan]));
  const schemes = new Map(programme.indicators.map((entry) => [entry.code, schemeKeys(entry)]));
  const addends = grouped(
    register.units.filter((unit) => unit.kind === 'part' && unit.within === null),
    (unit) => unit.parent,
  );
  const whole = register.units.find((unit) => unit.kind === 'whole');
  if (whole === undefined) throw new Error('The register was not loaded by loadUnits: it has no whole unit.');
  return {
    programme,
    register,
    workCalendar,
    whole,
    parts: register.units.filter((unit) => unit.kind === 'part'),
    references: register.units.filter((unit) => unit.kind === 'reference'),
    indicator: (code) => indicators.get(code),
    indicatorNamed: (text) => indicatorNames.get(nameKey(text)),
    unit: (code) => units.get(code),
    unitNamed: (text) => unitNames.get(nameKey(text)),
    excludedNamed: (text) => excludedNames.get(nameKey(text)),
    department: (code) => departments.get(code),
    target: (indicator, year) => newestTarget(targets.get(indicator) ?? [], `${year}`),
    plan: (indicator, unit, year) => plans.get(planKey(indicator, unit, year)) ?? null,
    isOwnScheme: (indicator, text) =>
      nameKey(text) === '' || (schemes.get(indicator.code)?.has(nameKey(text)) ?? false),
    addends: (unit) => addends.get(unit) ?? [],
  };
}

function byName<
  T extends { code: string | null; name: { zh: string; en: string }; aliases: readonly string[] },
>(entries: readonly T[]): ReadonlyMap<string, T> {
  const names = new Map<string, T>();
  for (const entry of entries) {
    for (const { text } of namesOf({ ...entry, owner: '', path: [] })) names.set(nameKey(text), entry);
  }
  return names;
}

function grouped<K, T>(entries: readonly T[], keyOf: (entry: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const entry of entries) {
    const group = groups.get(keyOf(entry));
    if (group === undefined) groups.set(keyOf(entry), [entry]);
    else group.push(entry);
  }
  return groups;
}

function newestTarget(targets: readonly Target[], year: PeriodCode): Target | null {
  let newest: Target | null = null;
  for (const target of targets) {
    if (target.from <= year && (newest === null || target.from > newest.from)) newest = target;
  }
  return newest;
}

function schemeKeys(indicator: Indicator): ReadonlySet<string> {
  const { scheme } = indicator;
  return new Set(
    scheme === null ? [] : [scheme.code, scheme.name.zh, scheme.name.en, ...scheme.aliases].map(nameKey),
  );
}

function planKey(indicator: IndicatorCode, unit: UnitCode, year: number): string {
  return `${indicator} ${unit} ${year}`;
}
