import type { AuditEntry, AuditHead } from './types';

/**
 * The text of an entry that its chain seals: one line of JSON, a list that begins with the number of this form,
 * then every field in fixed order. Two entries have the same text only when they are the same. A field is never
 * added to this form: it would get the next number.
 */
export const canonicalEntry = (entry: Omit<AuditEntry, 'chain'>): string =>
  JSON.stringify([
    1,
    entry.sequence,
    entry.at,
    entry.actor?.id ?? null,
    entry.actor?.role ?? null,
    entry.actor?.name.zh ?? null,
    entry.actor?.name.en ?? null,
    entry.ip,
    entry.session,
    entry.event,
    entry.object,
    entry.outcome,
    entry.before,
    entry.after,
    entry.requestId,
  ]);

/** Answers the hash of a text in hexadecimal digits; handed in, for hashing is the machine's business. */
export type HashText = (text: string) => string;

/** The chain of an entry: hash of the chain before it, a line feed, and its canonical text. */
export const chainOf = (previous: string, entry: Omit<AuditEntry, 'chain'>, hash: HashText): string =>
  hash(`${previous}\n${canonicalEntry(entry)}`);

/** What the first entry is chained to: the head of an empty trail. */
export const emptyTrail: AuditHead = { sequence: 0, chain: '0'.repeat(64) };
