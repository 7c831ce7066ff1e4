import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { checkChain, type AuditEntry, type AuditVerdict } from '@zhibiao/shared/access';
import type { AuditStore } from '../audit.store';
import { readHeads } from './outside-heads';

const entriesBetweenTurns = 500;

/** SHA-256 of a text, as the chain uses it. */
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Goes along the whole trail and holds it against the heads outside the database; the first bad entry is named.
 * Other work runs in between. May run beside a server that goes on writing.
 */
export const verifyAudit = async (
  audit: Pick<AuditStore, 'after'>,
  headsFile: string,
): Promise<AuditVerdict> => {
  // Heads first: a head is written after its entry was committed, so whatever is read now is there below.
  const heads = await readHeads(headsFile);
  const check = checkChain(heads ?? [], sha256);
  let whole = true;
  let page: readonly AuditEntry[] = [];
  let last: AuditEntry | undefined;
  do {
    page = await audit.after(last?.sequence ?? 0, entriesBetweenTurns);
    for (const entry of page) whole &&= check.take(entry);
    last = page.at(-1) ?? last;
    await nextTurn();
  } while (whole && page.length === entriesBetweenTurns);

  const found = check.end();
  if (found !== null) return { kind: 'broken', found, entry: await told(audit, found.sequence) };
  const { sequence, chain } = check.head();
  if ((heads === null || heads.length === 0) && sequence > 0)
    return { kind: 'heads-missing', entries: sequence };
  return { kind: 'whole', entries: sequence, heads: heads?.length ?? 0, chain };
};

const told = async (audit: Pick<AuditStore, 'after'>, sequence: number) => {
  const [entry] = await audit.after(sequence - 1, 1);
  return entry?.sequence === sequence ? { at: entry.at, event: entry.event } : null;
};
