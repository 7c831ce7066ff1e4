import {
  benjaminiHochberg,
  chanceOf,
  funnel,
  funnelLimits,
  holmAdjust,
  overdispersion,
  pool,
  scoreLimits,
  simpson,
  type FunnelUnit,
  type PoolRow,
} from '..';
import { counts, decimal, fields, float, list, maybe, number, share, snake, text } from './read';

/** 05-pooling. */
export function pooling(input: unknown): unknown {
  const given = fields(input);
  const pooled = pool(list(given['rows'], row), maybe(given['published'], decimal));
  return { ...pooled, publishedMatches: snake(pooled.publishedMatches) };
}

/** 05-simpson. */
export function decomposition(input: unknown): unknown {
  const strata = list(fields(input)['strata'], (entry) => {
    const { a, b } = fields(entry);
    return { a: counts(a), b: counts(b) };
  });
  const { difference, parts, ...reading } = simpson(strata);
  const unknownParts = { reversal: null, rateEffect: null, mixEffect: null, mixDominates: null };
  return {
    ...reading,
    diff: difference,
    ...(parts ?? unknownParts),
    reason: parts === null ? 'empty_stratum' : null,
  };
}

/** 06-funnel-limits. */
export function limits(input: unknown): unknown {
  const given = fields(input);
  const centre = chanceOf(share(given['centre']));
  const n = number(given['n']);
  return { exact: funnelLimits(n, centre), score: scoreLimits(n, centre) };
}

/** 06-funnel. */
export function comparison(input: unknown): unknown {
  const given = fields(input);
  const reading = funnel(list(given['units'], unit), {
    centre: given['centre'] === 'pooled' ? null : share(given['centre']),
    minFailures: maybe(given['minFailures'], number) ?? 2,
  });
  return { ...reading, units: reading.units.map((entry) => ({ ...entry, flag: snake(entry.flag) })) };
}

/** 06-multiple. */
export function multiple(input: unknown): unknown {
  const p = list(fields(input)['p'], float);
  return { holm: holmAdjust(p), bh: benjaminiHochberg(p) };
}

/** 06-overdispersion. */
export function dispersion(input: unknown): unknown {
  const reading = overdispersion(list(fields(input)['units'], unit));
  return { ...reading, reason: snake(reading.reason) };
}

const unit = (value: unknown): FunnelUnit => ({ id: text(fields(value)['id']), ...counts(value) });

function row(value: unknown): PoolRow {
  const given = fields(value);
  const id = text(given['id']);
  return given['n'] === undefined || given['n'] === null
    ? { id, rate: decimal(given['rate']) }
    : { id, ...counts(value) };
}
