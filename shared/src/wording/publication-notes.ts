const quarters = ['一', '二', '三', '四'] as const; // wording-ok: numerals of the notes below

/** What the demonstration's publications say of themselves; kept as data, as a reviewer would have typed it. */
export const publicationNotes = {
  year: (year: number): string => `${year} 年全年监测数据`,
  quarter: (year: number, quarter: 1 | 2 | 3 | 4): string => `${year} 年${quarters[quarter - 1]}季度监测数据`,
  correction: (year: number, quarter: 1 | 2 | 3 | 4): string =>
    `${year} 年${quarters[quarter - 1]}季度数据更正`,
  newest: '最新审核通过的数据',
  revised: '参照数据按最新公布值更新',
  scores: '年度得分按最新公布值更新',
  retest: '陆丰市二季度制造业产品复检合格 1 批，附复检报告',
} as const;

/** Note of an observation that was made from a list of samples; kept as data with its revision. */
export const sampledNote = (samples: number): string => `由 ${samples} 个样品的明细汇总`;
