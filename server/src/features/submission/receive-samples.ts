import type { Actor } from '@zhibiao/shared/access';
import type { ProgrammeIndex } from '@zhibiao/shared/programme';
import { ok, type Refusal, type Result } from '@zhibiao/shared/result';
import { fileLabel, type FileRefusal } from '@zhibiao/shared/submission';
import { packRows } from '../../documents/packed-rows';
import { RefusalError } from '../../refusal-error';
import type { Services } from '../../services';
import { auditEntry, type Doer } from '../access';
import { headBytes, sampleListOf, type SampleReading, type SampleWork } from '../sample';
import { draftText } from './draft';
import { newOutsideId } from './outside-id';
import type { FileReceipt, LargeFile, ReceivedFile } from './received-file';

/** Whether a file is a list of samples, by its first lines. */
export const isSampleList = ({ name, bytes }: ReceivedFile, index: ProgrammeIndex): boolean =>
  sampleListOf(bytes.subarray(0, headBytes), name, index) !== null;

type Ground = Pick<Services, 'stores' | 'index' | 'clock' | 'originals' | 'forecasts' | 'samples'>;

/**
 * Keeps a list of samples and begins to read it on another thread: the uploader hears at once that it is being read, and
 * can leave or cancel. What was read becomes a draft like any other, with the samples staged beside it.
 */
export const receiveSamples =
  (services: Ground) =>
  async (sender: Doer & { readonly actor: Actor }, file: ReceivedFile | LargeFile): Promise<FileReceipt> => {
    const { stores, clock, originals, forecasts } = services;
    const { actor } = sender;
    const isLarge = 'aside' in file;
    const sha256 = isLarge ? file.sha256 : await originals.keep(file.bytes);
    if (isLarge) await originals.adopt(file.aside, sha256);
    const uploadedAt = clock.now();
    const outsideId = newOutsideId();
    const kept = await stores.transaction(async (tx) => {
      const submission = await tx.submissions.create({
        outsideId,
        fileName: fileLabel(file.name),
        sha256,
        bytes: isLarge ? file.size : file.bytes.byteLength,
        by: { id: actor.id, role: actor.role, name: actor.name },
        uploadedAt,
      });
      await tx.audit.append([
        auditEntry(sender, uploadedAt, {
          event: 'submission.upload',
          object: `submission:${submission}`,
          after: { id: outsideId, sha256, samples: true },
        }),
      ]);
      return ok(submission);
    });
    if (!kept.ok) throw new RefusalError(kept.refusal);
    const submission = kept.value;
    const day = clock.today();
    forecasts.warm();
    void readLater(services, {
      work: { submission, path: originals.pathOf(sha256), name: file.name, today: day, actor },
      keep: (reading) => keepReading(services, submission, { reading, day }),
    });
    return { submission: outsideId, fileRefusal: null, reading: true };
  };

const readLater = async (
  services: Ground,
  {
    work,
    keep,
  }: { readonly work: SampleWork; readonly keep: (reading: SampleReading) => Promise<Result<null, Refusal>> },
): Promise<void> => {
  const { samples } = services;
  const { submission } = work;
  try {
    const answer = await samples.read(work);
    // Whoever cancelled has ended the submission.
    if (answer === 'cancelled') return;
    if (answer.ok) await keep(answer.value);
    else await refuseFile(services, submission, answer.refusal);
  } catch {
    // A fault of ours, or the server stops: the next start says so and clears what was staged.
    await refuseFile(services, submission, interrupted).catch(() => undefined);
  }
};

const interrupted: FileRefusal = { code: 'file.reading-interrupted', params: {} };

const refuseFile = async (
  { stores, clock }: Pick<Services, 'stores' | 'clock'>,
  submission: number,
  refusal: FileRefusal,
): Promise<void> => {
  const counts = { new: 0, changed: 0, same: 0, refused: 0 };
  const reason = JSON.stringify(refusal);
  await stores.submissions.settle(submission, 'refused', { at: clock.now(), counts, reason });
};

const keepReading = async (
  { stores, forecasts, samples }: Ground,
  submission: number,
  { reading, day }: { readonly reading: SampleReading; readonly day: string },
): Promise<Result<null, Refusal>> => {
  const { submission: read, preview: sheet, samples: staged } = reading;
  const packed = packRows(read.rows);
  const kept = await stores.transaction(async (tx): Promise<Result<boolean, Refusal>> => {
    const record = await tx.submissions.find(submission);
    if (record?.state !== 'draft') return ok(false);
    await tx.submissions.keepDraft(
      submission,
      draftText({ reading: 0, read, packed, sheet, corrections: [], samples: staged }),
    );
    return ok(true);
  });
  if (!kept.ok) throw new RefusalError(kept.refusal);
  if (!kept.value) {
    await samples.remove(staged.batch);
    return ok(null);
  }
  const source = { kind: 'rows' as const, packed: packRows(read.rows), errors: read.errors };
  forecasts.keep({ submission, reading: 0, day }, forecasts.begin({ source, day }));
  return ok(null);
};

/** Ends what was being read when the service stopped, and removes samples that belong to nothing any more. */
export const clearUnread = async (
  services: Pick<Services, 'stores' | 'clock' | 'samples'>,
): Promise<void> => {
  const { stores, samples } = services;
  for (const submission of await stores.submissions.unread())
    await refuseFile(services, submission, interrupted);
  for (const batch of await stores.samples.leftOver()) void samples.remove(batch).catch(() => undefined);
};
