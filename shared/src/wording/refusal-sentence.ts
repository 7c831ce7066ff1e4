import type { Refusal, RefusalCode } from '../result';

/** The sentences of one language, one per refusal code. */
export type RefusalSentences = {
  readonly [C in RefusalCode]: (refusal: Extract<Refusal, { code: C }>) => string;
};

/** Says why the rules declined. */
export const refusalSentence = (refusal: Refusal, sentences: RefusalSentences): string => {
  // The table's type pairs every code with a sentence for just that refusal; indexing loses the pairing.
  const say = sentences[refusal.code] as (refusal: Refusal) => string;
  return say(refusal);
};
