import type { PreviewView } from '@zhibiao/shared/submission';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { shanwei, zhWords } from '../../ui/a-telling.fixture';
import { WordsContext } from '../../ui/words';
import { ReviewTables } from './review-tables';

const aView = (passes: number, total: number): PreviewView => ({
  submission: 's1',
  reading: 0,
  state: 'under-review',
  returned: null,
  fileName: 'q3.csv',
  outcome: 'accept',
  fileRefusal: null,
  rowsSeen: 1,
  rowsGood: 1,
  rowsRefused: 0,
  issues: [],
  issuesTotal: 0,
  errorsTotal: 0,
  toExplain: 0,
  columns: [],
  sheetRows: [],
  counts: { new: 1, changed: 0, same: 0, refused: 0 },
  changes: [
    {
      kind: 'new',
      before: null,
      row: {
        indicator: 'food-pass-rate',
        unit: '441500',
        period: '2025-Q3',
        basis: 'cumulative',
        figure: { kind: 'counts', passes, total },
        note: '',
        sheet: '',
        row: 2,
        cell: 'A2',
      },
    },
  ],
  ledgerPosition: 0,
  corrections: [],
  samples: null,
});

const read = (view: PreviewView): string =>
  renderToStaticMarkup(
    <WordsContext value={zhWords}>
      <ReviewTables view={view} said={{}} catalogue={shanwei} onPoint={null} />
    </WordsContext>,
  );

test('a reviewer never reads a figure just below its target as the target', () => {
  expect(read(aView(1536, 1560))).toContain('<td class="n">98.46</td>');
  expect(read(aView(1537, 1560))).toContain('<td class="n">98.53</td>');
});
