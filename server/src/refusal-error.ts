import type { Refusal } from '@zhibiao/shared/result';

/** Carries a refusal to the edge, where the reader is told of it, typed. */
export class RefusalError extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}
