import type { alertZh } from '../zh/alerts';

/** What an alert says in English, piece for piece as in Chinese. */
export const alertEn: Readonly<Record<keyof typeof alertZh, string>> = {
  opening: '{period}: ',
  counts: '{total} {unit}, {failures} {failureWord}, {rate}',
  figure: '{rate}',
  noFigure: 'no figures yet',
  belowTarget: ', below the target of {against} by {points} {points_unit}',
  belowReference: ', below the province’s {against} by {points} {points_unit}',
  behind: ', behind the pace asked',
  notRising: ', not above last year’s {against}',
  planLeft: '; of {planned} {unit} planned for the year only {remaining} more may fail',
  planNone: '; of {planned} {unit} planned for the year none more may fail',
  planOver: '; failures exceed what {planned} {unit} planned for the year can bear by {over}',
  planWide: '; of {planned} {unit} planned for the year {remaining} more may fail',
  outlook: '; chance of meeting the target {chance}',
  reasons: '. {reasons}',
  reasonJoin: '; ',
  stop: '.',
  pointsOfRate: 'percentage points',
  pointsOfScore: 'points',
};
