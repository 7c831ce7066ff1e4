import {
  compareMode,
  cumulativeIssues,
  displayText,
  gbt8170,
  halfUp,
  outlierCheck,
  rateCheck,
  repeatCheck,
  requireCounts,
  suggestCorrections,
} from '..';
import { counts, decimal, fields, list, maybe, number, oneOf, percent, snake, text } from './read';

/** 13-cumulative. */
export function cumulative(input: unknown): unknown {
  const given = fields(input);
  const issues = cumulativeIssues({
    series: list(given['series'], counts),
    declared: oneOf('cumulative', 'single')(given['declared']),
    planned: maybe(given['planned'], number),
  });
  return { issues: issues.map((issue) => ({ ...issue, code: snake(issue.code) })) };
}

/** 13-outlier. */
export function outlier(input: unknown): unknown {
  const reading = outlierCheck(counts(input), counts(fields(input)['history']));
  return { ...reading, status: snake(reading.status) };
}

/** 13-rate-vs-counts. */
export function rateAgainstCounts(input: unknown): unknown {
  const { x, n } = counts(input);
  return { code: snake(rateCheck(x, n, decimal(fields(input)['rate']))) };
}

/** 13-repeat. */
export function repeats(input: unknown): unknown {
  const given = fields(input);
  return { codes: repeatCheck(counts(given['current']), list(given['previous'], counts)).map(snake) };
}

/** 13-suggest. */
export function suggestions(input: unknown): unknown {
  const given = fields(input);
  const typed = { ...counts(input), rate: maybe(given['rate'], text) };
  const found = suggestCorrections(typed, maybe(given['history'], counts));
  return { suggestions: found.map((suggestion) => ({ ...suggestion, edit: snake(suggestion.edit) })) };
}

/** 14-compare-mode. */
export function modes(input: unknown): unknown {
  const given = fields(input);
  const none = { full: 'no_data', rounded: 'no_data' };
  return compareMode(counts(input), percent(given['target']), number(given['decimals'])) ?? none;
}

/** 14-display. */
export function display(input: unknown): unknown {
  const { x, n } = counts(input);
  return { text: displayText(x, n, maybe(fields(input)['target'], percent)) };
}

/** 14-rounding. */
export function rounding(input: unknown): unknown {
  const { x, n } = counts(input);
  requireCounts(x, n);
  if (n === 0) return { halfUp: null, gbt8170: null };
  const decimals = number(fields(input)['decimals']);
  return { halfUp: halfUp(x, n, decimals), gbt8170: gbt8170(x, n, decimals) };
}
