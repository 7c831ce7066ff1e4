import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../../testing/a-person';
import { startTestServer, type TestServer } from '../../testing/start-test-server';

let server: TestServer;
let statistician: Person;
beforeAll(async () => {
  server = await startTestServer();
  statistician = await server.signIn('demo-statistician');
});

const sheet = [
  '指标,地区,期间,合格数,抽检数',
  '食品抽检合格率,城区,2019Q1,9,10',
  '食品抽检合格率,海丰县,2019Q1,12,10',
].join('\n');
const marked = async (person: Person, submission: string, language = 'zh') =>
  person.get(`/api/marked/${submission}?language=${language}`);

describe('a file with its problems marked', () => {
  test('holds each problem at its cell, in the language of its reader, and the corrections made so far', async () => {
    const { submission } = await statistician.submit('食品一季度.csv', sheet);
    const answer = await marked(statistician, submission);
    expect(answer.status).toBe(200);
    expect(decodeURIComponent(answer.headers['content-disposition'] ?? '')).toContain(
      '食品一季度 问题标注.xlsx',
    );
    const { sheets } = await readXlsx(answer.bytes);
    expect(sheets.map(({ name }) => name)).toEqual(['数据', '问题清单']);
    expect(sheets[1]?.rows[1]?.[0]).toBe('错误');
    const cell = String(sheets[1]?.rows[1]?.[2]);
    expect(cell).toMatch(/^[DE]3$/);
    const english = await readXlsx((await marked(statistician, submission, 'en')).bytes);
    expect(english.sheets.map(({ name }) => name)).toEqual(['Data', 'Problems']);

    const corrections = [{ sheet: '', row: 3, column: 'D', text: '10' }];
    await statistician.change('submission.correct', { submission, corrections });
    const mended = await marked(statistician, submission);
    expect((await readXlsx(mended.bytes)).sheets[0]?.rows[2]?.[3]).toBe('10');
    // Mended and uploaded as it is, it needs nothing more: the list of problems is no sheet of figures.
    const again = await statistician.submit('食品一季度 问题标注.xlsx', mended.bytes);
    const view = await statistician.query('submission.preview', { submission: again.submission });
    expect([view.rowsGood, view.rowsRefused, view.errorsTotal]).toEqual([2, 0, 0]);
  });

  test('is given to its author alone, and is written down', async () => {
    const { submission } = await statistician.submit('q.csv', sheet);
    for (const id of ['demo-county-441581', 'demo-reviewer', 'demo-leader']) {
      const { status } = await marked(await server.signIn(id), submission);
      expect([id, status]).toEqual([id, id === 'demo-county-441581' ? 404 : 403]);
    }
    expect((await marked(statistician, submission)).status).toBe(200);
    const [entry] = await server.services.stores.audit.list({ limit: 1 });
    expect(entry?.event).toBe('submission.marked');
  });
});
