import type { Actor } from '@zhibiao/shared/access';
import type { Shown } from '@zhibiao/shared/publication';
import type { Refusal, Result } from '@zhibiao/shared/result';
import type { Clock } from '../../clock';
import type { Stores } from '../../stores';

/** One state of the figures, as pages read it: stores that end where it ends, and the day it is seen on. */
export interface PageView {
  readonly stores: Stores;
  readonly clock: Clock;
  readonly shown: Shown;
}

/** Picks the state of the figures that somebody may see. */
export interface Views {
  /**
   * `asOf` as the address has it: nothing for the newest publication, a number, an instant, or `living`. Refuses
   * what the role may not see today, whatever it might see then, and a publication that never was.
   */
  at(actor: Actor, asOf: string | undefined): Promise<Result<PageView, Refusal>>;
}
