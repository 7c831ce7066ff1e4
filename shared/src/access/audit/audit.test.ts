import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  canonicalEntry,
  chainOf,
  checkChain,
  cleanEntry,
  emptyTrail,
  type AuditEntry,
  type AuditHead,
  type NewAuditEntry,
} from '.';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const anEntry = (parts: Partial<NewAuditEntry> = {}): NewAuditEntry => ({
  at: '2025-10-16T02:03:10.000Z',
  actor: { id: 'demo-reviewer', role: 'reviewer', name: { zh: '审核员', en: 'Reviewer' } },
  ip: '127.0.0.1',
  session: 'ba7816bf8f01',
  event: 'submission.commit',
  object: 'submission:12',
  outcome: 'done',
  before: null,
  after: '{"position":4711}',
  requestId: 'r-5f3a',
  ...parts,
});

const trailOf = (entries: readonly NewAuditEntry[]): AuditEntry[] => {
  let previous = emptyTrail.chain;
  return entries.map((entry, place) => {
    const numbered = { ...entry, sequence: place + 1 };
    previous = chainOf(previous, numbered, sha256);
    return { ...numbered, chain: previous };
  });
};

const five = (): AuditEntry[] => trailOf([1, 2, 3, 4, 5].map((n) => anEntry({ object: `submission:${n}` })));
const headOf = ({ sequence, chain }: AuditEntry): AuditHead => ({ sequence, chain });

const found = (trail: readonly AuditEntry[], heads: readonly AuditHead[] = []) => {
  const check = checkChain(heads, sha256);
  for (const entry of trail) check.take(entry);
  return check.end();
};

const at = (trail: readonly AuditEntry[], place: number): AuditEntry => {
  const entry = trail[place];
  if (entry === undefined) throw new Error(`no entry at ${place}`);
  return entry;
};

describe('the canonical text of an entry', () => {
  test('is one line of JSON with every field in fixed order', () => {
    expect(canonicalEntry({ ...anEntry(), sequence: 7 })).toBe(
      '[1,7,"2025-10-16T02:03:10.000Z","demo-reviewer","reviewer","审核员","Reviewer","127.0.0.1","ba7816bf8f01",' +
        '"submission.commit","submission:12","done",null,"{\\"position\\":4711}","r-5f3a"]',
    );
  });

  test('differs when any field differs, and when text moves from one field to the next', () => {
    const texts = [
      anEntry(),
      anEntry({ at: '2025-10-16T02:03:10.001Z' }),
      anEntry({ actor: null }),
      anEntry({ ip: '' }),
      anEntry({ session: '' }),
      anEntry({ event: 'submission.commits', object: 'ubmission:12' }),
      anEntry({ object: '' }),
      anEntry({ outcome: 'failed' }),
      anEntry({ before: 'null' }),
      anEntry({ after: null }),
      anEntry({ requestId: '' }),
    ].map((entry) => canonicalEntry({ ...entry, sequence: 7 }));
    expect(new Set(texts).size).toBe(texts.length);
  });

  test('the chain is SHA-256 over the chain before, a line feed and the text: published form, recomputed by hand', () => {
    const [first] = five();
    if (first === undefined) throw new Error('no entry');
    expect(first.chain).toBe(sha256(`${'0'.repeat(64)}\n${canonicalEntry(first)}`));
  });
});

describe('I7: an entry as it may be kept', () => {
  const hostile = 'a\r\nb\u001b[31mc\u2028d\u2029e\u202Ef\u0000g\u0085h\uFEFFi\uD800j';

  test('is one line, whatever was typed into any field', () => {
    const entry = cleanEntry(
      anEntry({
        actor: { id: hostile, role: 'county', name: { zh: hostile, en: hostile } },
        ip: hostile,
        session: hostile,
        event: hostile,
        object: hostile,
        before: JSON.stringify({ [hostile]: [hostile] }),
        after: JSON.stringify(hostile),
        requestId: hostile,
      }),
    );
    const text = `${JSON.stringify(entry)}${entry.before}${entry.after}`;
    expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    expect(entry.object).toBe(
      'a\\u000d\\u000ab\\u001b[31mc\\u2028d\\u2029e\\u202ef\\u0000g\\u0085h\\ufeffi\\ud800j',
    );
    expect(JSON.parse(entry.after ?? '')).toBe(entry.object);
  });

  test('cuts a name of a megabyte with a mark that says how much is gone', () => {
    const name = 'x'.repeat(1_000_000);
    const { object, after } = cleanEntry(anEntry({ object: name, after: JSON.stringify({ name }) }));
    expect(object).toBe(`${'x'.repeat(200)}…[+999800]`);
    expect(JSON.parse(after ?? '')).toEqual({ name: `${'x'.repeat(2000)}…[+998000]` });
    const rows = Array.from({ length: 1000 }, () => 'y'.repeat(1000));
    const cut = JSON.parse(cleanEntry(anEntry({ after: JSON.stringify(rows) })).after ?? '') as {
      cut: number;
    };
    expect(cut.cut).toBeGreaterThan(1_000_000);
  });

  test('blots out what is named like a secret, and keeps settings about passwords', () => {
    const { after } = cleanEntry(
      anEntry({
        after: JSON.stringify({
          newPassword: 'a',
          nested: [{ totpSecret: 'b', sessionToken: 'c' }],
          passwordProfile: 'asvs',
          passes: 5,
        }),
      }),
    );
    expect(JSON.parse(after ?? '')).toEqual({
      newPassword: '***',
      nested: [{ totpSecret: '***', sessionToken: '***' }],
      passwordProfile: 'asvs',
      passes: 5,
    });
  });

  test('cleaning twice is cleaning once, and what is clean stays as it is', () => {
    const entry = cleanEntry(anEntry({ object: hostile }));
    expect(cleanEntry(entry)).toEqual(entry);
    expect(cleanEntry(anEntry())).toEqual(anEntry());
  });
});

describe('checking the trail', () => {
  test('a trail that is whole is whole, with and without outside heads', () => {
    const trail = five();
    expect(found(trail)).toBeNull();
    expect(found(trail, [emptyTrail, ...trail.map(headOf), headOf(at(trail, 2))])).toBeNull();
    expect(found([])).toBeNull();
  });

  test.each([0, 1, 2, 3, 4])('a changed value at place %i is named', (place) => {
    const trail = five();
    trail[place] = { ...at(trail, place), outcome: 'refused' };
    expect(found(trail)).toEqual({ kind: 'changed', sequence: place + 1, until: place + 1 });
  });

  test('an entry taken out of the middle or the beginning is missing', () => {
    const trail = five();
    expect(found(trail.filter(({ sequence }) => sequence !== 3))).toMatchObject({
      kind: 'missing',
      sequence: 3,
    });
    expect(found(trail.slice(1))).toMatchObject({ kind: 'missing', sequence: 1 });
  });

  test('an entry put in, with the later ones renumbered, is named', () => {
    const trail = five();
    const put = { ...at(trail, 2), object: 'submission:99' };
    const later = trail.slice(2).map((entry) => ({ ...entry, sequence: entry.sequence + 1 }));
    expect(found([...trail.slice(0, 2), put, ...later])).toMatchObject({ kind: 'changed', sequence: 3 });
  });

  test('two entries that changed places are named at the first', () => {
    const trail = five();
    const swapped = [
      at(trail, 0),
      { ...at(trail, 2), sequence: 2 },
      { ...at(trail, 1), sequence: 3 },
      ...trail.slice(3),
    ];
    expect(found(swapped)).toMatchObject({ kind: 'changed', sequence: 2 });
  });

  test('a tail that was cut fits by itself, and an outside head says what is missing', () => {
    const trail = five();
    expect(found(trail.slice(0, 3))).toBeNull();
    expect(found(trail.slice(0, 3), trail.map(headOf))).toEqual({ kind: 'missing', sequence: 4, until: 4 });
    expect(found([], [headOf(at(trail, 4))])).toMatchObject({ kind: 'missing', sequence: 1 });
  });

  test('a chain made anew fits by itself, and the outside heads say between which entries it was changed', () => {
    const trail = five();
    const rebuilt = trailOf(
      trail.map((entry) => (entry.sequence === 3 ? { ...entry, ip: '10.0.0.9' } : entry)),
    );
    expect(found(rebuilt)).toBeNull();
    expect(found(rebuilt, [headOf(at(trail, 1)), headOf(at(trail, 4))])).toEqual({
      kind: 'rebuilt',
      sequence: 3,
      until: 5,
    });
  });
});
