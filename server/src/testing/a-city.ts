import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { demonstrationActors } from '@zhibiao/shared/access';
import type { PlainDate } from '@zhibiao/shared/calendar';
import { loadProgramme, loadUnits, programmeIndex, type ProgrammeIndex } from '@zhibiao/shared/programme';
import type { Refusal, Result } from '@zhibiao/shared/result';
import { fixedClock } from '../clock';
import { readFileRows } from '../documents';
import { publish } from '../features/publication';
import { bringRectificationsUpToDate } from '../features/rectification';
import {
  approveSubmission,
  forecasterHere,
  forecastsBy,
  receiveFile,
  submitSubmission,
  takeSubmission,
} from '../features/submission';
import type { Instance } from '../open-instance';
import { originalsIn } from '../originals';
import { openSqlite } from '../storage';
import { samplesHere } from '../samples-here';

const both = (word: string) => ({ zh: word, en: word });

/** What a test says of its programme: one indicator, reported by the city `c` itself or by its county `k`. */
export interface CityParts {
  readonly target: string;
  readonly planned: number | null;
  readonly firm?: boolean;
  /** `part`: the county reports and is looked at. */
  readonly scope?: 'whole' | 'part';
  readonly alertRules?: Readonly<Record<string, boolean>>;
}

const aProgramme = ({
  target,
  planned,
  firm = false,
  scope = 'whole',
  alertRules,
}: CityParts): ProgrammeIndex => {
  const units = loadUnits({
    code: 'small',
    name: both('small'),
    units: [
      { code: 'c', name: both('City'), shortName: both('City'), kind: 'whole' },
      { code: 'k', name: both('County'), shortName: both('County'), kind: 'part', parent: 'c' },
    ],
  });
  if (!units.ok) throw new Error(JSON.stringify(units.refusal));
  const clause = { ref: '1', quote: 'at least' };
  const programme = loadProgramme(
    {
      code: 'small-2025',
      name: both('Small'),
      title: both('Small'),
      policy: { title: both('p'), issuer: both('p'), issuedOn: '2024-01-01', status: 'issued' },
      units: 'small',
      yearStart: '01-01',
      departments: [{ code: 'bureau', name: both('Bureau') }],
      indicators: [
        {
          code: 'rate',
          name: both('Pass rate'),
          shortName: both('Rate'),
          measure: 'sampled-proportion',
          combination: 'pooled',
          frequency: 'quarter',
          sampleUnit: both('batches'),
          failureWord: both('failing'),
          definition: both('passes over samples'),
          departments: { lead: 'bureau' },
          deadlineDays: 10,
          scale: { low: 80, high: 100 },
          reportedBy: scope === 'whole' ? 'whole' : 'lower-units',
        },
      ],
      targets: [
        {
          indicator: 'rate',
          due: '2025',
          from: '2025',
          comparators: [target === '100' ? { kind: 'all' } : { kind: 'at-least', threshold: target }],
          strength: 'required',
          clause,
        },
      ],
      plans:
        planned === null
          ? []
          : [{ indicator: 'rate', unit: scope === 'whole' ? 'c' : 'k', year: 2025, planned, firm }],
      ...(alertRules === undefined ? {} : { alertRules }),
    },
    units.value,
  );
  if (!programme.ok) throw new Error(JSON.stringify(programme.refusal));
  return programmeIndex(programme.value, units.value);
};

/** What sending rows came to. */
export interface Sent {
  readonly counts: { readonly new: number; readonly changed: number; readonly same: number };
  readonly alertsOpened: number;
  readonly alertsRecovered: number;
}

/** A small city whose figures come in by file, are approved and published, on days that a test chooses. */
export interface City {
  readonly instance: (today: PlainDate) => Instance;
  /** Sends rows of unit, period, passes and samples; they are approved and published on the same day. */
  readonly send: (
    today: PlainDate,
    rows: readonly (readonly [unit: string, period: string, passes: number, total: number])[],
  ) => Promise<Sent>;
  /** What a start on a day does. */
  readonly start: (today: PlainDate) => Promise<void>;
}

const done = <T>(result: Result<T, Refusal>): T => {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value;
};

/** Opens a city in a folder. */
export const aCity = async (folder: string, parts: CityParts): Promise<City> => {
  const index = aProgramme(parts);
  const storage = await openSqlite({ folder, expectExisting: false, startedAt: '2025-01-01T00:00:00.000Z' });
  const { stores } = storage;
  const originals = originalsIn(join(folder, 'originals'));
  const clockOn = (today: PlainDate) => fixedClock(`${today}T02:00:00.000Z`);
  const actor = demonstrationActors(index.programme.departments, index.register).find(
    ({ actor: { role } }) => role === 'statistician',
  )?.actor;
  if (actor === undefined) throw new Error('nobody reports');
  const reviewer = { ...actor, id: 'reviewer', role: 'reviewer' } as const;
  const instance = (today: PlainDate): Instance => ({
    storage,
    originals,
    index,
    clock: clockOn(today),
    auditHeads: join(folder, 'heads'),
  });
  return {
    instance,
    start: async (today) => {
      await bringRectificationsUpToDate({ stores, index, clock: clockOn(today) });
    },
    send: async (today, rows) => {
      const lines = rows.map(
        ([unit, period, passes, total]) => `rate,${unit},${period},single,${passes},${total}`,
      );
      const bytes = Buffer.from(['indicator,unit,period,basis,passes,total', ...lines].join('\n'));
      const name = `${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}.csv`;
      const clock = clockOn(today);
      const ground = { stores, index };
      const services = {
        ...ground,
        clock,
        originals,
        forecasts: forecastsBy(forecasterHere(ground), stores),
        samples: samplesHere(storage, index),
      };
      const read = readFileRows({ name, bytes, corrections: [] }, { index, today, actor });
      const reader = { read: () => Promise.resolve(read) };
      const doer = { actor, address: '', requestId: '' };
      const { submission, fileRefusal } = await receiveFile({ ...services, reader })(doer, { name, bytes });
      if (fileRefusal !== null) throw new Error(`the file was refused: ${fileRefusal.code}`);
      const { position } = await stores.observations.position();
      const request = { submission, ledgerPosition: position, reason: 'correction', explanation: 'checked' };
      const { counts } = done(await submitSubmission(services)(doer, request));
      const second = { ...doer, actor: reviewer };
      done(await takeSubmission(services)(second, submission));
      done(await approveSubmission(services)(second, { submission, ledgerPosition: position, opinion: '' }));
      done(await publish(services)(second, { note: 'new', reason: 'correction', position: null }));
      const [entry] = await stores.audit.list({ limit: 1, events: ['publication.publish'] });
      // Written by publishing just now.
      const told = JSON.parse(entry?.after ?? '{}') as Omit<Sent, 'counts'>;
      return { counts, alertsOpened: told.alertsOpened, alertsRecovered: told.alertsRecovered };
    },
  };
};
