import { yearOf, type PlainDate, periodContaining } from '../../calendar';
import type { Indicator, ProgrammeIndex, ReportingUnit } from '../../programme';
import { indicatorIn, periodIn, unitIn, type NamedPeriod } from './find-names';
import { halfWidth, numberTokens, type NumberToken, type TokenRole } from './number-tokens';

/** What a notice says in one place: a row to confirm. Null is what the text does not say. */
export interface SentenceRow {
  readonly indicator: Indicator | null;
  readonly unit: ReportingUnit | null;
  readonly period: NamedPeriod | null;
  readonly passes: number | null;
  readonly total: number | null;
  /** In percent, as printed; a printed failure rate comes as it is in `failureRate`. */
  readonly rate: string | null;
  readonly failureRate: string | null;
  /** Which count was worked out from the two that were printed. */
  readonly derived: 'passes' | 'total' | null;
  readonly doubts: readonly SentenceDoubt[];
  /** The words it was read from, as they were pasted. */
  readonly text: string;
  readonly tokens: readonly NumberToken[];
}

/**
 * Why a row needs a look. `no-counts`: only a rate; `counts-disagree`: passes and failures are not the total;
 * `rounded`: 56.2 万批次 is no exact count, and the row carries none.
 */
export type SentenceDoubt = 'no-counts' | 'counts-disagree' | 'rounded';

/** Longest text that is read: a page of a notice. */
export const LONGEST_SENTENCE = 5_000;

/**
 * Reads the figures out of a notice's prose, a row for each number of samples taken. What the text says once, before
 * the first row (place, period), holds for the rows behind it. Nothing is believed: every row is for a person to
 * confirm, and is then checked like the row of a file.
 */
export const readSentence = (
  pasted: string,
  index: ProgrammeIndex,
  today: PlainDate,
): readonly SentenceRow[] => {
  const text = halfWidth(pasted.slice(0, LONGEST_SENTENCE));
  const { yearStart } = index.programme;
  const year = yearOf(periodContaining(today, 'year', yearStart), yearStart);
  let said: Pick<SentenceRow, 'indicator' | 'unit' | 'period'> = {
    indicator: null,
    unit: null,
    period: null,
  };
  return statements(text).map(({ start, words, tokens }) => {
    said = {
      indicator: indicatorIn(words, index) ?? said.indicator,
      unit: unitIn(words, index) ?? said.unit,
      period: periodIn(words, { yearStart, year }) ?? said.period,
    };
    return { ...said, ...figuresOf(tokens), text: pasted.slice(start, start + words.length).trim(), tokens };
  });
};

interface Statement {
  readonly start: number;
  readonly words: string;
  readonly tokens: readonly NumberToken[];
}

/** Parts of a text with one number of each kind: the second total (or passes, …) begins the next. */
const statements = (text: string): readonly Statement[] => {
  const parts: { start: number; tokens: NumberToken[] }[] = [];
  for (const token of numberTokens(text)) {
    const current = parts.at(-1);
    const repeats = current?.tokens.some(({ role }) => role === token.role) === true;
    if (current === undefined) parts.push({ start: 0, tokens: [token] });
    else if (repeats) parts.push({ start: sentenceStart(text, current, token), tokens: [token] });
    else current.tokens.push(token);
  }
  return parts.map(({ start, tokens }, at) => ({
    start,
    words: text.slice(start, parts[at + 1]?.start ?? text.length),
    tokens,
  }));
};

/** A new statement begins at the last stop before its first number, or at the last comma. */
const sentenceStart = (
  text: string,
  { tokens }: { readonly tokens: readonly NumberToken[] },
  { start }: NumberToken,
): number => {
  const from = tokens.at(-1)?.end ?? 0;
  const between = text.slice(from, start);
  const stop = Math.max(...[';', '。', '\n'].map((mark) => between.lastIndexOf(mark)));
  return from + (stop >= 0 ? stop : Math.max(between.indexOf(','), 0)) + 1;
};

type Figures = Pick<SentenceRow, 'passes' | 'total' | 'rate' | 'failureRate' | 'derived' | 'doubts'>;

const figuresOf = (tokens: readonly NumberToken[]): Figures => {
  const count = (role: TokenRole): number | null => {
    const token = tokens.find((one) => one.role === role);
    return token === undefined || token.rounded ? null : Number(token.value);
  };
  const printed = (role: TokenRole): string | null => tokens.find((one) => one.role === role)?.value ?? null;
  const rates = { rate: printed('rate'), failureRate: printed('failure-rate') };
  const rounded = tokens.some((token) => token.rounded);
  const [total, passes, failures] = [count('total'), count('passes'), count('failures')];
  if (total !== null && passes !== null) {
    const disagree = failures !== null && passes + failures !== total;
    return { ...rates, passes, total, derived: null, doubts: disagree ? ['counts-disagree'] : [] };
  }
  if (total !== null && failures !== null && failures <= total)
    return { ...rates, passes: total - failures, total, derived: 'passes', doubts: [] };
  if (passes !== null && failures !== null && !rounded)
    return { ...rates, passes, total: passes + failures, derived: 'total', doubts: [] };
  const doubts: readonly SentenceDoubt[] = rounded
    ? ['rounded']
    : failures === null || total === null
      ? ['no-counts']
      : ['counts-disagree'];
  return { ...rates, passes, total, derived: null, doubts };
};
