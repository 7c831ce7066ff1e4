import type { QueryClient } from '@tanstack/react-query';

interface FirstAnswer {
  /** Path of the procedure, as `evaluation.overview`. */
  readonly path: string;
  readonly input?: unknown;
  readonly answer: { readonly result: { readonly data: unknown } };
}

/** The key under which tRPC's queries look for the answer of a procedure. */
export const keyOfAnswer = (path: string, input: unknown): readonly unknown[] => [
  path.split('.'),
  input === undefined ? { type: 'query' } : { input, type: 'query' },
];

/**
 * Puts the answers that came with the page (server/src/http/first-view.ts) where its queries look for them, and takes
 * them out of the page: after signing out nothing of them is left in it.
 */
export const takeFirstView = (queries: QueryClient): void => {
  const block = document.getElementById('first-view');
  if (block === null) return;
  const answers = JSON.parse(block.textContent) as readonly FirstAnswer[];
  for (const { path, input, answer } of answers)
    queries.setQueryData(keyOfAnswer(path, input), answer.result.data);
  block.remove();
};
