import fc from 'fast-check';
import { countGroups, observationsOf, type SampleRevision } from '@zhibiao/shared/sample';
import { beforeAll, expect, test } from 'vitest';
import { checkSamples } from '../../cli/check-samples';
import type { Person } from '../../testing/a-person';
import { startTestServer, type TestServer } from '../../testing/start-test-server';

let server: TestServer;
let statistician: Person;
let reviewer: Person;

beforeAll(async () => {
  server = await startTestServer();
  statistician = await server.signIn('demo-statistician');
  reviewer = await server.signIn('demo-reviewer');
});

const units = { 海丰县: '441521', 陆河县: '441523', 陆丰市: '441581' } as const;
const verdicts = { 合格: 0, 不合格: 1, 复检合格: 2, 复检不合格: 3 } as const;

/** One line of a list; few numbers, so that later lists revise, move and repeat the samples of earlier ones. */
const line = fc.record({
  number: fc.integer({ min: 1, max: 12 }),
  unit: fc.constantFrom('海丰县', '陆河县', '陆丰市'),
  quarter: fc.integer({ min: 1, max: 3 }),
  category: fc.constantFrom('蔬菜', '水果', ''),
  verdict: fc.constantFrom('合格', '不合格', '复检合格', '复检不合格'),
});
const list = fc.uniqueArray(line, { minLength: 1, maxLength: 12, selector: ({ number }) => number });

type Line = typeof line extends fc.Arbitrary<infer L> ? L : never;

// Each round its own year, so that what one leaves another does not meet.
let world = 2000;

const textOf = (lines: readonly Line[], year: number): string =>
  [
    '抽样编号,指标,地区,抽样日期,食品大类,检验结论,备注',
    ...lines.map(({ number, unit, quarter, category, verdict }) => {
      const [said, note] = verdict.startsWith('复检')
        ? ['不合格', `复检结论：${verdict.slice(2)}`]
        : [verdict, ''];
      return `XBJ${year}${number},食品抽检合格率,${unit},${year}-0${quarter * 3}-05,${category},${said},${note}`;
    }),
  ].join('\n');

const revisionsOf = (lines: readonly Line[], year: number): readonly SampleRevision[] =>
  lines.map(({ number, unit, quarter, category, verdict }) => ({
    indicator: 'food-pass-rate',
    unit: units[unit],
    period: `${year}-Q${quarter}`,
    category,
    number: `XBJ${year}${number}`,
    verdict: verdicts[verdict],
  }));

const approve = async (text: string): Promise<void> => {
  const { submission } = await statistician.submit('明细.csv', text);
  for (;;) {
    const { state } = await statistician.query('submission.reading', { submission });
    if (state === 'ready') break;
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { ledgerPosition, samples } = await statistician.query('submission.preview', { submission });
  if ((samples?.new ?? 0) + (samples?.revised ?? 0) === 0) {
    await statistician.change('submission.discard', { submission });
    return;
  }
  const said = { reason: '更正', explanation: '已核对' };
  await statistician.change('submission.submit', { submission, ledgerPosition, ...said });
  await reviewer.change('publication.take', { submission });
  await reviewer.change('publication.approve', { submission, ledgerPosition, opinion: '' });
};

const sorted = (texts: readonly string[]): readonly string[] => [...texts].sort();

test('whatever lists are approved one after another, sums and ledger equal what the samples add up to', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(list, { minLength: 1, maxLength: 3 }), async (lists) => {
      world += 1;
      const year = world;
      for (const lines of lists) await approve(textOf(lines, year));
      const wanted = observationsOf(countGroups(lists.flatMap((lines) => revisionsOf(lines, year))));
      const { samples, observations } = server.services.stores;
      const kept = observationsOf(await samples.counted('sums')).filter(({ period }) =>
        period.startsWith(`${year}`),
      );
      const texts = (all: typeof wanted): readonly string[] =>
        sorted(all.map(({ unit, period, figure }) => `${unit} ${period} ${figure.passes}/${figure.total}`));
      expect(texts(kept)).toEqual(texts(wanted));
      expect(await checkSamples({ samples, observations })).toEqual([]);
    }),
    { numRuns: 10, seed: 20_251_015 },
  );
}, 60_000);
