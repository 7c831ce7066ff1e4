import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'vitest';
import { parseConfig, type Config } from '../config';
import { openInstance, type Instance } from '../open-instance';
import { aPerson } from './a-person';
import { aSheet, type SheetRow } from './a-sheet';
import { httpClient } from './http-client';
import { portOf, startProgram } from './run-program';
import { seededRandom } from '../storage/contract/seeded-random';
import { demonstrationFolder, root } from './start-test-server';
import { disagreementsIn } from '../cli/disagreements';

const indicators = [
  '食品抽检合格率',
  '制造业产品质量合格率',
  '农产品质量安全例行监测合格率',
  '水利工程质量抽检合格率',
];
const counties = ['城区', '海丰县', '陆丰市', '陆河县', '红海湾', '华侨管理区'];

/** Two thousand figures of 2000 to 2020; every round changes each of them. */
const rowsOf = (round: number): readonly SheetRow[] =>
  indicators.flatMap((indicator) =>
    counties.flatMap((unit) =>
      Array.from({ length: 84 }, (_, place): SheetRow => {
        const period = `${2000 + Math.floor(place / 4)}Q${1 + (place % 4)}`;
        return [indicator, unit, period, 900 + round, 1_000];
      }),
    ),
  );

/** Rows of each file. */
export const rows = rowsOf(0).length;

/** One start of the product that ends by being killed. */
interface Round {
  readonly folder: string;
  readonly number: number;
  /** What is killed; whatever comes before it is done first. */
  readonly act: 'approve' | 'publish';
  /** Milliseconds after the act began; null waits for its answer. */
  readonly milliseconds: number | null;
}

/** Starts the product, lets a reviewer approve the round's file or publish it, and kills it when told to. */
const actAndKill = async ({ folder, number: round, act, milliseconds }: Round) => {
  const program = startProgram('main', ['demonstration'], { PORT: '0', ZHIBIAO_DATA: folder });
  const port = await portOf(program);
  const client = httpClient(port);
  const signIn = async (id: string) => {
    const { answer } = await aPerson(client, port, '').tryChange('access.signIn', { id });
    return aPerson(client, port, answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '');
  };
  try {
    const person = await signIn('demo-statistician');
    const { submission } = await person.submit('a.csv', aSheet(rowsOf(round)));
    const seen = await person.query('submission.preview', { submission });
    await person.change('submission.submit', {
      submission,
      ledgerPosition: seen.ledgerPosition,
      reason: `第 ${round} 轮`,
      explanation: '崩溃试验',
    });
    const reviewer = await signIn('demo-reviewer');
    await reviewer.change('publication.take', { submission });
    const { preview } = await reviewer.query('publication.review', { submission });
    const ledgerPosition = preview?.ledgerPosition ?? 0;
    const approve = () =>
      reviewer.tryChange('publication.approve', { submission, ledgerPosition, opinion: '' });
    const approved = act === 'publish' ? (await approve()).data : null;
    const started = performance.now();
    const acted =
      act === 'approve'
        ? approve()
        : reviewer.tryChange('publication.publish', {
            note: `第 ${round} 轮`,
            reason: '崩溃试验',
            position: approved?.ledgerPosition ?? 0,
          });
    const committed = acted.then(({ status }) => status === 200).catch(() => false);
    if (milliseconds === null) await committed;
    else await delay(milliseconds);
    const took = performance.now() - started;
    program.child.kill('SIGKILL');
    await program.ended;
    return { submission, ledgerPosition, acknowledged: await committed, took };
  } finally {
    client.close();
    program.child.kill('SIGKILL');
  }
};

/** How many acts were wholly in after the restart, and how many wholly out. */
export interface Ends {
  readonly in: number;
  readonly out: number;
}

/** Kills approvals again and again on one folder, and holds what is there after each restart against what was before. */
export const killApprovals = async (times: number, seed: number): Promise<Ends> => {
  const folder = await demonstrationFolder();
  const config = parseConfig('demonstration', { ZHIBIAO_DATA: folder }, root);
  const random = seededRandom(seed);
  const whole = await actAndKill({ folder, number: 0, act: 'approve', milliseconds: null });
  expect(whole.acknowledged).toBe(true);
  const first = await openInstance(config, root, () => undefined);
  let verified = await first.storage.factsHash();
  await first.storage.close();

  const ends = { in: 0, out: 0 };
  for (let kill = 1; kill <= times; kill += 1) {
    const round = await actAndKill({
      folder,
      number: kill,
      act: 'approve',
      milliseconds: random() * whole.took * 1.2,
    });
    const instance = await openInstance(config, root, () => undefined);
    const isIn = await isWhollyIn(instance, round);
    ends[isIn ? 'in' : 'out'] += 1;
    if (round.acknowledged) expect(isIn).toBe(true);
    expect(await instance.storage.inspect()).toEqual([]);
    // What has not changed since it was verified need not be judged anew.
    const hash = await instance.storage.factsHash();
    if (isIn) expect(await disagreementsIn(instance)).toEqual([]);
    else expect(hash).toBe(verified);
    verified = hash;
    await instance.storage.close();
  }
  return ends;
};

/** The same with publications: each is a number higher with everything that belongs to it, or was never made. */
export const killPublications = async (times: number, seed: number): Promise<Ends> => {
  const folder = await demonstrationFolder();
  const config = parseConfig('demonstration', { ZHIBIAO_DATA: folder }, root);
  const random = seededRandom(seed);
  const whole = await actAndKill({ folder, number: 0, act: 'publish', milliseconds: null });
  expect(whole.acknowledged).toBe(true);

  const ends = { in: 0, out: 0 };
  for (let kill = 1; kill <= times; kill += 1) {
    const before = await inFolder(config, ({ storage }) => storage.stores.publications.newest());
    // What is not published waits for the next round, which then takes longer.
    const milliseconds = random() * whole.took * 3;
    const { acknowledged } = await actAndKill({ folder, number: kill, act: 'publish', milliseconds });
    await inFolder(config, async (instance) => {
      const { publications, observations } = instance.storage.stores;
      const newest = await publications.newest();
      const { position } = await observations.position();
      const isIn = newest?.position === position;
      ends[isIn ? 'in' : 'out'] += 1;
      if (acknowledged) expect(isIn).toBe(true);
      expect(newest?.number).toBe((before?.number ?? 0) + (isIn ? 1 : 0));
      // Sheets, alerts, hash and the entry of the trail: all of one publication, or of the one before.
      expect(await disagreementsIn(instance)).toEqual([]);
    });
  }
  return ends;
};

const inFolder = async <T>(config: Config, look: (instance: Instance) => Promise<T>): Promise<T> => {
  const instance = await openInstance(config, root, () => undefined);
  try {
    return await look(instance);
  } finally {
    await instance.storage.close();
  }
};

/** Whether every part of a submission is there; fails when some are and some are not. */
const isWhollyIn = async (
  { storage }: Instance,
  { submission, ledgerPosition }: Awaited<ReturnType<typeof actAndKill>>,
): Promise<boolean> => {
  const { submissions, observations, audit } = storage.stores;
  const record = await submissions.findOutside(submission);
  const key = record?.id ?? 0;
  const draft = await submissions.draft(key);
  const { position } = await observations.position();
  const current = await observations.current({
    toYear: 2020,
    units: ['441502'],
    indicators: ['food-pass-rate'],
  });
  const isIn = current.some((entry) => entry.submission === key);
  const acts = await audit.list({ limit: 20, events: ['submission.approve'] });
  const told = acts.some(({ object }) => object === `submission:${key}`);
  expect({ state: record?.state, hasDraft: draft !== null, told, position }).toEqual({
    state: isIn ? 'approved' : 'under-review',
    hasDraft: !isIn,
    told: isIn,
    position: ledgerPosition + (isIn ? rows : 0),
  });
  return isIn;
};
