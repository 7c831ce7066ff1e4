import { beforeAll, expect, test } from 'vitest';
import type { Person } from '../../testing/a-person';
import { startTestServer } from '../../testing/start-test-server';

let statistician: Person;
beforeAll(async () => {
  const server = await startTestServer();
  statistician = await server.signIn('demo-statistician');
});

const sheet = ['指标,地区,期间,合格数,抽检数', '食品抽检合格率,城区,2018Q1,9O,1OO'].join('\n');

test('of two corrections written on one reading at once, one is kept and the other is refused, none is lost unseen', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { submission } = await statistician.submit(`q${round}.csv`, sheet);
    const write = (column: string, text: string) =>
      statistician.tryChange('submission.correct', {
        submission,
        corrections: [{ sheet: '', row: 2, column, text }],
      });
    const answers = await Promise.all([write('D', '90'), write('E', '100')]);
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.refusal).toEqual({
      code: 'submission.reading-moved',
    });
    const { reading, corrections } = await statistician.query('submission.preview', { submission });
    expect([reading, corrections.length]).toEqual([1, 1]);
  }
});
