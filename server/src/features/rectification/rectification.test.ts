import { beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../../testing/a-person';
import { aSheet } from '../../testing/a-sheet';
import { approve, publishAll } from '../../testing/approve';
import { actorFor, personOf } from '../../testing/role-people';
import { startTestServer, type TestServer } from '../../testing/start-test-server';
import type { RectificationRow } from './read-rectifications';

const lufeng = '441581';
let server: TestServer;
let county: Person;
let bureau: Person;
let reviewer: Person;
let leader: Person;

beforeAll(async () => {
  server = await startTestServer();
  county = await server.signIn(`demo-county-${lufeng}`);
  bureau = await server.signIn('demo-statistician');
  reviewer = await server.signIn('demo-reviewer');
  leader = await server.signIn('demo-leader');
});

const rows = (person: Person): Promise<readonly RectificationRow[]> => person.query('rectification.list');
const food = (row: RectificationRow): boolean =>
  row.alert.unit === lufeng && row.alert.indicator === 'food-pass-rate' && row.year === 2025;

/** Raises an alarm for the county's food, as a publication of a bad quarter does. */
const bad = async (passes: number): Promise<void> => {
  const { submission } = await bureau.submit(
    'a.csv',
    aSheet([['食品抽检合格率', '陆丰市', '2025Q3', passes, 531]]),
  );
  const { ledgerPosition } = await bureau.query('submission.preview', { submission });
  const said = { reason: '复检后更正', explanation: '复检后更正' };
  await bureau.change('submission.submit', { submission, ledgerPosition, ...said });
  await approve(server, submission);
  await publishAll(server);
};

describe('from alert to closing, over HTTP', () => {
  let id: string;
  const stateNow = async () => (await leader.query('rectification.read', { rectification: id })).state;

  test('publishing a bad quarter opens one, and it waits for the county alone', async () => {
    expect((await rows(county)).find(food)).toBeUndefined();
    await bad(490);
    const row = (await rows(county)).find(food);
    expect(row).toMatchObject({
      state: 'new',
      owner: { kind: 'unit', unit: lufeng },
      waitsForMe: true,
      acts: ['sign', 'explain'],
      light: { kind: 'soon', daysLeft: 2 },
    });
    id = row?.id ?? '';
    const seen = (await rows(reviewer)).find(food);
    expect(seen).toMatchObject({ id, waitsForMe: false, acts: ['hand-over', 'comment'] });
    expect((await rows(leader)).find(food)?.acts).toEqual(['hand-over', 'comment']);
    expect((await rows(bureau)).find(food)?.acts).toEqual([]);
  });

  test('a county is shown its own and no other, and another county’s is not there for it', async () => {
    for (const { alert } of await rows(county)) expect(alert.unit).toBe(lufeng);
    const other = await server.signIn('demo-county-441521');
    for (const path of ['rectification.sign', 'rectification.explain'] as const) {
      const { status, refusal } = await other.tryChange(path, { rectification: id, text: 'x' });
      expect([status, refusal?.code]).toEqual([404, 'rectification.unknown']);
    }
    expect((await other.tryQuery('rectification.read', { rectification: id })).status).toBe(404);
    // The lead bureau may look and not answer.
    const { status, refusal } = await bureau.tryChange('rectification.sign', { rectification: id, text: '' });
    expect([status, refusal?.code]).toEqual([403, 'rectification.not-owner']);
  });

  test('signs, plans, hands in with a retest; out of turn nothing happens', async () => {
    const before = await server.factsHash();
    const early = await county.tryChange('rectification.handIn', {
      rectification: id,
      text: 'x',
    });
    expect([early.status, early.refusal?.code]).toEqual([409, 'rectification.wrong-state']);
    const unsaid = await county.tryChange('rectification.explain', { rectification: id, text: ' ' });
    expect(unsaid.refusal?.code).toBe('rectification.text-missing');
    expect(await server.factsHash()).toBe(before);

    await county.change('rectification.sign', { rectification: id, text: '' });
    await leader.change('rectification.comment', { rectification: id, text: '请先查五金、珠宝首饰' });
    await county.change('rectification.plan', {
      rectification: id,
      text: '约谈不合格企业',
      measures: [{ what: '约谈三家企业', by: '2025-10-31' }],
    });
    await county.change('rectification.handIn', {
      rectification: id,
      text: '已整改，复检合格',
      retest: { passes: 30, total: 30 },
    });
    expect(await stateNow()).toBe('to-verify');
    expect((await rows(county)).find(food)).toMatchObject({ acts: [], waitsForMe: false });
    expect((await rows(reviewer)).find(food)).toMatchObject({ waitsForMe: true });
  });

  test('who answered for the owner verifies nothing, though they hold the reviewer’s role', async () => {
    const both = await personOf(server, {
      ...actorFor(server, 'reviewer'),
      id: `demo-county-${lufeng}`,
    });
    for (const path of ['rectification.close', 'rectification.return'] as const) {
      const { status, refusal } = await both.tryChange(path, { rectification: id, text: 'x' });
      expect([status, refusal?.code]).toEqual([403, 'rectification.verifier-is-fixer']);
    }
    expect((await rows(both)).find(food)).toMatchObject({ waitsForMe: false, acts: ['comment'] });
  });

  test('sent back with a reason, handed in again, closed with what the system found', async () => {
    await reviewer.change('rectification.return', { rectification: id, text: '缺少复检报告编号' });
    expect(await stateNow()).toBe('under-way');
    await county.change('rectification.handIn', { rectification: id, text: '已补' });
    const silent = await reviewer.tryChange('rectification.close', { rectification: id, text: '' });
    expect(silent.refusal?.code).toBe('rectification.text-missing');
    await reviewer.change('rectification.close', { rectification: id, text: '措施到位，下季度再看' });
    const { steps, light } = await county.query('rectification.read', { rectification: id });
    expect(steps.map(({ act, state }) => [act, state])).toEqual([
      ['open', 'new'],
      ['sign', 'signed-for'],
      ['comment', 'signed-for'],
      ['plan', 'under-way'],
      ['hand-in', 'to-verify'],
      ['return', 'under-way'],
      ['hand-in', 'to-verify'],
      ['close', 'closed'],
    ]);
    expect(steps.at(-1)?.finding.level).not.toBe('none');
    expect(light).toEqual({ kind: 'closed' });
    const [entry] = await server.services.stores.audit.list({ limit: 1, events: ['rectification.step'] });
    expect(entry).toMatchObject({
      actor: { id: 'demo-reviewer' },
      object: expect.stringMatching(/^rectification:2025-/),
    });
    expect(JSON.parse(entry?.after ?? '{}')).toMatchObject({
      act: 'close',
      state: 'closed',
      text: '措施到位，下季度再看',
    });
  });

  test('a publication that makes it good and one that makes it bad again open the same one anew', async () => {
    await bad(530);
    expect(await stateNow()).toBe('closed');
    await bad(488);
    const again = await leader.query('rectification.read', { rectification: id });
    expect(again.state).toBe('new');
    expect(again.steps.at(-1)).toMatchObject({ act: 'reopen', by: null });
  });

  test('handed over to a department, the county may no more and the department must sign', async () => {
    const to = { kind: 'department', department: 'market-supervision' } as const;
    const nowhere = await leader.tryChange('rectification.handOver', {
      rectification: id,
      text: '转办',
      to: { kind: 'unit', unit: '44' },
    });
    expect(nowhere.refusal?.code).toBe('programme.unknown-unit');
    await leader.change('rectification.handOver', { rectification: id, text: '由市局牵头', to });
    const late = await county.tryChange('rectification.sign', { rectification: id, text: '' });
    expect(late.refusal?.code).toBe('rectification.not-owner');
    await bureau.change('rectification.sign', { rectification: id, text: '' });
    expect(await stateNow()).toBe('signed-for');
  });

  test('two who act at once: one does, the other hears that it has moved on', async () => {
    const asked = { rectification: id, text: '计划', measures: [{ what: '检查', by: '2025-11-01' }] };
    const answers = await Promise.all([
      bureau.tryChange('rectification.plan', asked),
      bureau.tryChange('rectification.plan', asked),
    ]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
  });
});
