import { isPlainDate, pad } from './plain-date';
import type { Period, PeriodCode } from './types';

const known = new Map<PeriodCode, Period | null>();

/**
 * Takes an SDMX reporting period or an ISO interval apart; null when it is neither.
 * Only the canonical spelling counts (`2025-M09`, not `2025-M9`): readPeriodText reads what people write.
 */
export function parsePeriod(code: PeriodCode): Period | null {
  const found = known.get(code);
  if (found !== undefined) return found;
  // Codes arrive from files: a bound keeps a hostile one from filling the memory.
  if (known.size > 20_000) known.clear();
  const period = parse(code);
  known.set(code, period);
  return period;
}

/** Writes a period as its code. */
export function periodCode(period: Period): PeriodCode {
  switch (period.kind) {
    case 'year':
      return `${period.year}`;
    case 'half':
      return `${period.year}-S${period.part}`;
    case 'third':
      return `${period.year}-T${period.part}`;
    case 'quarter':
      return `${period.year}-Q${period.part}`;
    case 'month':
      return `${period.year}-M${pad(period.part)}`;
    case 'span':
      return `${period.start}/${period.end}`;
  }
}

function parse(code: PeriodCode): Period | null {
  const match = /^([1-9]\d{3})(?:-(S[12]|T[123]|Q[1234]|M(?:0[1-9]|1[0-2])))?$/.exec(code);
  if (match === null) return parseSpan(code);
  const year = Number(match[1]);
  const rest = match[2];
  if (rest === undefined) return { kind: 'year', year };
  const part = Number(rest.slice(1));
  switch (rest.charAt(0)) {
    case 'S':
      return { kind: 'half', year, part };
    case 'T':
      return { kind: 'third', year, part };
    case 'Q':
      return { kind: 'quarter', year, part };
    default:
      return { kind: 'month', year, part };
  }
}

function parseSpan(code: PeriodCode): Period | null {
  if (code.length !== 21 || code.charAt(10) !== '/') return null;
  const start = code.slice(0, 10);
  const end = code.slice(11);
  return isPlainDate(start) && isPlainDate(end) && start <= end ? { kind: 'span', start, end } : null;
}
