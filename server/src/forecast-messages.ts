import type { Instant } from '@zhibiao/shared/calendar';
import type { Programme, UnitRegister } from '@zhibiao/shared/programme';
import type { Forecast, ForecastWork, Judgements } from './features/submission';

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

/** The forecast comes first, the judgements follow unless the draft has errors; or a fault of ours instead of what is still to come. */
export type ForecastAnswer =
  | { readonly id: number; readonly kind: 'forecast'; readonly forecast: Forecast }
  | { readonly id: number; readonly kind: 'judgements'; readonly judgements: Judgements }
  | { readonly id: number; readonly kind: 'not-judged' }
  | { readonly id: number; readonly kind: 'fault'; readonly message: string };
