import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { AuditEntry, AuditHead } from '@zhibiao/shared/access';
import type { AuditStore } from '../audit.store';
import { headIn } from './outside-heads';

/** Sends each entry on as a line of JSON, as soon as it is committed. */
export interface Forwarding {
  /** Entries up to this head are committed. Answers at once and never throws. */
  readonly note: (head: AuditHead) => void;
  /** Sends what is left, for a second at most. */
  readonly close: () => Promise<void>;
}

/** What forwarding needs. */
export interface ForwardOptions {
  /** A file or a named pipe that another program reads. */
  readonly file: string;
  readonly audit: Pick<AuditStore, 'after'>;
  /** Everything up to here was sent in an earlier run (`sentUpTo`). */
  readonly from: number;
  /** Told once when the target is lost, and once when it is back. */
  readonly changed: (state: 'lost' | 'back', error: unknown) => void;
}

const mostAtOnce = 200;
const patienceMilliseconds = 1_000;
const retryMilliseconds = 15_000;

/**
 * Reads the trail from where it was and writes on. Nobody waits for it: a target that is slow or gone is told of
 * once, and when it is back everything is sent that was committed meanwhile.
 */
export const forwardEntries = ({ file, audit, from, changed }: ForwardOptions): Forwarding => {
  let sent = from;
  let known = from;
  let rest: Buffer = Buffer.alloc(0);
  let isLost = false;
  let running: Promise<void> | null = null;
  let retry: NodeJS.Timeout | null = null;

  const lost = (error: unknown): void => {
    if (isLost) return;
    isLost = true;
    changed('lost', error);
  };
  const writeRest = async (handle: FileHandle): Promise<void> => {
    while (rest.length > 0) {
      const { bytesWritten } = await handle.write(rest);
      rest = rest.subarray(bytesWritten);
    }
  };
  const pump = async (): Promise<void> => {
    const handle = await open(file, writing, 0o600);
    try {
      await writeRest(handle);
      while (sent < known) {
        const entries = await audit.after(sent, mostAtOnce);
        for (const entry of entries) {
          rest = Buffer.from(lineOf(entry));
          sent = entry.sequence;
          await writeRest(handle);
        }
        if (entries.length === 0) break;
      }
    } finally {
      await handle.close();
    }
    if (!isLost) return;
    isLost = false;
    changed('back', null);
  };
  const begin = (): void => {
    if (retry !== null) clearTimeout(retry);
    retry = null;
    if (running !== null) return;
    const late = setTimeout(() => lost(new Error('the target takes no line')), patienceMilliseconds);
    late.unref();
    running = pump()
      .catch((error: unknown) => {
        lost(error);
        retry = setTimeout(begin, retryMilliseconds);
        retry.unref();
      })
      .finally(() => {
        clearTimeout(late);
        running = null;
        // What was committed after the last look.
        if (!isLost && sent < known) begin();
      });
  };

  return {
    note: ({ sequence }) => {
      known = sequence;
      begin();
    },
    close: async () => {
      const ended = running ?? Promise.resolve();
      await Promise.race([ended, delay(patienceMilliseconds, undefined, { ref: false })]);
      if (retry !== null) clearTimeout(retry);
    },
  };
};

// A named pipe that nobody reads must not hold a thread: opening and writing then fail at once.
const writing = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NONBLOCK;

// JSON may hold two characters that end a line for some readers; old entries were not cleaned.
const lineOf = (entry: AuditEntry): string =>
  `${JSON.stringify(entry).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}\n`;

const tailBytes = 262_144;

/**
 * Up to where a file of forwarded entries goes on with this trail; null for a file that is not there, is no plain
 * file, or tells of another trail.
 */
export const sentUpTo = async (file: string, audit: Pick<AuditStore, 'after'>): Promise<number | null> => {
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK).catch(() => null);
  if (handle === null) return null;
  try {
    const { size } = await handle.stat();
    const bytes = Buffer.alloc(Math.min(size, tailBytes));
    await handle.read(bytes, 0, bytes.length, size - bytes.length);
    const last = bytes
      .toString('utf8')
      .split('\n')
      .flatMap((line) => headIn(line) ?? [])
      .at(-1);
    if (last === undefined) return null;
    const [entry] = await audit.after(last.sequence - 1, 1);
    return entry?.sequence === last.sequence && entry.chain === last.chain ? last.sequence : null;
  } finally {
    await handle.close();
  }
};
