import { alertsToOpen, type Alert, type SheetOf } from '@zhibiao/shared/alert';
import { yearOf, type PeriodCode, type PlainDate } from '@zhibiao/shared/calendar';
import { assessSheet, type Assessment, type EvaluationContext } from '@zhibiao/shared/evaluation';
import {
  keyText,
  ledgerOf,
  type Figure,
  type LedgerView,
  type ObservationKey,
} from '@zhibiao/shared/observation';
import type { Indicator, ProgrammeIndex, UnitCode } from '@zhibiao/shared/programme';
import {
  diffRows,
  headlineEffects,
  judgePlausibility,
  type Change,
  type ChangeKind,
  type Effect,
  type SubmittedRow,
} from '@zhibiao/shared/submission';
import type { Stores } from '../../stores';
import { judgeAlerts } from '../alert';
import { firstFollowedYear, judgedYears, judgeIndicator, newestSheet, sheetName } from '../evaluation';
import { mostEffects } from './effects-for';
import type { ChangeCounts, Consequences, Forecast, Judgements, PlausibilityReading } from './forecast.store';
import { touchedBy } from './touched';

/** A forecast, and what follows from it: that takes longer and is made when asked for, sheets that both need once. */
export interface DraftForecast {
  readonly forecast: Forecast;
  readonly judge: () => Judgements;
  readonly foresee: () => Consequences;
}

/** What is asked: rows, and on which day. */
export interface ForecastQuestion {
  readonly rows: readonly SubmittedRow[];
  readonly day: PlainDate;
}

/** What it is worked out from. Only reads. */
export interface ForecastGround {
  readonly stores: Pick<Stores, 'observations' | 'alerts' | 'assessments'>;
  readonly index: ProgrammeIndex;
}

/** The kinds of change by the number that stands for each. */
export const changeKinds = ['new', 'changed', 'same'] as const satisfies readonly ChangeKind[];

const mostChanges = 200;

/**
 * Lays rows over the ledger as it stands: preview shows it, and commit stores just this and its judgements as long as
 * ledger and day are still the same. So the two cannot disagree.
 */
export const forecastDraft = async (
  ground: ForecastGround,
  question: ForecastQuestion,
): Promise<DraftForecast> => {
  const standing = await readStanding(ground, question.rows);
  const { rows, day } = question;
  const changes = diffRows(rows, figureIn(standing.figures));
  const counts = countKinds(changes);
  const moved = counts.same === 0 ? rows : moving(changes);
  const desks = layOut(ground.index, day, standing.figures, moved);
  return {
    forecast: {
      position: standing.position,
      day,
      counts,
      kinds: kindsOf(changes),
      changes: firstOf(changes, counts),
      plausibility: readPlausibility(ground.index, rows, moved, desks),
    },
    judge: () => judgeAll(ground.stores.assessments, desks),
    foresee: () => ({
      effects: readHeadlines(ground.index, desks, watchedIn(ground.index, rows)),
      alertsToOpen: alertsToOpen(
        standing.alerts,
        desks.map((desk) => judgeAlerts(desk.after, desk.indicator, sheetsOf(desk))),
      ),
    }),
  };
};

type Standing = Awaited<ReturnType<Stores['observations']['current']>>;

interface Ground {
  readonly position: number;
  /** The figures around the rows, by indicator. */
  readonly figures: ReadonlyMap<string, Standing>;
  readonly alerts: readonly Alert[];
}

/** Everything from one state of the ledger: read again when somebody commits in between. */
const readStanding = async (
  { stores, index }: ForecastGround,
  rows: readonly SubmittedRow[],
): Promise<Ground> => {
  const touched = touchedBy(rows, index);
  for (;;) {
    const { position } = await stores.observations.position();
    const figures = new Map<string, Standing>();
    for (const code of touched.keys()) {
      // All of them: the charts behind alerts look back to the first figure.
      figures.set(code, await stores.observations.current({ indicators: [code] }));
    }
    const alerts = await stores.alerts.list({ indicators: [...touched.keys()] });
    if ((await stores.observations.position()).position === position) return { position, figures, alerts };
  }
};

const figureIn = (figures: ReadonlyMap<string, Standing>): ((key: ObservationKey) => Figure | null) => {
  const byPeriod = new Map<PeriodCode, Map<string, Figure>>();
  for (const standing of figures.values()) {
    for (const observation of standing) {
      let known = byPeriod.get(observation.period);
      if (known === undefined) byPeriod.set(observation.period, (known = new Map<string, Figure>()));
      known.set(keyText(observation), observation.figure);
    }
  }
  // Most rows are of a period that the ledger does not know yet.
  return (key) => byPeriod.get(key.period)?.get(keyText(key)) ?? null;
};

const moving = (changes: readonly Change[]): readonly SubmittedRow[] =>
  changes.filter(({ kind }) => kind !== 'same').map(({ row }) => row);

const countKinds = (changes: readonly Change[]): ChangeCounts => {
  const counts = { new: 0, changed: 0, same: 0 };
  for (const { kind } of changes) counts[kind] += 1;
  return counts;
};

/** For each row the place of its kind; a loop, because there are fifty thousand. */
const kindsOf = (changes: readonly Change[]): Uint8Array => {
  const kinds = new Uint8Array(changes.length);
  let place = 0;
  for (const { kind } of changes) {
    kinds[place] = changeKinds.indexOf(kind);
    place += 1;
  }
  return kinds;
};

/** The first changes, changed figures before new ones. */
const firstOf = (changes: readonly Change[], counts: ChangeCounts): readonly Change[] => {
  const first: Change[] = [];
  for (const wanted of ['changed', 'new'] as const) {
    if (counts[wanted] === 0) continue;
    for (const change of changes) {
      if (first.length === mostChanges) return first;
      if (change.kind === wanted) first.push(change);
    }
  }
  return first;
};

/** An indicator whose figures would change, with the ledger as it is and as it would be. */
interface Desk {
  readonly indicator: Indicator;
  readonly years: ReadonlySet<number>;
  readonly before: EvaluationContext;
  readonly after: EvaluationContext;
  /** Sheets of `after` that are judged already, by `sheetName`. */
  readonly judged: Map<string, readonly Assessment[]>;
}

const layOut = (
  index: ProgrammeIndex,
  today: PlainDate,
  figures: ReadonlyMap<string, Standing>,
  rows: readonly SubmittedRow[],
): readonly Desk[] => {
  const { yearStart } = index.programme;
  const byIndicator = new Map<string, SubmittedRow[]>();
  for (const row of rows) {
    const list = byIndicator.get(row.indicator);
    if (list === undefined) byIndicator.set(row.indicator, [row]);
    else list.push(row);
  }
  return [...touchedBy(rows, index)].flatMap(([code, changed]): readonly Desk[] => {
    const indicator = index.indicator(code);
    if (indicator === undefined) return [];
    const standing = figures.get(code) ?? [];
    const laid = byIndicator.get(code) ?? [];
    return [
      {
        indicator,
        years: judgedYears(indicator, index, changed),
        before: { index, today, ledger: ledgerOf(standing, yearStart) },
        after: { index, today, ledger: ledgerOf([...standing, ...laid], yearStart) },
        judged: new Map(),
      },
    ];
  });
};

/** Judges a sheet of the ledger as it would be, once, and remembers it. */
const sheetsOf =
  ({ indicator, after, judged }: Desk): SheetOf =>
  (period, basis) => {
    const name = sheetName({ period, basis });
    let sheet = judged.get(name);
    if (sheet === undefined) judged.set(name, (sheet = assessSheet(after, indicator, period, basis)));
    return sheet;
  };

/** Most places of strange rows that are told; beyond them the file needs looking at as a whole. */
const mostExplained = 1_000;

const readPlausibility = (
  index: ProgrammeIndex,
  rows: readonly SubmittedRow[],
  moved: readonly SubmittedRow[],
  desks: readonly Desk[],
): PlausibilityReading => {
  const ledgers = new Map(desks.map(({ indicator, after }) => [indicator.code, after.ledger]));
  const ledger: LedgerView = {
    entries: (indicator, unit) => ledgers.get(indicator)?.entries(indicator, unit) ?? [],
  };
  const { issues, errors, warnings, toExplain } = judgePlausibility(moved, ledger, index);
  const strange = new Set(toExplain);
  const places: number[] = [];
  if (strange.size > 0) rows.forEach((row, place) => strange.has(row) && places.push(place));
  return {
    issues,
    errors,
    warnings,
    toExplain: Int32Array.from(places),
    explainAt: toExplain.slice(0, mostExplained).map(({ sheet, row }) => ({ sheet, row })),
  };
};

/** The whole and, where all rows are of one unit, that one: a county reports itself, and looks at its own headlines. */
const watchedIn = ({ whole }: ProgrammeIndex, rows: readonly SubmittedRow[]): readonly UnitCode[] => {
  const unit = rows[0]?.unit ?? whole.code;
  return unit !== whole.code && rows.every((row) => row.unit === unit) ? [whole.code, unit] : [whole.code];
};

/** Headlines before and after, newest year first; only as many years back as are shown. */
const readHeadlines = (
  index: ProgrammeIndex,
  desks: readonly Desk[],
  watched: readonly UnitCode[],
): readonly Effect[] => {
  const years = [...new Set(desks.flatMap((desk) => [...desk.years]))].sort((one, other) => other - one);
  const effects: Effect[] = [];
  const isEnough = (): boolean => effects.length >= mostEffects * watched.length;
  for (const year of years) {
    for (const desk of desks) {
      const { indicator, years: judged, before, after } = desk;
      if (isEnough() || !judged.has(year)) continue;
      const sheet = newestSheet(after, indicator, year, sheetsOf(desk));
      effects.push(...headlineEffects(newestSheet(before, indicator, year), sheet, watched));
    }
  }
  const { yearStart } = index.programme;
  return effects.sort((one, other) => yearOf(other.period, yearStart) - yearOf(one.period, yearStart));
};

/** Every sheet, packed. Those of the years that alerts follow are remembered, for alerts and headlines read them again. */
const judgeAll = ({ pack }: Pick<Stores['assessments'], 'pack'>, desks: readonly Desk[]): Judgements =>
  desks.flatMap((desk) => {
    const { indicator, years, after } = desk;
    const first = firstFollowedYear(after.today, after.index.programme.yearStart);
    return [...years].flatMap((year) =>
      judgeIndicator(
        {
          context: after,
          indicator,
          years: [year],
          ...(year < first ? {} : { sheetOf: sheetsOf(desk) }),
        },
        pack,
      ),
    );
  });
