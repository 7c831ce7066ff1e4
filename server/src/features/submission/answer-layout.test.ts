import { beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../../testing/a-person';
import { startTestServer, type TestServer } from '../../testing/start-test-server';

let server: TestServer;
let statistician: Person;
beforeAll(async () => {
  server = await startTestServer();
  statistician = await server.signIn('demo-statistician');
});

/** A report as a bureau writes it: the period in its title, failures in place of passes, its own name for a place. */
const report = (title: string, place: string, bad: number): string =>
  [`${title}食品安全监督抽检情况`, '县区,抽检批次数,问题批次', `陆丰市,100,${bad}`, `${place},90,1`].join(
    '\r\n',
  );

const previewOf = async (person: Person, name: string, text: string) => {
  const { submission } = await person.submit(name, text);
  return { submission, view: await person.query('submission.preview', { submission }) };
};

const nothing = { headings: [], names: [], subjects: [] };
const isThere = { role: 'unit', name: '湾区新城', code: 'red-bay' } as const;

describe('what a layout leaves open is answered by its author', () => {
  test('a name that nobody knows is asked for; the file is read again with the answer', async () => {
    const { submission, view } = await previewOf(
      statistician,
      'q1.csv',
      report('2019年第一季度', '湾区新城', 2),
    );
    expect([view.rowsGood, view.rowsRefused]).toEqual([1, 1]);
    expect(view.layout?.names).toMatchObject([{ role: 'unit', name: '湾区新城' }]);
    const given = { ...nothing, names: [isThere] };
    const read = await statistician.change('submission.answer', { submission, given, remember: false });
    expect([read.rowsGood, read.rowsRefused, read.reading]).toEqual([2, 0, view.reading + 1]);
    expect(read.answers?.units).toEqual({ 湾区新城: 'red-bay' });
    expect(read).not.toHaveProperty('rememberedAt');
    // A correction of a cell keeps the answer.
    const corrections = [{ sheet: '', row: 3, column: 'C', text: '3' }];
    const corrected = await statistician.change('submission.correct', { submission, corrections });
    expect([corrected.rowsGood, corrected.rowsRefused]).toEqual([2, 0]);
  });

  test('what was not to be remembered is asked again; what was is used for the next file of the layout, and said', async () => {
    const again = await previewOf(statistician, 'q2.csv', report('2019年第二季度', '湾区新城', 1));
    expect(again.view.rowsRefused).toBe(1);
    const { submission } = again;
    const given = { ...nothing, names: [isThere] };
    await statistician.change('submission.answer', { submission, given, remember: true });
    const next = await previewOf(statistician, 'q3.csv', report('2019年第三季度', '湾区新城', 4));
    expect([next.view.rowsGood, next.view.rowsRefused]).toEqual([2, 0]);
    expect(next.view.rememberedAt).toMatch(/^2025-10-16T/);
    // Another layout, and another person, know nothing of it.
    const other = ['2019年第三季度食品安全监督抽检情况', '县区,抽检批次数,合格批次数', '湾区新城,90,88'].join(
      '\r\n',
    );
    expect((await previewOf(statistician, 'other.csv', other)).view.rowsRefused).toBe(1);
    const county = await server.signIn('demo-county-441581');
    const foreign = await previewOf(county, 'q3.csv', report('2019年第三季度', '湾区新城', 4));
    expect(foreign.view).not.toHaveProperty('rememberedAt');
    // Forgotten, it is asked for again, by this file and by the next.
    const bare = await statistician.change('submission.forgetLayout', { submission: next.submission });
    expect(bare.rowsRefused).toBe(1);
    const last = await previewOf(statistician, 'q4.csv', report('2019年第四季度', '湾区新城', 4));
    expect(last.view.rowsRefused).toBe(1);
  });

  test('a period that the file does not name is asked for and never remembered', async () => {
    const { submission, view } = await previewOf(statistician, 'none.csv', report('', '城区', 2));
    expect(view.rowsGood).toBe(0);
    expect(view.layout?.subjects).toMatchObject([{ role: 'period' }]);
    const subjects = [{ sheet: '*', role: 'period', value: '2018-Q3' }] as const;
    const given = { ...nothing, subjects: [...subjects] };
    const read = await statistician.change('submission.answer', { submission, given, remember: true });
    expect([read.rowsGood, read.changes[0]?.row.period]).toEqual([2, '2018-Q3']);
    const next = await previewOf(statistician, 'next.csv', report('', '城区', 2));
    expect(next.view.rowsGood).toBe(0);
  });

  test('an answer that names nothing is declined and changes nothing; another’s draft is unknown', async () => {
    const { submission, view } = await previewOf(
      statistician,
      'q1.csv',
      report('2017年第一季度', '湾区新城', 2),
    );
    const given = { ...nothing, names: [{ ...isThere, code: 'nowhere' }] };
    const declined = await statistician.tryChange('submission.answer', { submission, given, remember: true });
    expect([declined.status, declined.refusal]).toEqual([
      409,
      { code: 'submission.answer-unknown', value: 'nowhere' },
    ]);
    const county = await server.signIn('demo-county-441581');
    const foreign = { submission, given: { ...nothing, names: [isThere] }, remember: true };
    expect((await county.tryChange('submission.answer', foreign)).status).toBe(404);
    expect((await statistician.query('submission.preview', { submission })).reading).toBe(view.reading);
  });

  test('a needed column under an unknown heading is asked for, answered once, and known in the next file', async () => {
    const sheet = (quarter: string, passes: number) =>
      ['指标,地区,期间,合格数,查了多少', `食品抽检合格率,城区,2015Q${quarter},${passes},10`].join('\r\n');
    const { submission, view } = await previewOf(statistician, 'q1.csv', sheet('1', 9));
    expect([view.rowsGood, view.rowsRefused]).toEqual([0, 1]);
    expect(view.layout?.headings).toMatchObject([{ heading: '查了多少', proposed: 'total' }]);
    const headings = [{ heading: '查了多少', role: 'total' as const }];
    const read = await statistician.change('submission.answer', {
      submission,
      given: { ...nothing, headings },
      remember: true,
    });
    expect([read.rowsGood, read.rowsRefused, read.issues]).toEqual([1, 0, []]);
    const next = await previewOf(statistician, 'q2.csv', sheet('2', 8));
    expect([next.view.rowsGood, next.view.rowsRefused]).toEqual([1, 0]);
    expect(next.view.rememberedAt).toBeDefined();
  });

  test('a heading called constructor is a heading like any other', async () => {
    const sheet = report('2016年第一季度', '城区', 2)
      .replace('问题批次', '问题批次,constructor')
      .replace('100,2', '100,2,x');
    const { submission } = await previewOf(statistician, 'c.csv', sheet);
    const given = { ...nothing, headings: [{ heading: 'constructor', role: 'ignored' as const }] };
    const read = await statistician.change('submission.answer', { submission, given, remember: false });
    expect(read.layout?.headings).toEqual([]);
    expect(read.rowsGood).toBe(2);
  });
});
