import { decomposition, type PlanningQuestion } from '@zhibiao/shared/evaluation';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { WordsContext } from '../../ui/words';
import { indicatorOf, shanwei, zhWords } from '../../ui/a-telling.fixture';
import { MixTable } from './mix-panel';
import { PlanningForm } from './planning-aid-form';

/** What a person reads, without the tags. */
const read = (shown: ReactElement): string =>
  renderToStaticMarkup(<WordsContext value={zhWords}>{shown}</WordsContext>)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the planning form', () => {
  const question: PlanningQuestion = {
    passes: 880,
    total: 934,
    target: { num: 948, den: 1000 },
    planned: 1240,
    firm: false,
    periodsLeft: 1,
  };
  const form = (more: Partial<PlanningQuestion> = {}, code = 'manufacturing-pass-rate') =>
    read(
      <PlanningForm question={{ ...question, ...more }} indicator={indicatorOf(code)} targetText="94.8" />,
    );

  test('tells what confirms the target, what is left, and how surely it will be met', () => {
    const text = form();
    expect(text).toContain('至少抽检 71 批');
    expect(text).toContain('年内余下 306 批中，不合格须控制在 10 批以内。');
    expect(text).toMatch(/全年达标把握 5% 很低/);
    expect(text).toContain('计划按进度推算，尚未确认');
  });

  test('a year without periods to come has nothing to plan', () => {
    expect(form({ periodsLeft: 0 })).not.toContain('全年计划');
  });

  test('where everything is counted no sample confirms more', () => {
    expect(form({}, 'completed-works-excellence')).not.toContain('才能在统计上确认');
  });
});

describe('where a change comes from', () => {
  const food = 'food-pass-rate';
  const part = (unit: string, passes: number, total: number) => ({ unit, passes, total });

  test('shows both effects, which add up, and every part', () => {
    const reading = decomposition(
      [part('441502', 90, 100), part('441581', 95, 100)],
      [part('441502', 93, 100), part('441581', 190, 200)],
    );
    const text = read(<MixTable reading={reading} indicator={indicatorOf(food)} catalogue={shanwei} />);
    const [all, own, mix] = [...text.matchAll(/[+−]?\d+\.\d+/g)]
      .slice(0, 3)
      .map(([found]) => Number(found.replace('−', '-')));
    expect((own ?? 0) + (mix ?? 0)).toBeCloseTo(all ?? Number.NaN, 9);
    expect(text).toContain('城区');
    expect(text).toContain('陆丰市');
  });

  test('a part sampled once has no effect, and a sign in its place', () => {
    const reading = decomposition(
      [part('441502', 90, 100)],
      [part('441502', 93, 100), part('441581', 9, 10)],
    );
    const text = read(<MixTable reading={reading} indicator={indicatorOf(food)} catalogue={shanwei} />);
    expect(text).toContain('—');
    expect(text).not.toMatch(/NaN|undefined|null/);
  });

  test('where everything is counted, shares are of all cases', () => {
    const reading = decomposition([part('441502', 90, 100)], [part('441502', 93, 100)]);
    const table = (code: string) =>
      read(<MixTable reading={reading} indicator={indicatorOf(code)} catalogue={shanwei} />);
    expect(table('completed-works-excellence')).toContain('上年全数占比');
    expect(table('completed-works-excellence')).not.toContain('抽');
    expect(table(food)).toContain('上年抽样占比');
  });
});
