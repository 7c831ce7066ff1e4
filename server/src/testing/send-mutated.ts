import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect } from 'vitest';
import { parsePeriod } from '@zhibiao/shared/calendar';
import { outcomeOf } from '@zhibiao/shared/submission';
import { statistician } from '../documents/a-reader.fixture';
import type { Person } from './a-person';
import { filesToMutate, mutatedFile, type MutatedFile } from './mutated-file';
import { startTestServer, type TestServer } from './start-test-server';

/** How many files, and which of them. */
export interface MutatedRun {
  readonly seed: number;
  /** Files for the server's reader: every one is answered, none is stored. */
  readonly read: number;
  /** Files on the whole way of a page: upload, preview, an attempt to hand in what was refused. */
  readonly sent: number;
}

/** What became of them. */
export interface MutatedTally {
  /** Files by outcome, or by the code of the refusal. */
  readonly counts: ReadonlyMap<string, number>;
  readonly longestMs: number;
  readonly longestHow: string;
  /** Highest resident memory of the whole process, MB, seen after a file. */
  readonly peakMb: number;
  readonly startMb: number;
}

/** Nothing takes longer than this, milliseconds (reliability.md A12). */
export const longestAnswer = 10_000;

/**
 * Sends damaged files to a running server and holds what must hold of each: an answer in time, no fault, whole figures
 * only among the good rows, and not one row changed in any table but those that remember the upload itself.
 */
export const sendMutated = async ({ seed, read, sent }: MutatedRun): Promise<MutatedTally> => {
  let minutes = 0;
  // A minute a call: the limits per minute have tests of their own.
  const server = await startTestServer({ milliseconds: () => (minutes += 61_000) });
  const person = await server.signIn('demo-statistician');
  const files = await filesToMutate();
  const tally = { counts: new Map<string, number>(), longestMs: 0, longestHow: '', peakMb: 0 };
  const startMb = residentMb();
  const before = storedRows(server.folder);
  const take = async (number: number, answer: (file: MutatedFile) => Promise<string>): Promise<void> => {
    const file = mutatedFile(files, seed, number);
    const began = performance.now();
    const outcome = await answer(file).catch((error: unknown) => {
      throw new Error(`file ${file.how}`, { cause: error });
    });
    const took = performance.now() - began;
    expect(took, file.how).toBeLessThan(longestAnswer);
    tally.counts.set(outcome, (tally.counts.get(outcome) ?? 0) + 1);
    tally.peakMb = Math.max(tally.peakMb, residentMb());
    if (took > tally.longestMs) Object.assign(tally, { longestMs: took, longestHow: file.how });
  };
  for (let number = 0; number < read; number += 1) await take(number, (file) => readOne(server, file));
  for (let number = read; number < read + sent; number += 1) {
    await take(number, (file) => sendOne(person, file));
    expect(storedRows(server.folder), `stored by ${seed}/${number}`).toBe(before);
  }
  expect(storedRows(server.folder)).toBe(before);
  expect(await server.instance.storage.inspect()).toEqual([]);
  await server.stop();
  return { ...tally, startMb };
};

const readOne = async ({ services }: TestServer, { name, bytes }: MutatedFile): Promise<string> => {
  const answer = await services.reader.read({ name, bytes, today: '2025-10-16', actor: statistician });
  if (!answer.ok) return answer.refusal.code;
  const { submission } = answer.value;
  for (const { indicator, unit, period, figure } of submission.rows) {
    expect(services.index.indicator(indicator)).toBeDefined();
    expect(services.index.unit(unit)).toBeDefined();
    expect(parsePeriod(period)).not.toBeNull();
    if (figure?.kind !== 'counts') continue;
    expect(Number.isSafeInteger(figure.passes) && Number.isSafeInteger(figure.total)).toBe(true);
    expect(figure.passes >= 0 && figure.passes <= figure.total).toBe(true);
  }
  return outcomeOf(submission);
};

const sendOne = async (person: Person, { name, bytes }: MutatedFile): Promise<string> => {
  const { submission, fileRefusal } = await person.submit(name, bytes);
  const { outcome, ledgerPosition } = await person.query('submission.preview', { submission });
  if (outcome.startsWith('reject')) {
    const said = { submission, ledgerPosition, reason: 'x', explanation: 'x' };
    const { status } = await person.tryChange('submission.submit', said);
    expect(status).toBe(409);
  }
  return fileRefusal?.code ?? outcome;
};

/** What an upload may add to: its own record, the trail, and who is signed in. */
const ofTheUpload = /^(?:submission|submission_draft|audit_.*|session.*|sqlite_.*)$/;

/** SHA-256 over every row of every other table. */
const storedRows = (folder: string): string => {
  const database = new Sqlite(join(folder, 'zhibiao.sqlite'), { readonly: true, fileMustExist: true });
  try {
    const hash = createHash('sha256');
    const tables = database
      .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .all()
      .filter(({ name }) => !ofTheUpload.test(name));
    expect(tables.length).toBeGreaterThan(10);
    for (const { name } of tables) {
      hash.update(`\n${name}\n`);
      for (const row of database.prepare(`SELECT * FROM "${name}" ORDER BY 1, 2`).raw().iterate())
        hash.update(`${JSON.stringify(row)}\n`);
    }
    return hash.digest('hex');
  } finally {
    database.close();
  }
};

const residentMb = (): number => Math.round(process.memoryUsage.rss() / 1024 / 1024);
