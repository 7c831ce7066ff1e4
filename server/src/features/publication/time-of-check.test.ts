import type { Grant } from '@zhibiao/shared/access';
import { ok } from '@zhibiao/shared/result';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../../testing/a-person';
import { aSheet } from '../../testing/a-sheet';
import { approveAs } from '../../testing/approve';
import { goodPassword, liveInstance, type LiveInstance } from '../../testing/live-instance';
import { publishDue } from './plan-publication';

let live: LiveInstance;
let rita: Person;
let made = 0;

const county = (unit: string): Grant => ({ role: 'county', departments: [], unit });

beforeAll(async () => {
  live = await liveInstance({ settings: { ZHIBIAO_CALLS_PER_MINUTE: '1000000' } });
  await live.someone('rita', ['reviewer']);
});
beforeEach(async () => {
  rita = await as('rita');
});

const as = async (name: string): Promise<Person> => {
  const { status, person, answer } = await live.enter(name, goodPassword);
  if (status !== 200) throw new Error(answer.text);
  return person;
};

/** Somebody new with these rights, signed in. */
const newcomer = async (grants: Parameters<LiveInstance['someone']>[1]) => {
  made += 1;
  const name = `person${made}`;
  const id = await live.someone(name, grants);
  return { id, name, person: await as(name) };
};

/** A file of 陆丰市 that its author has seen in preview and not yet submitted. */
const previewed = async (author: Person) => {
  const sheet = aSheet([
    ['食品抽检合格率', '陆丰市', `${2000 + (made % 20)}Q${1 + (made % 4)}`, 97, 100 + made],
  ]);
  const { submission } = await author.submit('a.csv', sheet);
  const { ledgerPosition } = await author.query('submission.preview', { submission });
  return { submission, ledgerPosition, reason: 'x', explanation: 'x' };
};

const submitted = async () => {
  const { person } = await newcomer([county('441581')]);
  const asked = await previewed(person);
  await person.change('submission.submit', asked);
  return asked.submission;
};

const stateOf = async (submission: string) =>
  (await live.server.services.stores.submissions.findOutside(submission))?.state;

/** Every way in which a right ends, by whoever may end it. */
const endings: readonly (readonly [string, (who: { id: string; person: Person }) => Promise<unknown>])[] = [
  ['the right is taken away', ({ id }) => live.grant(id, [])],
  ['the role is changed', ({ id }) => live.grant(id, ['leader'])],
  ['the account is locked out', ({ id }) => live.sysadmin.change('account.enable', { id, enabled: false })],
  ['the sessions are ended', ({ id }) => live.secadmin.change('account.endSessions', { id })],
  ['they sign out elsewhere', ({ person }) => person.change('access.signOut')],
];

describe('F10 a right is asked for when it is used, not when the page was opened', () => {
  test.each(endings)('F10 between preview and submitting: %s', async (_, end) => {
    const who = await newcomer([county('441581')]);
    const asked = await previewed(who.person);
    const before = await live.server.factsHash();
    await end(who);
    const { status, refusal } = await who.person.tryChange('submission.submit', asked);
    expect([status, refusal?.code]).toEqual([401, 'access.not-signed-in']);
    expect([await stateOf(asked.submission), await live.server.factsHash()]).toEqual(['draft', before]);
  });

  test.each(endings)('F10 between opening a review and approving: %s', async (_, end) => {
    const submission = await submitted();
    const who = await newcomer(['reviewer']);
    await who.person.change('publication.take', { submission });
    const { preview } = await who.person.query('publication.review', { submission });
    const before = await live.server.factsHash();
    await end(who);
    const asked = { submission, ledgerPosition: preview?.ledgerPosition ?? 0, opinion: '' };
    expect((await who.person.tryChange('publication.approve', asked)).status).toBe(401);
    expect(
      (await who.person.tryChange('publication.return', { submission, reason: 'x', cells: [] })).status,
    ).toBe(401);
    expect([await stateOf(submission), await live.server.factsHash()]).toEqual(['under-review', before]);
  });

  test.each(endings)('F10 between opening the versions and publishing: %s', async (_, end) => {
    await approveAs(rita, await submitted());
    const who = await newcomer(['reviewer']);
    const { position } = await who.person.query('publication.preview');
    const before = await live.server.factsHash();
    await end(who);
    const asked = { note: '发布', reason: '更正', position };
    expect((await who.person.tryChange('publication.publish', asked)).status).toBe(401);
    expect(await live.server.factsHash()).toBe(before);
  });

  test('F10 when the time of the session is over between preview and submitting', async () => {
    const other = await liveInstance();
    await other.someone('anna', [county('441581')]);
    const { person } = await other.enter('anna', goodPassword);
    const asked = await previewed(person);
    const before = await other.server.factsHash();
    other.clock.move(31);
    expect((await person.tryChange('submission.submit', asked)).status).toBe(401);
    expect(await other.server.factsHash()).toBe(before);
  });

  test('F10 rows that have left the author’s scope since the preview are refused, signed in again or not', async () => {
    const { id, name, person } = await newcomer([county('441581')]);
    const asked = await previewed(person);
    const before = await live.server.factsHash();
    await live.grant(id, [county('441521')]);
    const { status, refusal } = await (await as(name)).tryChange('submission.submit', asked);
    expect([status, refusal?.code]).toEqual([403, 'access.outside-scope']);
    expect([await stateOf(asked.submission), await live.server.factsHash()]).toEqual(['draft', before]);
  });
});

describe('F10 a request that has passed the door and waits its turn', () => {
  /** Takes the right away in a transaction, at a moment when the request waits behind it. */
  const whileWaiting = async <T>(id: string, ask: () => Promise<T>): Promise<T> => {
    const { stores } = live.server.services;
    const { asked } = await new Promise<{ asked: Promise<T> }>((resolve, reject) => {
      stores
        .transaction(async (within) => {
          const asked = ask();
          // What the door remembers still lets the request in: only the transaction can know better.
          await within.sessions.deleteOf(id);
          resolve({ asked });
          return ok(null);
        })
        .catch(reject);
    });
    return asked;
  };

  test('F10 submits, approves, returns, publishes and plans nothing', async () => {
    const author = await newcomer([county('441581')]);
    const asked = await previewed(author.person);
    const first = await whileWaiting(author.id, () => author.person.tryChange('submission.submit', asked));
    expect([first.status, await stateOf(asked.submission)]).toEqual([401, 'draft']);

    const submission = await submitted();
    const decision = { submission, reason: 'x', cells: [], opinion: '', note: 'x' };
    const acts = [
      ['publication.take', { submission }],
      ['publication.return', { submission, reason: 'x', cells: [] }],
      ['publication.plan', { plannedFor: '2026-02-01T00:00:00.000Z', note: decision.note, reason: '' }],
      ['publication.publish', { note: 'x', reason: 'x', position: await position() }],
      ['publication.approve', { submission, ledgerPosition: await position(), opinion: '' }],
    ] as const;
    for (const [path, input] of acts) {
      if (path === 'publication.return') await rita.change('publication.take', { submission });
      const who = await newcomer(['reviewer']);
      const before = [await stateOf(submission), await live.server.factsHash()];
      const { status } = await whileWaiting(who.id, () => who.person.tryChange(path, input));
      expect([path, status]).toEqual([path, 401]);
      expect([await stateOf(submission), await live.server.factsHash()]).toEqual(before);
    }
  });

  const position = async () => (await live.server.services.stores.observations.position()).position;
});

describe('F10 what runs on when nobody is asking', () => {
  test('F10 a planned publication is not made for somebody who may not publish any more', async () => {
    await approveAs(rita, await submitted());
    const { stores, index } = live.server.services;
    const at = '2026-03-01T01:00:00.000Z';
    const due = publishDue({ stores, index, clock: { now: () => at, today: () => at.slice(0, 10) } });
    for (const end of [
      (id: string) => live.sysadmin.change('account.enable', { id, enabled: false }),
      (id: string) => live.grant(id, ['leader']),
    ]) {
      const { id, person } = await newcomer(['reviewer']);
      await person.change('publication.plan', { plannedFor: at, note: '定时', reason: '更正' });
      await end(id);
      const before = await live.server.factsHash();
      expect(await due()).toBeNull();
      expect(await live.server.factsHash()).toBe(before);
      expect(await stores.publications.openPlan()).toBeNull();
      const [told] = await stores.audit.list({ limit: 1, events: ['publication.publish'] });
      expect([told?.outcome, told?.after]).toEqual(['refused', '{"refusal":"access.not-allowed"}']);
    }
  });

  test('F10 a long export breaks off when the right ends, and is not taken for a whole one', async () => {
    const { stores } = live.server.services;
    const entry = {
      at: live.clock.now(),
      actor: null,
      ip: '',
      session: '',
      event: 'system.start',
      object: 'x'.repeat(4_000),
      outcome: 'done' as const,
      before: null,
      after: JSON.stringify('y'.repeat(4_000)),
      requestId: '',
    };
    for (let turn = 0; turn < 6; turn += 1)
      await stores.audit.append(Array.from({ length: 500 }, () => entry));
    const { id, person } = await newcomer(['auditor']);
    const answer = await fetch(`${live.server.origin}/api/audit.csv`, { headers: person.headers });
    expect(answer.status).toBe(200);
    const reader = answer.body?.getReader();
    await reader?.read();
    await live.grant(id, ['leader']);
    const rest = async (): Promise<void> => {
      for (;;) if ((await reader?.read())?.done !== false) return;
    };
    await expect(rest()).rejects.toThrow();
  });

  test('F10 a live stream ends when the right ends', async () => {
    const { id, person } = await newcomer(['reviewer']);
    const stream = await person.listen();
    await live.grant(id, ['leader']);
    await stream.ended;
  });
});
