import type { Refusal } from '@zhibiao/shared/result';

/** Why an answer did not come: the rules declined, the server failed, or it was not reached at all. */
export type Problem =
  | { readonly kind: 'refusal'; readonly refusal: Refusal }
  | { readonly kind: 'fault'; readonly requestId: string | null }
  | { readonly kind: 'unreachable' };

/** Reads what went wrong out of whatever a query, mutation or upload threw. */
export const problemOf = (error: unknown): Problem => {
  const data = field(error, 'data');
  const refusal = field(data, 'refusal');
  // The server's error formatter puts nothing but a Refusal there; its `code` is checked here.
  if (typeof field(refusal, 'code') === 'string') return { kind: 'refusal', refusal: refusal as Refusal };
  if (data === undefined || data === null) return { kind: 'unreachable' };
  const requestId = field(data, 'requestId');
  return { kind: 'fault', requestId: typeof requestId === 'string' ? requestId : null };
};

/** Whether asking again may help: never after a refusal. */
export const isTemporary = (error: unknown): boolean => problemOf(error).kind !== 'refusal';

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
