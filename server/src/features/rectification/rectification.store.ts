import type { Rectification, RectificationStep } from '@zhibiao/shared/rectification';

/** Rectifications and their steps. Append only; nothing is changed or deleted. */
export interface RectificationStore {
  /** Every one with its steps, oldest number first within a year, newest year first. */
  list(): Promise<readonly Rectification[]>;
  /** By the id that is asked for from outside. */
  find(id: string): Promise<Rectification | null>;
  /** Opens one for an alert that has none, with its first step; fails where the alert has one. Gives it its number. */
  open(alert: number, id: string, step: RectificationStep): Promise<void>;
  /** Adds a step; fails where there is no such rectification. */
  add(id: string, step: RectificationStep): Promise<void>;
}
