import { lifeStates, moves, type LifeState, type Move } from '@zhibiao/shared/publication';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Called, Person } from '../../testing/a-person';
import { aSheet } from '../../testing/a-sheet';
import { startTestServer, type TestServer } from '../../testing/start-test-server';

let server: TestServer;
let author: Person;
let reviewer: Person;
let made = 0;

beforeAll(async () => {
  server = await startTestServer({ settings: { ZHIBIAO_CALLS_PER_MINUTE: '1000000' } });
  author = await server.signIn('demo-statistician');
  reviewer = await server.signIn('demo-reviewer');
});

const draft = async (): Promise<string> => {
  made += 1;
  const sheet = aSheet([
    ['食品抽检合格率', '陆丰市', `${2005 + Math.floor(made / 4)}Q${1 + (made % 4)}`, 97, 100],
  ]);
  return (await author.submit('a.csv', sheet)).submission;
};

const position = async (): Promise<number> => (await server.services.stores.observations.position()).position;

/** A submission in each state, made the way it comes about in life. */
const inState: Readonly<Record<LifeState, () => Promise<string>>> = {
  draft,
  submitted: async () => {
    const submission = await draft();
    await author.change('submission.submit', {
      submission,
      ledgerPosition: await position(),
      reason: 'x',
      explanation: 'x',
    });
    return submission;
  },
  'under-review': async () => {
    const submission = await inState.submitted();
    await reviewer.change('publication.take', { submission });
    return submission;
  },
  returned: async () => {
    const submission = await inState['under-review']();
    await reviewer.change('publication.return', { submission, reason: '请核对', cells: [] });
    return submission;
  },
  withdrawn: async () => {
    const submission = await inState.submitted();
    await author.change('submission.withdraw', { submission });
    return submission;
  },
  approved: async () => {
    const submission = await inState['under-review']();
    await reviewer.change('publication.approve', {
      submission,
      ledgerPosition: await position(),
      opinion: '',
    });
    return submission;
  },
  discarded: async () => {
    const submission = await draft();
    await author.change('submission.discard', { submission });
    return submission;
  },
  refused: async () => (await author.submit('a.csv', 'no,figures\r\nhere,1\r\n')).submission,
};

type Act = Move | 'correct';

/** Every act by direct call, by whoever it belongs to. */
const acts: Readonly<Record<Act, (submission: string) => Promise<Called<unknown>>>> = {
  correct: (submission) =>
    author.tryChange('submission.correct', {
      submission,
      corrections: [{ sheet: '', row: 2, column: 'D', text: '96' }],
    }),
  submit: async (submission) =>
    author.tryChange('submission.submit', {
      submission,
      ledgerPosition: await position(),
      reason: 'x',
      explanation: 'x',
    }),
  withdraw: (submission) => author.tryChange('submission.withdraw', { submission }),
  discard: (submission) => author.tryChange('submission.discard', { submission }),
  take: (submission) => reviewer.tryChange('publication.take', { submission }),
  return: (submission) => reviewer.tryChange('publication.return', { submission, reason: 'x', cells: [] }),
  approve: async (submission) =>
    reviewer.tryChange('publication.approve', { submission, ledgerPosition: await position(), opinion: '' }),
};

const allowedFrom = (act: Act): readonly LifeState[] => (act === 'correct' ? moves.submit : moves[act]).from;

const reviewerActs: readonly Act[] = ['take', 'return', 'approve'];
const neverHandedIn: readonly LifeState[] = ['draft', 'discarded', 'refused'];

/** All that is kept of a submission, but the trail. */
const keptOf = async (submission: string) => {
  const { submissions } = server.services.stores;
  const record = await submissions.findOutside(submission);
  const key = record?.id ?? 0;
  const [steps, rows] = [await submissions.steps(key), await submissions.draft(key)];
  return { record, steps, rows, facts: await server.factsHash() };
};

// The keys of the table.
const actNames = Object.keys(acts) as readonly Act[];

describe('F9 out of turn nothing happens, whoever calls directly', () => {
  test.each(lifeStates)('F9 from %s only what its turn it is', async (state) => {
    const submission = await inState[state]();
    for (const act of actNames.filter((name) => !allowedFrom(name).includes(state))) {
      const before = await keptOf(submission);
      const { status, refusal } = await acts[act](submission);
      // To a reviewer there is nothing where nothing was ever handed in.
      const hidden = neverHandedIn.includes(state) && reviewerActs.includes(act);
      expect([act, status, refusal?.code]).toEqual(
        hidden
          ? [act, 404, 'submission.unknown']
          : [act, 409, expect.stringMatching(/^submission\.(wrong-state|not-draft)$/)],
      );
      if (refusal?.code === 'submission.wrong-state') expect(refusal).toMatchObject({ submission, state });
      expect(await keptOf(submission)).toEqual(before);
    }
    for (const act of actNames.filter((name) => allowedFrom(name).includes(state))) {
      const fresh = await inState[state]();
      expect([act, (await acts[act](fresh)).status]).toEqual([act, 200]);
    }
  });

  test('F9 two approvals at the same moment store it once', async () => {
    const submission = await inState['under-review']();
    const before = await position();
    const both = await Promise.all([acts.approve(submission), acts.approve(submission)]);
    expect(both.map(({ status }) => status).sort((one, other) => one - other)).toEqual([200, 409]);
    expect(await position()).toBe(before + 1);
  });

  test('F9 approving and returning at the same moment do one of the two', async () => {
    const submission = await inState['under-review']();
    const both = await Promise.all([acts.approve(submission), acts.return(submission)]);
    expect(both.map(({ status }) => status).sort((one, other) => one - other)).toEqual([200, 409]);
  });
});

describe('F9 nothing is published that nobody approved', () => {
  const publish = async (at?: number) =>
    reviewer.tryChange('publication.publish', {
      note: '发布',
      reason: '更正',
      position: at ?? (await position()),
    });

  test('F9 a draft, a submitted file and one under review are in no publication', async () => {
    // Whatever earlier tests approved is out of the way.
    await publish();
    for (const state of ['draft', 'submitted', 'under-review', 'returned', 'withdrawn'] as const) {
      await inState[state]();
      const before = await server.factsHash();
      const { status, refusal } = await publish();
      expect([state, status, refusal?.code]).toEqual([state, 409, 'publication.nothing-to-publish']);
      // Naming a position that the ledger has not reached helps no more.
      expect((await publish((await position()) + 1)).refusal?.code).toBe('submission.ledger-moved');
      expect(await server.factsHash()).toBe(before);
    }
  });

  test('F9 twice the same, and an author who withdraws or submits what is published, change nothing', async () => {
    const submission = await inState.approved();
    expect((await publish()).status).toBe(200);
    const before = await keptOf(submission);
    expect((await publish()).refusal?.code).toBe('publication.nothing-to-publish');
    for (const act of actNames) expect([act, (await acts[act](submission)).status]).toEqual([act, 409]);
    expect(await keptOf(submission)).toEqual(before);
  });

  test('F9 a plan cancelled twice, or made while another is open, is declined', async () => {
    const plan = { plannedFor: '2025-10-18T01:00:00.000Z', note: '发布', reason: '' };
    const id = await reviewer.change('publication.plan', plan);
    expect((await reviewer.tryChange('publication.plan', plan)).refusal?.code).toBe(
      'publication.already-planned',
    );
    expect((await reviewer.tryChange('publication.cancelPlan', { id })).status).toBe(200);
    expect((await reviewer.tryChange('publication.cancelPlan', { id })).refusal?.code).toBe(
      'publication.plan-unknown',
    );
  });
});
