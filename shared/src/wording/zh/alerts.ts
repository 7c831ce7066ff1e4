/* What an alert says in Chinese, read aloud in one breath: pieces for `fillSentence`. */

/** Every piece; the counts come before what they mean. */
export const alertZh = {
  opening: '{period}，',
  counts: '{verb} {total} {unit}，{failureWord} {failures} {unit}，{rateWord} {rate}',
  figure: '为 {rate}',
  noFigure: '还没有数据',
  belowTarget: '，低于目标 {against}（差 {points} 个{points_unit}）',
  belowReference: '，低于全省 {against}（差 {points} 个{points_unit}）',
  behind: '，未到进度要求',
  notRising: '，没有高于上年的 {against}',
  planLeft: '，按全年计划 {planned} {unit}，只能再有 {remaining} {unit}{failureWord}',
  planNone: '，按全年计划 {planned} {unit}，不能再有{failureWord}',
  planOver: '，按全年计划 {planned} {unit}，{failureWord}已超出 {over} {unit}',
  planWide: '，按全年计划 {planned} {unit}，还可以有 {remaining} {unit}{failureWord}',
  outlook: '；达标把握 {chance}',
  reasons: '。{reasons}',
  reasonJoin: '；',
  stop: '。',
  pointsOfRate: '百分点',
  pointsOfScore: '点',
};
