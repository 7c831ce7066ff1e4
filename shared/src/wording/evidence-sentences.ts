import { parsePeriod, type PeriodCode, type YearStart } from '../calendar';
import type { ControlReading, Decomposition, FunnelReading, RankInterval, TrendReading } from '../evaluation';
import type { Indicator } from '../programme';
import type { FunnelFlag } from '../statistics';
import { controlEn, decompositionEn, funnelEn, periodKindEn, rankEn, trendEn } from './en/evidence';
import { fillSentence } from './fill-sentence';
import type { Language } from './language';
import { mixWords } from './mix-words';
import { decimals } from './numbers';
import { periodText } from './period-text';
import { controlZh, decompositionZh, funnelZh, periodKindZh, rankZh, trendZh } from './zh/evidence';

/** What a sentence about a chart needs beside its reading. */
export interface ChartWords {
  readonly language: Language;
  readonly yearStart?: YearStart;
  /** What scores are counted in, 分; shares are percent. */
  readonly scoreUnit?: string;
}

type Params = Readonly<Record<string, string | number>>;

/**
 * What a control chart says, in one sentence that keeps three things apart: whether anything changed, whether that is
 * real, and whether the target was reached.
 */
export const controlSentence = (reading: ControlReading, words: ChartWords): string => {
  const { language, yearStart } = words;
  const pieces = language === 'zh' ? controlZh : controlEn;
  const say = (piece: keyof typeof controlZh, params: Params = {}): string =>
    fillSentence(pieces[piece], params);
  const known = reading.points.filter(({ value }) => value !== null);
  if (reading.status === 'insufficient') return say('insufficient', { count: known.length }) + say('stop');
  const value = (one: number | null): string => valueText(one, reading.scale, words);
  const period = (code: PeriodCode): string => periodText(code, 'single', language, yearStart);
  const kind = kindText(known.at(-1)?.period, language);
  const last = known.at(-1);
  const { variation, run } = reading;
  const meaning = say(variation === 'improvement' || variation === 'concern' ? variation : 'neutral');
  const shared = { kind, meaning, centre: value(reading.centre) };
  const signal = (): string => {
    const type = reading.last?.type ?? 'common';
    if (last === undefined) return '';
    if (type === 'common') return say('common', { ...shared, period: period(last.period) });
    if (type.startsWith('shift') && run !== null) {
      const side = say(run.side);
      return (
        say('shift', { ...shared, from: period(run.from), count: run.points, side }) +
        reached(run.met, run.points)
      );
    }
    const named = { ...shared, period: period(last.period), value: value(last.value) };
    if (type.startsWith('trend'))
      return say('trend', { ...named, direction: say(type === 'trend-up' ? 'rising' : 'falling') });
    if (type.startsWith('two')) return say('nearLimit', named);
    return say('outside', { ...named, lower: value(last.lower), upper: value(last.upper) });
  };
  /** How often the target was reached in a run; silent without a target. */
  const reached = (met: number | null, points: number): string => {
    if (met === null) return '';
    const params = { met, kind };
    if (met === points) return say('metAll', params);
    if (met === 0) return say('metNone', params);
    return say(variation === 'improvement' && 2 * met < points ? 'metFew' : 'metSome', params);
  };
  return [
    signal(),
    assurancePiece(reading, say),
    reading.dispersion === null ? '' : say('dispersion', { dispersion: decimals(reading.dispersion, 1) }),
    reading.status === 'trial' ? say('trial') : '',
    say('stop'),
  ].join('');
};

/** Said beside ordinary variation only: a real change makes the level of before worthless for what is to come. */
const assurancePiece = (
  { assurance, variation }: ControlReading,
  say: (piece: keyof typeof controlZh) => string,
): string => {
  if (variation !== 'common' || assurance === null) return '';
  return say(
    assurance === 'consistent-fail'
      ? 'consistentFail'
      : assurance === 'consistent-pass'
        ? 'consistentPass'
        : 'inconsistent',
  );
};

const valueText = (
  value: number | null,
  scale: ControlReading['scale'],
  { scoreUnit }: ChartWords,
): string => {
  if (value === null) return '—';
  if (scale === 'share') return `${decimals(100 * value, 1)}%`;
  return scoreUnit === undefined ? decimals(value, 1) : `${decimals(value, 1)} ${scoreUnit}`;
};

const kindText = (period: PeriodCode | undefined, language: Language): string => {
  const kind = period === undefined ? 'span' : (parsePeriod(period)?.kind ?? 'span');
  return (language === 'zh' ? periodKindZh : periodKindEn)[kind];
};

/** Whether there is a trend, and why none can be told. */
export const trendSentence = (reading: TrendReading, language: Language): string => {
  const pieces = language === 'zh' ? trendZh : trendEn;
  const { result, reason, meaning, window, points, seasonal } = reading;
  const direction = pieces[result === 'increasing' ? 'rising' : 'falling'];
  const piece = meaning ?? reason ?? 'not-significant';
  const told = fillSentence(pieces[piece], { window, count: points, direction });
  return told + (meaning !== null && seasonal ? pieces.seasonal : '') + pieces.stop;
};

/** What a sentence about units needs: their names. */
export interface UnitWords {
  readonly language: Language;
  readonly nameOf: (unit: string) => string;
}

/** Which units lie outside the limits, how far that may be chance, and whether units differ by more than chance. */
export const funnelSentence = (reading: FunnelReading, { language, nameOf }: UnitWords): string => {
  const pieces = language === 'zh' ? funnelZh : funnelEn;
  const say = (piece: keyof typeof funnelZh, params: Params = {}): string =>
    fillSentence(pieces[piece], params);
  const sampled = reading.points.filter(({ rate }) => rate !== null);
  if (reading.centre === null || sampled.length === 0) return say('empty') + say('stop');
  const flagged = (flag: FunnelFlag): string =>
    sampled
      .filter((point) => point.flag === flag)
      .map(({ unit }) => nameOf(unit))
      .join(say('listComma'));
  const told = flagPieces.flatMap(([flag, piece]) => {
    const units = flagged(flag);
    return units === '' ? [] : [say(piece, { units })];
  });
  const count = sampled.length;
  const isHint = told.length > 0 && sampled.some(({ flag }) => flag === 'low-95' || flag === 'high-95');
  // 1 − 0.95^k: of six units some 26 % of periods flag one by chance (statistics.md d).
  const chance = Math.round(100 * (1 - 0.95 ** count));
  return [
    say(centrePieces[reading.centreIs], { centre: `${decimals(100 * reading.centre, 1)}%` }),
    told.length === 0 ? say('none', { count }) : told.join(say('join')),
    isHint && count > 1 ? say('byChance', { count, chance }) : '',
    reading.dispersion === null ? '' : say('dispersion', { dispersion: decimals(reading.dispersion, 1) }),
    reading.dispersion !== null && reading.widened !== null ? say('widened') : '',
    say('stop'),
  ].join('');
};

const flagPieces = [
  ['low-998', 'low998'],
  ['low-95', 'low95'],
  ['high-998', 'high998'],
  ['high-95', 'high95'],
] as const;

const centrePieces = {
  pooled: 'centrePooled',
  target: 'centreTarget',
  reference: 'centreReference',
} as const;

/** Who is first and last, with how much certainty, and who can be told apart at all. */
export const rankIntervalSentence = (
  ranks: readonly RankInterval[],
  { language, nameOf }: UnitWords,
): string => {
  const pieces = language === 'zh' ? rankZh : rankEn;
  const say = (piece: keyof typeof rankZh, params: Params = {}): string =>
    fillSentence(pieces[piece], params);
  const ranked = ranks
    .filter(({ rank }) => rank !== null)
    .sort((one, other) => (one.rank ?? 0) - (other.rank ?? 0));
  const [best] = ranked;
  const worst = ranked.at(-1);
  if (best === undefined || worst === undefined) return say('none') + say('stop');
  if (ranked.length === 1) return say('one', { best: nameOf(best.unit) }) + say('stop');
  if (best.rank === worst.rank) return say('level', { count: ranked.length }) + say('stop');
  const range = ({ lower, upper }: RankInterval): string =>
    lower === upper ? `${lower ?? ''}` : say('range', { lower: lower ?? '', upper: upper ?? '' });
  const settled = ranked.filter(({ tiedWith }) => tiedWith.length === 0);
  // Who shares an end is counted, for naming one of them would set it apart from its equals.
  const sharing = ({ rank }: RankInterval): number => ranked.filter((other) => other.rank === rank).length;
  const first =
    sharing(best) > 1
      ? say('firstShared', { count: sharing(best) })
      : say('first', { unit: nameOf(best.unit), range: range(best) });
  const last =
    sharing(worst) > 1
      ? say('lastShared', { count: sharing(worst) })
      : say(sharing(best) > 1 ? 'lastAlone' : 'last', { unit: nameOf(worst.unit), range: range(worst) });
  const order =
    settled.length === ranked.length
      ? say('allSettled')
      : settled.length === 0
        ? say(best.tiedWith.includes(worst.unit) ? 'noneSettled' : 'endsSettled')
        : say('someSettled', { units: settled.map(({ unit }) => nameOf(unit)).join(say('listComma')) });
  return first + last + order + say('stop');
};

/** Whether a total moved because its parts did, or because other parts were sampled or had more cases. */
export const decompositionSentence = (
  reading: Decomposition,
  indicator: Pick<Indicator, 'measure'>,
  { language, nameOf }: UnitWords,
): string => {
  const pieces = language === 'zh' ? decompositionZh : decompositionEn;
  const say = (piece: keyof typeof decompositionZh, params: Params = {}): string =>
    fillSentence(pieces[piece], { ...mixWords(indicator, language), ...params });
  const { before, after, difference, effects, oneSided } = reading;
  if (before === null || after === null || difference === null) return say('unknown') + say('stop');
  const digits = digitsThatAdd(reading);
  const points = (share: number): string => decimals(100 * share, digits);
  const direction = say(difference > 0 ? 'rising' : 'falling');
  const shown = {
    before: `${points(before)}%`,
    after: `${points(after)}%`,
    direction,
    points: points(Math.abs(difference)),
  };
  const units = oneSided.map(nameOf).join(say('listComma'));
  return [
    say(Math.abs(difference) < 0.0005 ? 'level' : 'moved', shown),
    effects === null
      ? ''
      : say('effects', { rate: signedPoints(effects.rate, digits), mix: signedPoints(effects.mix, digits) }),
    effects?.mixDominates === true ? say('mixDominates') : '',
    effects?.reversal === true ? say('reversal', { direction }) : '',
    oneSided.length === 0 ? '' : say('oneSided', { units }),
    say('stop'),
  ].join('');
};

/** One decimal, or two where one would print a sum that does not add up. */
const digitsThatAdd = ({ before, after, difference, effects }: Decomposition): 1 | 2 => {
  const tenths = (share: number | null): number => Math.round(1000 * (share ?? 0));
  const adds = tenths(after) - tenths(before) === tenths(difference);
  const parts = effects === null || tenths(effects.rate) + tenths(effects.mix) === tenths(difference);
  return adds && parts ? 1 : 2;
};

const signedPoints = (share: number, digits: number): string => {
  const text = decimals(100 * share, digits);
  return share > 0 && Number(text) !== 0 ? `+${text}` : text;
};
