import type { Instant } from '@zhibiao/shared/calendar';
import type { Refusal } from '@zhibiao/shared/result';
import type { AuditStore } from '../audit.store';
import { auditEntry, type Doer } from '../audit-entry';

/** Keeps every denied call in the audit trail, bounded so that a flood cannot fill the disk. */
export interface DenialLog {
  /** Never throws: a denial stands, whether or not it could be written down. */
  readonly record: (doer: Doer, denial: Denial) => Promise<void>;
  /** Writes down how many more there were in minutes that are over; `all` takes the present minute too. */
  readonly flush: (all?: boolean) => Promise<void>;
}

/** What was denied: a row of the table of operations, or the rule of the door that closed. */
export interface Denial {
  readonly operation: string;
  readonly refusal: Refusal;
}

/** What the log stands on. */
export interface DenialOptions {
  readonly audit: Pick<AuditStore, 'append'>;
  readonly now: () => Instant;
  /** Milliseconds of the clock that minutes are counted by. */
  readonly milliseconds: () => number;
  readonly failed: (error: unknown) => void;
}

/**
 * Written one by one: twenty a minute from one person or address, 120 in all. The rest is counted, and one entry
 * for each source says how many more (twenty sources, then one for all others): at most 141 entries a minute,
 * about 100 MB in a day of flood.
 */
const perSource = 20;
const inAll = 120;
const sourcesTold = 20;
const minute = 60_000;

interface Source {
  readonly doer: Doer;
  written: number;
  more: number;
}

/** Opens the log; `flush` is to be called every minute and at the end. */
export const denialLog = ({ audit, now, milliseconds, failed }: DenialOptions): DenialLog => {
  let window = 0;
  let written = 0;
  let sources = new Map<string, Source>();

  const append = (entries: Parameters<AuditStore['append']>[0]): Promise<void> =>
    entries.length === 0 ? Promise.resolve() : audit.append(entries).then(() => undefined, failed);

  const flush = (all = false): Promise<void> => {
    const present = Math.floor(milliseconds() / minute);
    if (!all && present === window) return Promise.resolve();
    const over = [...sources.values()].filter(({ more }) => more > 0).sort((a, b) => b.more - a.more);
    window = present;
    written = 0;
    sources = new Map();
    const rest = over.slice(sourcesTold);
    const told = over.slice(0, sourcesTold).map(({ doer, more }) => moreEntry(doer, now(), { more }));
    if (rest.length > 0) {
      const more = rest.reduce((sum, source) => sum + source.more, 0);
      told.push(moreEntry(nobody, now(), { more, sources: rest.length }));
    }
    return append(told);
  };

  const sourceOf = (doer: Doer): Source => {
    const own = doer.actor?.id ?? doer.address;
    // Whoever comes from ten thousand addresses is counted as one.
    const known = sources.has(own) || sources.size < mostSources;
    const key = known ? own : '';
    const source = sources.get(key) ?? { doer: known ? doer : nobody, written: 0, more: 0 };
    sources.set(key, source);
    return source;
  };

  return {
    flush,
    record: async (doer, { operation, refusal }) => {
      await flush();
      const source = sourceOf(doer);
      if (source.written >= perSource || written >= inAll) {
        source.more += 1;
        return;
      }
      source.written += 1;
      written += 1;
      const after = { refusal };
      await append([
        auditEntry(doer, now(), { event: 'access.denied', object: operation, outcome: 'refused', after }),
      ]);
    },
  };
};

const mostSources = 10_000;
const nobody: Doer = { actor: null, address: '', requestId: '' };

const moreEntry = (doer: Doer, at: Instant, after: { readonly more: number; readonly sources?: number }) =>
  auditEntry({ ...doer, requestId: '' }, at, {
    event: 'access.denied',
    outcome: 'refused',
    after,
  });
