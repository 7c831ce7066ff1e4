import type { ProblemList } from './problem';
import type { Indicator, Programme } from './types';

/** What an indicator must not ask for: sums of rates that arrive finished, a gauge without room, unknown departments. */
export function checkIndicator(
  indicator: Indicator,
  index: number,
  programme: Programme,
  list: ProblemList,
): void {
  const path = ['indicators', index];
  const departments = new Set(programme.departments.map((department) => department.code));
  const { lead, others } = indicator.departments;
  if (!departments.has(lead))
    list.at([...path, 'departments', 'lead'], 'programme.unknown-department', { department: lead });
  others.forEach((department, position) => {
    if (!departments.has(department))
      list.at([...path, 'departments', 'others', position], 'programme.unknown-department', { department });
  });
  if (indicator.measure === 'score' && indicator.combination !== 'given') {
    list.at([...path, 'combination'], 'programme.score-not-given', { indicator: indicator.code });
  }
  // statistics.md l: the sum of a weighted or given indicator means nothing, so nobody may ask for it.
  if (indicator.combination !== 'pooled' && indicator.reportedBy === 'lower-units') {
    list.at([...path, 'reportedBy'], 'programme.sum-of-finished-rates', {
      indicator: indicator.code,
      combination: indicator.combination,
    });
  }
  const { low, high } = indicator.scale;
  if (low >= high) list.at([...path, 'scale'], 'programme.scale-reversed', { low, high });
}
