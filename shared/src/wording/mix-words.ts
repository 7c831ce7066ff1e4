import type { Indicator } from '../programme';
import { mixEn } from './en/evidence';
import type { Language } from './language';
import { mixZh } from './zh/evidence';

/** What the parts of a total are shares of (samples, or all cases), and how a part is known: sampled, or counted. */
export interface MixWords {
  readonly of: string;
  readonly seen: string;
}

/** The words for what a total is made of: nothing is called a sample where everything is counted. */
export const mixWords = ({ measure }: Pick<Indicator, 'measure'>, language: Language): MixWords =>
  (language === 'zh' ? mixZh : mixEn)[measure === 'sampled-proportion' ? 'sampled' : 'counted'];
