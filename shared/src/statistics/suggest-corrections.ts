import { areCounts, type Counts } from './counts';
import { parseDecimal } from './decimal';
import { outlierCheck } from './outlier-check';
import { rateCheck } from './rate-check';

/** A typing slip that would explain the figures. */
export type Edit =
  | 'swap-xn'
  | 'swap-xf'
  | 'transpose-x'
  | 'transpose-n'
  | 'transpose-rate'
  | 'drop-digit-x'
  | 'drop-digit-n'
  | 'append-digit-x'
  | 'append-digit-n';

/** Figures as typed; the rate as text in percent, null where none was given. */
export interface Typed {
  readonly x: number;
  readonly n: number;
  readonly rate: string | null;
}

/** A slip undone. */
export interface Suggestion extends Typed {
  readonly edit: Edit;
}

/**
 * One slip undone, wherever the result is plausible: it agrees with the rate, and with the history where that speaks
 * (statistics.md j). Only ever offered, never applied; none without rate and history.
 */
export function suggestCorrections(typed: Typed, history: Counts | null): readonly Suggestion[] {
  if (typed.rate === null && history === null) return [];
  const seen = new Set([keyOf(typed)]);
  return candidates(typed).filter((candidate) => {
    const key = keyOf(candidate);
    if (seen.has(key) || !isPlausible(candidate, history)) return false;
    seen.add(key);
    return true;
  });
}

const keyOf = ({ x, n, rate }: Typed): string => `${x}/${n}/${rate ?? ''}`;

function candidates(typed: Typed): Suggestion[] {
  const { x, n, rate } = typed;
  const withX = (edit: Edit) => (value: string) => ({ ...typed, edit, x: Number(value) });
  const withN = (edit: Edit) => (value: string) => ({ ...typed, edit, n: Number(value) });
  return [
    x > n ? { edit: 'swap-xn', x: n, n: x, rate } : { edit: 'swap-xf', x: n - x, n, rate },
    ...transposed(String(x)).map(withX('transpose-x')),
    ...transposed(String(n)).map(withN('transpose-n')),
    ...(rate === null ? [] : transposed(rate)).map(
      (value): Suggestion => ({ x, n, edit: 'transpose-rate', rate: value }),
    ),
    ...dropped(String(x)).map(withX('drop-digit-x')),
    ...dropped(String(n)).map(withN('drop-digit-n')),
    ...appended(String(x)).map(withX('append-digit-x')),
    ...appended(String(n)).map(withN('append-digit-n')),
  ];
}

/** Adjacent unequal digits exchanged, across a decimal point too; no new leading zero. */
function transposed(text: string): string[] {
  const places = [...text.matchAll(/\d/g)].map((match) => match.index);
  return places.flatMap((place, i) => {
    const next = places[i + 1];
    if (next === undefined || text[place] === text[next] || (i === 0 && text[next] === '0')) return [];
    const digits = text.split('');
    [digits[place], digits[next]] = [text.charAt(next), text.charAt(place)];
    return [digits.join('')];
  });
}

/** One digit left out; no new leading zero. */
const dropped = (text: string): string[] =>
  text
    .split('')
    .map((_, i) => text.slice(0, i) + text.slice(i + 1))
    .filter((rest) => rest !== '' && (rest === '0' || !rest.startsWith('0')));

const appended = (text: string): string[] => Array.from({ length: 10 }, (_, digit) => `${text}${digit}`);

function isPlausible({ x, n, rate }: Typed, history: Counts | null): boolean {
  if (!areCounts(x, n) || n === 0) return false;
  if (rate !== null) {
    const decimal = parseDecimal(rate);
    if (decimal === null || Number(rate) > 100 || rateCheck(x, n, decimal) !== 'ok') return false;
  }
  const surprise = history === null ? null : outlierCheck({ x, n }, history);
  if (surprise !== null && 'pTwo' in surprise) return surprise.pTwo >= 0.05;
  // A history too short to speak leaves the rate as the only witness.
  return rate !== null;
}
