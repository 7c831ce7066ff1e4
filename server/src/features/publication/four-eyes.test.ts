import type { Grant } from '@zhibiao/shared/access';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../../testing/a-person';
import { aSheet } from '../../testing/a-sheet';
import { goodPassword, liveInstance, type LiveInstance } from '../../testing/live-instance';

let live: LiveInstance;
let year = 2000;

const county: Grant = { role: 'county', departments: [], unit: '441581' };
const statistician: Grant = { role: 'statistician', departments: [], unit: null };

beforeAll(async () => {
  live = await liveInstance({ settings: { ZHIBIAO_CALLS_PER_MINUTE: '1000000' } });
  await live.someone('rita', ['reviewer']);
});
beforeEach(() => {
  year += 1;
});

const as = async (name: string, role?: string): Promise<Person> => {
  const { status, person, answer } = await live.enter(name, goodPassword, role === undefined ? {} : { role });
  if (status !== 200) throw new Error(answer.text);
  return person;
};

const aFile = (): string => aSheet([['食品抽检合格率', '陆丰市', `${year}Q1`, 97, 100]]);

/** Uploads and submits; answers the id and the ledger position that was seen. */
const handIn = async (author: Person) => {
  const { submission } = await author.submit('a.csv', aFile());
  const { ledgerPosition } = await author.query('submission.preview', { submission });
  await author.change('submission.submit', { submission, ledgerPosition, reason: 'x', explanation: 'x' });
  return { submission, ledgerPosition };
};

/** Every act of a reviewer by direct call, and how each is declined. */
const decide = async (person: Person, asked: { submission: string; ledgerPosition: number }) => {
  const { submission } = asked;
  const told = [
    await person.tryChange('publication.take', { submission }),
    await person.tryChange('publication.approve', { ...asked, opinion: '可以' }),
    await person.tryChange('publication.return', { submission, reason: '再看', cells: [] }),
  ];
  return told.map(({ status, refusal }) => [status, refusal?.code]);
};

const declined = Array.from({ length: 3 }, () => [403, 'publication.reviewer-is-author']);

describe('F6 nobody decides about what they have handed in', () => {
  test.each([
    ['statistician', statistician],
    ['county', county],
  ] as const)('F6 under two roles, %s and reviewer', async (role, grant) => {
    const name = `two-${role}`;
    await live.someone(name, [grant, 'reviewer']);
    const asked = await handIn(await as(name, role));
    const before = await live.server.factsHash();
    const reviewer = await as(name, 'reviewer');
    expect(await decide(reviewer, asked)).toEqual(declined);
    // Not after somebody else has begun the review either.
    const rita = await as('rita');
    await rita.change('publication.take', { submission: asked.submission });
    expect(await decide(reviewer, asked)).toEqual(declined);
    expect((await reviewer.query('publication.review', { submission: asked.submission })).isOwn).toBe(true);
    expect(await live.server.factsHash()).toBe(before);
    await rita.change('publication.approve', { ...asked, opinion: '' });
    expect(await live.server.factsHash()).not.toBe(before);
  });

  test('F6 after the role of the author was taken and that of a reviewer given', async () => {
    const id = await live.someone('mover', [statistician]);
    const asked = await handIn(await as('mover'));
    await live.grant(id, ['reviewer']);
    const before = await live.server.factsHash();
    expect(await decide(await as('mover'), asked)).toEqual(declined);
    expect(await live.server.factsHash()).toBe(before);
  });

  test('F6 after handing over: a draft cannot be handed over, and who hands the same file in answers for it', async () => {
    await live.someone('giver', [statistician, 'reviewer']);
    await live.someone('taker', [statistician, 'reviewer']);
    const giver = await as('giver', 'statistician');
    const taker = await as('taker', 'statistician');
    const { submission } = await giver.submit('a.csv', aFile());
    const { ledgerPosition } = await giver.query('submission.preview', { submission });
    const asked = { submission, ledgerPosition };
    const before = await live.server.factsHash();
    const handed = await taker.tryChange('submission.submit', { ...asked, reason: 'x', explanation: 'x' });
    expect([handed.status, handed.refusal?.code]).toEqual([404, 'submission.unknown']);
    // Whoever knows it by the address gets nothing by claiming to be its author either.
    for (const claim of [{ by: 'giver' }, { author: 'giver' }, { byId: 'giver' }]) {
      const claimed = await taker.tryChange('submission.submit', { ...asked, reason: '', ...claim });
      expect(claimed.status).toBe(400);
    }
    // Handed over outside the product: the taker sends the same bytes and is their author; the giver may then decide.
    const own = await handIn(taker);
    expect(await decide(await as('taker', 'reviewer'), own)).toEqual(declined);
    expect(await live.server.factsHash()).toBe(before);
    expect(await decide(await as('giver', 'reviewer'), own)).toEqual([
      [200, undefined],
      [200, undefined],
      [409, 'submission.wrong-state'],
    ]);
  });

  test('F6 the refusal is in the trail, with who tried', async () => {
    const id = await live.someone('tried', [statistician, 'reviewer']);
    const asked = await handIn(await as('tried', 'statistician'));
    await decide(await as('tried', 'reviewer'), asked);
    const { audit } = live.server.services.stores;
    const denials = await audit.list({ limit: 3, events: ['access.denied'] });
    expect(denials.map(({ actor, object, outcome }) => [actor?.id, object, outcome])).toEqual(
      Array.from({ length: 3 }, () => [id, 'review.decide', 'refused']),
    );
    expect(denials[0]?.after).toContain('publication.reviewer-is-author');
  });
});
