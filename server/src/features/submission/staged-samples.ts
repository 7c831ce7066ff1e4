import type { Refusal } from '@zhibiao/shared/result';
import { eachRow, packRows, type PackedRows } from '../../documents/packed-rows';
import type { Services } from '../../services';
import type { Stores } from '../../stores';
import { sampledRows } from '../sample';
import { draftText, type Draft } from './draft';
import { changeKinds } from './forecast-draft';
import type { OwnDraft } from './own-draft';

/** Whether the samples of a draft were summed up beside other approved lists than there are now. */
export const isStale = async (stores: Pick<Stores, 'samples'>, { samples }: Draft): Promise<boolean> =>
  samples !== null && samples.approvals !== (await stores.samples.approvals());

/**
 * The draft as it stands beside the lists that were approved meanwhile: its samples are the same, what they add up to is
 * worked out and kept again.
 */
const freshDraft = async (
  { stores, samples: desk }: Pick<Services, 'stores' | 'samples'>,
  submission: number,
  draft: Draft,
): Promise<Draft> => {
  const { samples } = draft;
  if (samples === null || !(await isStale(stores, draft))) return draft;
  const { observations, ...counts } = await desk.reconcile(samples.batch);
  const packed = packRows(sampledRows(observations, samples.sheet));
  const fresh = { ...draft, reading: draft.reading + 1, samples: { ...samples, ...counts } };
  await stores.submissions.keepDraft(submission, draftText({ ...fresh, packed }));
  return { ...fresh, rowsGood: packed.count, rows: () => packed };
};

/** The same of a draft with the record it belongs to. */
export const freshOwn = async (
  services: Pick<Services, 'stores' | 'samples'>,
  { record, draft }: OwnDraft,
): Promise<OwnDraft> => ({ record, draft: await freshDraft(services, record.id, draft) });

/**
 * The first figure that a table would change although samples stand behind it: figures with samples always equal them, so
 * it is the samples that must be corrected. Null where there is none.
 */
export const heldBySamples = async (
  stores: Pick<Stores, 'samples'>,
  { samples }: Draft,
  { packed, kinds }: { readonly packed: PackedRows; readonly kinds: Uint8Array },
): Promise<Refusal | null> => {
  if (samples !== null) return null;
  const held = await stores.samples.heldKeys();
  if (held.size === 0) return null;
  let place = -1;
  for (const { indicator, unit, period, basis, cell } of eachRow(packed)) {
    place += 1;
    if (changeKinds[kinds[place] ?? 0] === 'same' || basis !== 'single') continue;
    if (held.has(`${indicator}|${unit}|${period}`))
      return { code: 'submission.held-by-samples', cell, period };
  }
  return null;
};
