import type { Instant } from '@zhibiao/shared/calendar';
import type { Programme, UnitRegister } from '@zhibiao/shared/programme';
import type { Consequences, Forecast, ForecastWork, Judgements } from './features/submission';

/** What the forecasting thread stands on. */
export interface ForecastWorkerGround {
  /** Data folder of the instance. */
  readonly folder: string;
  readonly programme: Programme;
  readonly register: UnitRegister;
  readonly startedAt: Instant;
}

/** Rows to forecast; answers carry the same id. */
export type NumberedWork = ForecastWork & { readonly id: number };

/** What the thread is asked: to forecast rows; to tell their consequences now; or that nobody will ask for those any more. */
export type ForecastQuestion =
  | ({ readonly kind: 'work' } & NumberedWork)
  | { readonly kind: 'foresee' | 'forget'; readonly id: number };

/**
 * The forecast comes first; then the judgements, unless the draft has errors; at last the consequences, when they are
 * asked for or the thread has nothing better to do. Or a fault of ours instead of what is still to come.
 */
export type ForecastAnswer =
  | { readonly id: number; readonly kind: 'forecast'; readonly forecast: Forecast }
  | { readonly id: number; readonly kind: 'judgements'; readonly judgements: Judgements }
  | { readonly id: number; readonly kind: 'not-judged' | 'forgotten' }
  | { readonly id: number; readonly kind: 'consequences'; readonly consequences: Consequences }
  | { readonly id: number; readonly kind: 'fault'; readonly message: string };
