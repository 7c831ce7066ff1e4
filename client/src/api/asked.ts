/** What a page needs to know of a question: the answer so far, why there is none, and how to ask again. */
export interface Asked<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  /** The answer belongs to an earlier question and stays in sight until the asked one arrives. */
  readonly isPlaceholderData: boolean;
  readonly refetch: () => unknown;
}
