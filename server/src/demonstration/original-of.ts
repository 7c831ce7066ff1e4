import type { Observation } from '@zhibiao/shared/observation';
import type { ProgrammeIndex } from '@zhibiao/shared/programme';
import { joinCsv, TEMPLATE_COLUMNS, TEMPLATE_HEADING, TEMPLATE_WORDS } from '@zhibiao/shared/submission';

/** The sheet from which a demonstration submission would have come, so that every figure leads to an original. */
export const originalOf = (observations: readonly Observation[], index: ProgrammeIndex): Buffer =>
  Buffer.from(
    `\uFEFF${joinCsv([
      TEMPLATE_COLUMNS.map((column) => TEMPLATE_HEADING[column]),
      ...observations.map(({ indicator, unit, period, basis, figure, source, note }) => [
        index.indicator(indicator)?.name.zh ?? indicator,
        index.unit(unit)?.name.zh ?? unit,
        period,
        TEMPLATE_WORDS[basis],
        figure?.kind === 'counts' ? String(figure.passes) : '',
        figure?.kind === 'counts' ? String(figure.total) : '',
        figure?.kind === 'rate' ? figure.rate : figure?.kind === 'score' ? figure.score : '',
        '',
        [source, note].filter((text) => text !== '').join('；'),
      ]),
    ])}`,
    'utf8',
  );
