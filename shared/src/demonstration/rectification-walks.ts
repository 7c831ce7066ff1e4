import { instantAt, type Instant } from '../calendar';
import type { ActRequest, PersonalAct, StepSaid } from '../rectification';

/** One step that somebody of the demonstration takes of a rectification of 2025. */
export interface WalkedStep extends ActRequest {
  readonly at: Instant;
  readonly indicator: string;
  readonly unit: string;
  readonly actorId: string;
}

/** Day, who, what, and what they say; all at ten in the morning. */
type Entry = readonly [day: string, actorId: string, act: PersonalAct, said: StepSaid];

const walk = (indicator: string, unit: string, entries: readonly Entry[]): readonly WalkedStep[] =>
  entries.map(([day, actorId, act, said]) => ({
    at: instantAt(day, '10:00'),
    indicator,
    unit,
    actorId,
    act,
    said,
    to: null,
  }));

const [bureau, reviewer] = ['demo-statistician', 'demo-reviewer'];
const [lufeng, haifeng, huaqiao] = ['441581', '441521', 'huaqiao'].map((unit) => `demo-county-${unit}`) as [
  string,
  string,
  string,
];

/**
 * What became of the alerts of the demonstration's year: one answered and closed in time, one late, one closed while
 * its alert stands because the year is lost, one opened again by a relapse, one that waits for the reviewer after it
 * was sent back, and one that is overdue. Oldest first.
 */
export const rectificationWalks: readonly WalkedStep[] = [
  ...walk('water-works-pass-rate', '441500', [
    ['2025-04-21', bureau, 'sign', {}],
    [
      '2025-04-25',
      bureau,
      'plan',
      {
        text: '一季度混凝土试块强度偏低，涉及两个工地。',
        measures: [
          { what: '两个工地停工返修并复检', by: '2025-05-16' },
          { what: '对商品混凝土供应商飞行检查', by: '2025-05-20' },
        ],
      },
    ],
    [
      '2025-05-20',
      bureau,
      'hand-in',
      { text: '已返修，复检报告编号 SW-2025-0517。', retest: { passes: 6, total: 6 } },
    ],
    ['2025-05-26', reviewer, 'close', { text: '措施到位，二季度继续跟踪。' }],
  ]),
  ...walk('transport-first-acceptance', '441500', [
    ['2025-07-21', bureau, 'sign', {}],
    [
      '2025-07-25',
      bureau,
      'plan',
      {
        text: '海丰县一处路基压实度不足，一次验收未通过，全年 100% 已无法达到。',
        measures: [{ what: '在建项目逐段自查压实度', by: '2025-08-15' }],
      },
    ],
    ['2025-08-20', bureau, 'hand-in', { text: '自查 11 个项目，未再发现同类问题。' }],
    ['2025-08-26', reviewer, 'close', { text: '返工后已合格；全年已无法达标，在年终通报中说明。' }],
  ]),
  ...walk('transport-first-acceptance', '441521', [
    ['2025-07-25', haifeng, 'sign', { text: '值班调整，签收迟了三天。' }],
    [
      '2025-07-30',
      haifeng,
      'plan',
      { text: '施工单位返工。', measures: [{ what: '返工并重新验收', by: '2025-08-20' }] },
    ],
    ['2025-08-25', haifeng, 'hand-in', { text: '返工完成，重新验收合格。', retest: { passes: 1, total: 1 } }],
    ['2025-09-01', reviewer, 'close', { text: '返工合格；全年已无法达标。' }],
  ]),
  ...walk('agri-pass-rate', 'huaqiao', [
    ['2025-07-22', huaqiao, 'sign', {}],
    [
      '2025-07-28',
      huaqiao,
      'plan',
      {
        text: '叶菜类农药残留超标。',
        measures: [{ what: '对三家种植户开展用药指导', by: '2025-08-15' }],
      },
    ],
    ['2025-08-18', huaqiao, 'hand-in', { text: '指导完成，复检合格。', retest: { passes: 10, total: 10 } }],
    ['2025-08-22', reviewer, 'close', { text: '复检合格，余量偏紧，三季度重点关注。' }],
  ]),
  ...walk('manufacturing-pass-rate', '441500', [
    ['2025-07-21', bureau, 'sign', {}],
    [
      '2025-07-25',
      bureau,
      'plan',
      {
        text: '不合格集中在五金、珠宝首饰和小家电。',
        measures: [{ what: '三类产品专项抽查 120 批', by: '2025-08-20' }],
      },
    ],
    ['2025-08-20', bureau, 'hand-in', { text: '专项抽查已完成 84 批。' }],
    ['2025-08-27', reviewer, 'return', { text: '专项抽查只完成 84 批，请补足 120 批再提交。' }],
    ['2025-09-08', 'demo-leader', 'comment', { text: '请市市场监管局按时补足，并向领导小组报告。' }],
  ]),
  ...walk('manufacturing-pass-rate', '441581', [
    ['2025-07-22', lufeng, 'sign', {}],
    [
      '2025-07-29',
      lufeng,
      'plan',
      {
        text: '五金、珠宝首饰占不合格批次多数，多为小作坊。',
        measures: [
          { what: '约谈 12 家不合格企业', by: '2025-08-15' },
          { what: '不合格企业产品全部复检', by: '2025-08-25' },
        ],
      },
    ],
    ['2025-08-26', lufeng, 'hand-in', { text: '已约谈 12 家企业。', retest: { passes: 18, total: 20 } }],
    ['2025-09-02', reviewer, 'return', { text: '复检仍有 2 批不合格，请说明原因和下一步做法。' }],
    ['2025-09-16', lufeng, 'hand-in', { text: '2 批来自同一企业，已责令停产整顿。' }],
    ['2025-09-23', reviewer, 'return', { text: '请附停产整顿通知书编号和复产条件。' }],
    [
      '2025-10-13',
      lufeng,
      'hand-in',
      { text: '通知书 陆市监停〔2025〕7 号；复产须连续三批复检合格。', retest: { passes: 3, total: 3 } },
    ],
  ]),
].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
