import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { parseConfig } from '../config';
import { openInstance, type Instance } from '../open-instance';
import { aPerson } from '../testing/a-person';
import { aSheet, type SheetRow } from '../testing/a-sheet';
import { httpClient } from '../testing/http-client';
import { portOf, startProgram } from '../testing/run-program';
import { seededRandom } from '../storage/contract/seeded-random';
import { demonstrationFolder, root } from '../testing/start-test-server';
import { disagreementsIn } from './disagreements';

const kills = 20;
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

const rows = rowsOf(0).length;

/** Starts the product, lets a reviewer approve the round's file, and kills it when told to. */
const approveAndKill = async (folder: string, round: number, milliseconds: number | null) => {
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
    const started = performance.now();
    const committed = reviewer
      .tryChange('publication.approve', { submission, ledgerPosition, opinion: '' })
      .then(({ status }) => status === 200)
      .catch(() => false);
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

interface Ends {
  readonly in: number;
  readonly out: number;
}

/** Kills again and again on one folder, and holds what is there after each restart against what was before. */
const killOften = async (times: number, seed: number): Promise<Ends> => {
  const folder = await demonstrationFolder();
  const config = parseConfig('demonstration', { ZHIBIAO_DATA: folder }, root);
  const random = seededRandom(seed);
  const whole = await approveAndKill(folder, 0, null);
  expect(whole.acknowledged).toBe(true);
  const first = await openInstance(config, root, () => undefined);
  let verified = await first.storage.factsHash();
  await first.storage.close();

  const ends = { in: 0, out: 0 };
  for (let kill = 1; kill <= times; kill += 1) {
    const round = await approveAndKill(folder, kill, random() * whole.took * 1.2);
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

/** Whether every part of a submission is there; fails when some are and some are not. */
const isWhollyIn = async (
  { storage }: Instance,
  { submission, ledgerPosition }: Awaited<ReturnType<typeof approveAndKill>>,
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

test(`killed with -9 at ${kills} moments of an approval of ${rows} rows, the submission is wholly in or wholly out`, async () => {
  expect(rows).toBeGreaterThanOrEqual(2_000);
  const [one, two] = await Promise.all([killOften(kills / 2, 20251016), killOften(kills / 2, 441500)]);
  // Kills before the approval began to write, or after it had ended, would prove nothing.
  expect(one.out + two.out).toBeGreaterThan(2);
  expect(one.in + two.in).toBeGreaterThan(0);
}, 300_000);
