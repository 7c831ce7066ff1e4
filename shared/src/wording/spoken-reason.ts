import type { LightReason } from '../evaluation';
import type { Indicator } from '../programme';

/** A light's reason as it is spoken: what nobody sampled has no sampling error and no missing samples. */
export type SpokenReason = LightReason | 'few-cases' | 'no-cases' | 'empty-register';

/** The words a reason takes for what an indicator measures. */
export const spokenReason = ({ measure }: Pick<Indicator, 'measure'>, reason: LightReason): SpokenReason => {
  switch (measure) {
    case 'sampled-proportion':
    case 'score':
      return reason;
    case 'full-coverage-proportion':
      if (reason === 'short-within-noise') return 'few-cases';
      return reason === 'no-samples' ? 'no-cases' : reason;
    case 'register-coverage':
    case 'count':
      return reason === 'no-samples' ? 'empty-register' : reason;
  }
};
