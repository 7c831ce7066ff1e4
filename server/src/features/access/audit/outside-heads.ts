import { appendFile, mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { AuditHead } from '@zhibiao/shared/access';
import type { Instant } from '@zhibiao/shared/calendar';
import { systemCode } from '../../../operator-problem';

/** Why a head was written down: the program began or ended, entries came, or a day went by. */
export type HeadReason = 'start' | 'stop' | 'entries' | 'daily';

/** Heads of the audit trail, written to a file outside the database that only ever grows. */
export interface OutsideHeads {
  /** Writes one line and sees it on disk; throws when it cannot. */
  readonly write: (head: AuditHead, reason: HeadReason) => Promise<void>;
  /** Entries were committed: their head is written at once, but at most one line a second. Never throws. */
  readonly note: (head: AuditHead) => void;
  /** Writes what is still to be written, and a last line. Never throws. */
  readonly close: () => Promise<void>;
}

/** What keeping heads needs; `failed` is told when a line could not be written while the program runs. */
export interface HeadsOptions {
  readonly file: string;
  readonly now: () => Instant;
  readonly failed: (error: unknown) => void;
}

const betweenLines = 1_000;
const betweenLooks = 3_600_000;

/**
 * Keeps the heads: at start, at stop, within a second of every entry, and each day in which nothing happened.
 * Whoever can change the database still has to change this file, which may lie on another disk.
 */
export const outsideHeads = ({ file, now, failed }: HeadsOptions): OutsideHeads => {
  let line: Promise<void> = Promise.resolve();
  let newest: AuditHead | null = null;
  let pending: NodeJS.Timeout | null = null;
  let written = Number.NEGATIVE_INFINITY;
  let day = '';

  const write = (head: AuditHead, reason: HeadReason): Promise<void> => {
    const at = now();
    const text = `${JSON.stringify({ sequence: head.sequence, chain: head.chain, at, reason })}\n`;
    newest = head;
    day = at.slice(0, 10);
    written = performance.now();
    const task = line.then(() => appendDurably(file, text));
    line = task.catch(() => undefined);
    return task;
  };
  const writeNewest = (reason: HeadReason): Promise<void> => {
    if (pending !== null) clearTimeout(pending);
    pending = null;
    return newest === null ? Promise.resolve() : write(newest, reason).catch(failed);
  };

  const daily = setInterval(() => {
    if (now().slice(0, 10) !== day) void writeNewest('daily');
  }, betweenLooks);
  daily.unref();

  return {
    write,
    note: (head) => {
      newest = head;
      if (pending !== null) return;
      const wait = written + betweenLines - performance.now();
      if (wait <= 0) void writeNewest('entries');
      else pending = setTimeout(() => void writeNewest('entries'), wait);
      pending?.unref();
    },
    close: () => {
      clearInterval(daily);
      return writeNewest('stop');
    },
  };
};

const appendDurably = async (file: string, text: string): Promise<void> => {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.appendFile(text);
    await handle.datasync();
  } finally {
    await handle.close();
  }
};

/** Ends a line that a crash left half written, so that the next one stands by itself. */
export const endTornLine = async (file: string): Promise<void> => {
  const text = await textOf(file);
  if (text !== null && text !== '' && !text.endsWith('\n')) await appendFile(file, '\n');
};

/** The heads of a file, oldest first; null when there is no such file. Lines that are no head are left out. */
export const readHeads = async (file: string): Promise<readonly AuditHead[] | null> => {
  const text = await textOf(file);
  return text === null ? null : text.split('\n').flatMap((line) => headIn(line) ?? []);
};

/** The head that a line of JSON tells of; null for any other line. */
export const headIn = (line: string): AuditHead | null => {
  try {
    const json: unknown = JSON.parse(line);
    if (typeof json !== 'object' || json === null) return null;
    const sequence: unknown = Reflect.get(json, 'sequence');
    const chain: unknown = Reflect.get(json, 'chain');
    return typeof sequence === 'number' &&
      Number.isSafeInteger(sequence) &&
      sequence >= 0 &&
      typeof chain === 'string'
      ? { sequence, chain }
      : null;
  } catch {
    // Cut short by a crash.
    return null;
  }
};

const textOf = (file: string): Promise<string | null> =>
  readFile(file, 'utf8').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  });
