import { COUNTY_PROFILES, COUNTY_UNITS, type CountyProfile, type QuarterCounts } from './county-profiles';
import { seededRandom } from './seeded-random';

/** Quarters 2022-Q1 to 2025-Q3. */
export const QUARTERS = [2022, 2023, 2024, 2025]
  .flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`))
  .slice(0, 15);

/** Counts per indicator, unit and quarter: `get('food-pass-rate')?.get('441502')?.[14]` is 2025-Q3. */
export type CountyFigures = ReadonlyMap<string, ReadonlyMap<string, readonly QuarterCounts[]>>;

interface Cell {
  total: number;
  failures: number;
}

/** Draws the fictional county figures; the same ones every time. */
export function countyFigures(): CountyFigures {
  const random = seededRandom(20_251_015);
  return new Map(COUNTY_PROFILES.map((profile) => [profile.indicator, figuresOf(profile, random)]));
}

function figuresOf(
  profile: CountyProfile,
  random: () => number,
): ReadonlyMap<string, readonly QuarterCounts[]> {
  const total = sum(profile.yearToDate.map(([samples]) => samples));
  const failures = sum(profile.yearToDate.map(([, failed]) => failed));
  const rows = profile.yearToDate.map(([samples, failed], unit) => {
    // A unit's own failure rate against the city's, drawn towards it by 20 samples so that small units stay tame.
    const relative = (failed + (failures / total) * 20) / (samples + 20) / (failures / total || 1);
    const factor = failures > 0 ? Math.min(1.7, relative) : 1;
    const past = profile.history.map((rate) =>
      drawQuarter(profile.historyTotal * (samples / total), ((100 - rate) / 100) * factor, random),
    );
    return [...past, ...thisYear(profile, unit, random)];
  });
  profile.history.forEach((rate, quarter) => {
    settleCityRate(
      rows.map((row) => row[quarter]),
      rate,
    );
  });
  profile.pastFailures?.forEach((told, unit) => {
    told.forEach((failures, quarter) => {
      const cell = rows[unit]?.[quarter];
      if (cell !== undefined) cell.failures = failures;
    });
  });
  return new Map(COUNTY_UNITS.map((unit, position) => [unit, rows[position] ?? []]));
}

function drawQuarter(expected: number, failureRate: number, random: () => number): Cell {
  const total = Math.max(1, Math.round(expected * (0.92 + random() * 0.16)));
  let failures = 0;
  for (let sample = 0; sample < total; sample += 1) if (random() < failureRate) failures += 1;
  return { total, failures };
}

/** Three quarters that add up to the year to date. */
function thisYear(profile: CountyProfile, unit: number, random: () => number): readonly Cell[] {
  const fixed = profile.quarters?.[unit];
  if (fixed !== undefined) return fixed.map(([total, failures]) => ({ total, failures }));
  const [total, failures] = profile.yearToDate[unit] ?? [0, 0];
  const [first, second] = [Math.round(total * 0.32), Math.round(total * 0.34)];
  const cells = [first, second, total - first - second].map((samples) => ({ total: samples, failures: 0 }));
  for (let failure = 0; failure < failures; failure += 1) {
    const cell = cells[Math.floor(random() * 3)];
    if (cell !== undefined) cell.failures += 1;
  }
  return cells;
}

/** Adds or takes failures, the largest units first, until the city's rate is the one the history asks for. */
function settleCityRate(cells: readonly (Cell | undefined)[], rate: number): void {
  const order = [2, 1, 0, 3, 4, 5];
  const total = sum(cells.map((cell) => cell?.total ?? 0));
  const wanted = Math.round((total * (100 - rate)) / 100);
  let failures = sum(cells.map((cell) => cell?.failures ?? 0));
  for (let step = 0; failures !== wanted && step < 400; step += 1) {
    const cell = cells[order[step % order.length] ?? 0];
    if (cell === undefined) continue;
    const change = failures < wanted ? 1 : -1;
    if (cell.failures + change < 0 || cell.failures + change > cell.total) continue;
    cell.failures += change;
    failures += change;
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
