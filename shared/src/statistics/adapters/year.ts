import { alertLevel, failureBudget, outlook, type AlertState, type Progress } from '..';
import { counts, fields, flag, list, maybe, number, oneOf, percent, snake } from './read';

/** 10-budget. */
export function budget(input: unknown): unknown {
  const reading = failureBudget(progress(input));
  return { ...reading, status: snake(reading.status) };
}

/** 11-outlook. */
export function prospect(input: unknown): unknown {
  const reading = outlook(progress(input));
  return { ...reading, reason: snake(reading.reason) };
}

/** 12-alerts: the steps of a year, each judged after the one before. */
export function alerts(input: unknown): unknown {
  const given = fields(input);
  let previous: AlertState | null = null;
  const steps = list(given['steps'], fields).map((step) => {
    const next = alertLevel(
      {
        target: percent(given['target']),
        planned: maybe(given['planned'], number),
        planFirm: flag(given['planFirm']),
        scope: maybe(given['scope'], oneOf('city', 'county')) === 'county' ? 'part' : 'whole',
        cumulative: counts(step['ytd']),
        period: maybe(step['period'], counts),
        final: flag(step['yearEnd']),
        chartConcern: flag(step['spcConcern']),
        belowBenchmark: flag(step['belowProvince']),
      },
      previous,
    );
    previous = next;
    return next;
  });
  return { steps };
}

function progress(input: unknown): Progress {
  const given = fields(input);
  return { ...counts(input), target: percent(given['target']), planned: maybe(given['planned'], number) };
}
