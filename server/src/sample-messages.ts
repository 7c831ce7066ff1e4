import type { Programme, UnitRegister } from '@zhibiao/shared/programme';
import type { SampleAnswer, SampleProgress, SampleWork, StagedOutcome } from './features/sample';

/** What the thread that stages samples stands on. */
export interface SampleWorkerGround {
  /** The database file. */
  readonly file: string;
  readonly programme: Programme;
  readonly register: UnitRegister;
}

/** One piece of work for the thread; answers carry the same id. */
export type SampleTask = { readonly id: number } & (
  | { readonly kind: 'read'; readonly work: SampleWork }
  | { readonly kind: 'reconcile'; readonly batch: number }
  | { readonly kind: 'remove'; readonly batch: number }
);

/** The server's answer to a wish for a turn: to write now, or to give the list up. */
export type TurnGiven = { readonly kind: 'turn'; readonly goes: boolean };

/** What the thread says. A turn that was wished for ends with `turn-over`. */
export type SampleSaid =
  | { readonly kind: 'turn-wished'; readonly id: number }
  | { readonly kind: 'turn-over' }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: SampleProgress }
  | { readonly kind: 'read'; readonly id: number; readonly answer: SampleAnswer }
  | { readonly kind: 'outcome'; readonly id: number; readonly outcome: StagedOutcome }
  | { readonly kind: 'removed'; readonly id: number }
  | { readonly kind: 'fault'; readonly id: number; readonly message: string };
