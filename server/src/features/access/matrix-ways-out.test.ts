import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import { mayDo, roles, type Role } from '@zhibiao/shared/access';
import { originalOf } from '../../demonstration/original-of';
import type { Person } from '../../testing/a-person';
import { aSheet } from '../../testing/a-sheet';
import { signInFor, ownUnit, otherUnit } from '../../testing/role-people';
import { runProgram } from '../../testing/run-program';
import { root, startTestServer, temporaryFolder, type TestServer } from '../../testing/start-test-server';

const period = '2025-Q3';
const bases = ['single', 'cumulative'] as const;

/** Figures by key, as their reader is told them; what a way out shows of the ledger. */
type Readable = Map<string, string>;

let server: TestServer;
const people = new Map<Role, Person>();

beforeAll(async () => {
  server = await startTestServer({ settings: { ZHIBIAO_CALLS_PER_MINUTE: '1000000' } });
  for (const role of roles) people.set(role, await signInFor(server, role));
});

const personOf = (role: Role): Person => {
  const person = people.get(role);
  if (person === undefined) throw new Error(`nobody is ${role}`);
  return person;
};

/** Adds every assessment and alert inside an answer, wherever it stands, with the figure that it tells. */
const collect = (value: unknown, into: Readable): void => {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, into);
    return;
  }
  const { indicator, unit, period: when, basis, rateText } = value as Record<string, unknown>;
  if ([indicator, unit, when, basis, rateText].every((part) => typeof part === 'string')) {
    const key = [indicator, unit, when, basis].join(' ');
    const known = into.get(key);
    if (known !== undefined) expect([key, rateText]).toEqual([key, known]);
    into.set(key, String(rateText));
  }
  for (const item of Object.values(value)) collect(item, into);
};

type Way = 'overview' | 'comparison' | 'indicator';

/** What a role can read through each page query, over every indicator and unit it may ask for. */
const readableBy = async (role: Role): Promise<Record<Way, Readable>> => {
  const person = personOf(role);
  const { programme, register } = server.services.index;
  const found: Record<Way, Readable> = { overview: new Map(), comparison: new Map(), indicator: new Map() };
  const take = async (way: Way, input: object): Promise<void> => {
    const { data, status } = await person.tryQuery(`evaluation.${way}`, { period, ...input });
    // Not every indicator is compared between units.
    expect([200, 403, 404]).toContain(status);
    collect(data, found[way]);
  };
  for (const basis of bases) {
    await take('overview', { basis });
    await take('comparison', { basis });
    for (const { code: indicator } of programme.indicators) {
      await take('comparison', { basis, indicator });
      for (const { code: unit, kind } of register.units) {
        if (kind !== 'reference') await take('indicator', { basis, indicator, unit });
      }
    }
  }
  return found;
};

const ofPeriod = (all: Readable): Readable =>
  new Map([...all].filter(([key]) => key.split(' ')[2] === period));

const countyOf = (key: string): string | null => {
  const unit = key.split(' ')[1] ?? '';
  return server.services.index.register.units.find(({ code }) => code === unit)?.kind === 'part'
    ? unit
    : null;
};

describe('F4 every way out shows the same figures, and those that the matrix allows', () => {
  let leader: Record<Way, Readable>;
  beforeAll(async () => {
    leader = await readableBy('leader');
  });

  test('F4 overview, comparison and indicator agree figure by figure', () => {
    const whole = ofPeriod(leader.indicator);
    expect(whole.size).toBeGreaterThan(60);
    for (const way of ['overview', 'comparison'] as const) {
      expect(leader[way].size).toBeGreaterThan(10);
      for (const [key, text] of ofPeriod(leader[way])) expect([key, whole.get(key)]).toEqual([key, text]);
    }
  });

  test.each(roles.filter((role) => role !== 'leader'))('F4 as %s', async (role) => {
    const mine = await readableBy(role);
    expect(mine.overview).toEqual(leader.overview);
    if (mayDo('figures.read', role)) {
      expect(mine.comparison).toEqual(leader.comparison);
      expect(mine.indicator).toEqual(leader.indicator);
      return;
    }
    expect([mine.comparison.size, mine.indicator.size]).toEqual([0, 0]);
    // The city and the province are for everybody; a county's figure is not for administrators.
    expect([...mine.overview.keys()].map(countyOf).filter((unit) => unit !== null)).toEqual([]);
  });

  test('F4 the command line assesses the same ledger to the same figures', async () => {
    const { index, stores } = server.services;
    const file = join(await temporaryFolder(), 'ledger.csv');
    await writeFile(file, originalOf(await stores.observations.current({}), index));
    const data = (path: string): string => join(root, 'data', path);
    const files = [
      '--programme',
      data('programmes/shanwei-2025.json'),
      '--units',
      data('units/shanwei.json'),
    ];
    const told = await runProgram('cli', [
      'assess',
      ...files,
      '--observations',
      file,
      '--today',
      '2025-10-16',
      '--json',
    ]);
    expect(told.stderr).toBe('');
    const records: Readable = new Map();
    collect(told.json(), records);
    expect(ofPeriod(records)).toEqual(ofPeriod(leader.indicator));
  });

  test.each(roles)('F4 alerts as %s are of its scope and say what the pages say', async (role) => {
    const { data, status } = await personOf(role).tryQuery('alert.list', {});
    if (!mayDo('alert.read', role)) {
      expect(status).toBe(403);
      return;
    }
    const alerts = [...(data?.open ?? []), ...(data?.notices ?? []), ...(data?.closed ?? [])];
    expect(alerts.length).toBeGreaterThan(0);
    for (const alert of alerts) {
      if (role === 'county') expect(alert.unit).toBe(ownUnit);
      const key = [alert.indicator, alert.unit, alert.period, 'cumulative'].join(' ');
      if (alert.period === period)
        expect([key, alert.figures.rateText]).toEqual([key, leader.indicator.get(key)]);
    }
  });

  test('F4 templates show nothing but one’s own rows, and the event stream carries no figure', async () => {
    for (const role of ['statistician', 'county'] as const) {
      const { bytes } = await personOf(role).get('/api/templates/figures.xlsx?period=2025-Q3');
      const { sheets } = await readXlsx(bytes);
      const rows = sheets[0]?.rows.slice(1) ?? [];
      const units = new Set(rows.map((row) => row[1]));
      if (role === 'county') expect(units).toEqual(new Set(['陆丰市']));
      // The value before stands beside as a text; there is no cell that a sum would add.
      const cells = sheets.flatMap(({ rows: all }) => all.slice(1)).flat();
      expect(cells.length).toBeGreaterThan(10);
      expect(cells.filter((cell) => typeof cell === 'number')).toEqual([]);
    }
    const streams = await Promise.all(
      roles.filter((role) => mayDo('events.read', role)).map((role) => personOf(role).listen()),
    );
    server.services.events.published(server.services.events.publication);
    const events = await Promise.all(streams.map((stream) => stream.next()));
    for (const stream of streams) stream.close();
    for (const { data } of events) expect(Object.keys(data as object)).toEqual(['number']);
  });

  test('F4 what a file is told about other figures names none of another’s', async () => {
    const rows = [
      ['食品抽检合格率', '海丰县', period, 1, 1, ''],
      ['食品抽检合格率', '陆丰市', period, 'x', 1, ''],
    ] as const;
    const { submission } = await personOf('county').submit('errors.csv', aSheet(rows));
    const told = JSON.stringify(await personOf('county').query('submission.preview', { submission }));
    const theirs = await server.services.stores.observations.current({
      units: [otherUnit],
      indicators: ['food-pass-rate'],
    });
    expect(theirs.length).toBeGreaterThan(0);
    for (const { figure } of theirs) {
      if (figure.kind === 'counts')
        expect(told).not.toContain(`"passes":${figure.passes},"total":${figure.total}`);
    }
  });
});

describe('F5 caches are keyed by rights', () => {
  const questions = (['overview', 'comparison', 'indicator'] as const).map(
    (way) =>
      `/trpc/evaluation.${way}?input=${encodeURIComponent(
        JSON.stringify({
          basis: 'cumulative',
          ...(way === 'indicator' ? { indicator: 'food-pass-rate', unit: otherUnit } : {}),
        }),
      )}`,
  );
  const urls = [
    ...questions,
    '/trpc/programme.show',
    '/trpc/alert.list?input=%7B%7D',
    '/trpc/submission.history?input=%7B%7D',
  ];
  const pairs: readonly (readonly [Role, Role])[] = [
    ['leader', 'sysadmin'],
    ['county', 'reviewer'],
    ['statistician', 'auditor'],
  ];

  test.each(pairs)('F5 %s and %s ask the same addresses in turn, a thousand requests', async (one, other) => {
    // The number of a request differs each time.
    const plain = (text: string): string => text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'R');
    const bodyOf = async (
      role: Role,
      url: string,
      etag: string | null,
    ): Promise<readonly [number, string, string | null]> => {
      const headers: Record<string, string> = etag === null ? {} : { 'If-None-Match': etag };
      const {
        status,
        text,
        headers: told,
      } = await personOf(role).send({ method: 'GET', path: url, headers });
      return [status, plain(text), told.etag ?? null];
    };
    const expected = new Map<string, readonly [number, string, string | null]>();
    for (const url of urls)
      for (const role of [one, other]) expected.set(`${role} ${url}`, await bodyOf(role, url, null));
    for (let turn = 0; turn < 500; turn += 1) {
      const url = urls[turn % urls.length] ?? '';
      for (const [role, second] of [
        [one, other],
        [other, one],
      ] as const) {
        const right = expected.get(`${role} ${url}`);
        // Every third time with the mark of the other's answer: it must not open what is closed.
        const etag = turn % 3 === 0 ? (expected.get(`${second} ${url}`)?.[2] ?? null) : null;
        const found = await bodyOf(role, url, etag);
        if (etag !== null && etag === right?.[2]) expect([url, found[0]]).toEqual([url, 304]);
        else expect([url, ...found.slice(0, 2)]).toEqual([url, ...(right ?? []).slice(0, 2)]);
      }
    }
  });
});
