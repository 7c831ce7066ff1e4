import { mannKendall, pChart, recentTrend, xmrChart } from '..';
import { counts, decimal, fields, flag, float, list, maybe, number, oneOf, percent, snake } from './read';

const improvement = oneOf('increase', 'decrease', 'neutral');

/** 07-pchart. */
export function shares(input: unknown): unknown {
  const given = fields(input);
  const chart = pChart(
    list(given['points'], (point) => maybe(point, counts)),
    {
      improvement: improvement(given['improvement']),
      target: maybe(given['target'], percent),
      baseline: maybe(given['baseline'], number),
    },
  );
  return {
    ...chart,
    points: chart.points && chart.points.map((point) => point && { ...point, type: snake(point.type) }),
    variation: snake(chart.variation),
    assurance: snake(chart.assurance),
  };
}

/** 08-xmr. */
export function individuals(input: unknown): unknown {
  const given = fields(input);
  const chart = xmrChart(
    list(given['values'], (value) => maybe(value, float)),
    {
      improvement: improvement(given['improvement']),
      target: maybe(given['target'], float),
      screen: given['screen'] === undefined || flag(given['screen']),
    },
  );
  if (chart.status === 'insufficient') {
    const none = {
      mean: null,
      amr: null,
      lpl: null,
      upl: null,
      types: null,
      variation: null,
      assurance: null,
    };
    return { status: chart.status, ...none };
  }
  return {
    ...chart,
    types: chart.types.map(snake),
    variation: snake(chart.variation),
    assurance: snake(chart.assurance),
  };
}

/** 09-mann-kendall. */
export function rankTrend(input: unknown): unknown {
  const reading = mannKendall(list(fields(input)['values'], (value) => maybe(value, decimal)));
  const none = { s: null, p: null, slope: null };
  return { ...none, ...reading, result: snake(reading.result), reason: snake(reading.reason) };
}

/** 09-trend-chisq. */
export function countTrend(input: unknown): unknown {
  const given = fields(input);
  const points = list(given['points'], (point) => maybe(point, counts));
  const reading = recentTrend(points, maybe(given['window'], number));
  return { ...reading, result: snake(reading.result), reason: snake(reading.reason) };
}
