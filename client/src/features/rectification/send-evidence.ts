import { sameOrigin } from '../../api/trpc';

/** Sends one file that proves something. Throws what `problemOf` reads: a refusal, a fault, or that nobody was reached. */
export const sendEvidence = async (rectification: string, file: File): Promise<void> => {
  const body = new FormData();
  body.append('file', file, file.name);
  const response = await fetch(`/api/rectifications/${rectification}/evidence`, {
    method: 'POST',
    headers: sameOrigin,
    body,
  });
  if (response.ok) return;
  const data: unknown = await response.json().catch(() => ({}));
  throw Object.assign(new Error(`evidence answered ${response.status}`), { data });
};
