import { chainOf, emptyTrail, type HashText } from './canonical-entry';
import type { AuditBreak, AuditEntry, AuditHead } from './types';

/** Goes along the trail in order, an entry at a time, and stops at the first that is not what was written. */
export interface ChainCheck {
  /** False once the trail is found broken: there is no need to go on. */
  readonly take: (entry: AuditEntry) => boolean;
  /** After the last entry: null for a trail that is whole and fits every outside head. */
  readonly end: () => AuditBreak | null;
  readonly head: () => AuditHead;
}

/** Begins a check; `heads` are those that were written outside the database, in any order. */
export const checkChain = (heads: Iterable<AuditHead>, hash: HashText): ChainCheck => {
  const outside = [...heads].sort((one, other) => one.sequence - other.sequence);
  let next = 0;
  let sealed = 0;
  let head = emptyTrail;
  let found: AuditBreak | null = null;

  const broken = (kind: AuditBreak['kind'], sequence: number, until = sequence): false => {
    found ??= { kind, sequence, until };
    return false;
  };
  const fitsOutside = (): boolean => {
    for (let said = outside[next]; said?.sequence === head.sequence; said = outside[next]) {
      if (said.chain !== head.chain)
        return broken('rebuilt', Math.min(sealed + 1, said.sequence), said.sequence);
      sealed = said.sequence;
      next += 1;
    }
    return true;
  };

  fitsOutside();
  return {
    take: (entry) => {
      if (found !== null) return false;
      const due = head.sequence + 1;
      if (entry.sequence > due) return broken('missing', due);
      if (entry.sequence < due || chainOf(head.chain, entry, hash) !== entry.chain) {
        return broken('changed', entry.sequence);
      }
      head = { sequence: entry.sequence, chain: entry.chain };
      return fitsOutside();
    },
    end: () => {
      if (found === null && outside[next] !== undefined) broken('missing', head.sequence + 1);
      return found;
    },
    head: () => head,
  };
};
