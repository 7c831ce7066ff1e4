import type { Actor } from '@zhibiao/shared/access';
import type { Instant } from '@zhibiao/shared/calendar';
import { ok, type Result } from '@zhibiao/shared/result';
import { fileLabel, type FileRefusal } from '@zhibiao/shared/submission';
import type { ReadFile, SheetReader } from '../../documents';
import { RefusalError } from '../../refusal-error';
import type { Services } from '../../services';
import type { Stores } from '../../stores';
import { auditEntry, type Doer } from '../access';
import { draftText, packedRowsOf, type ToldLayout } from './draft';
import { readWithMemory } from './layout-memory';
import { newOutsideId } from './outside-id';
import type { ForecastWork } from './forecast.store';
import type { FileReceipt, LargeFile, ReceivedFile } from './received-file';
import { isSampleList, receiveSamples } from './receive-samples';

type Ground = Pick<Services, 'stores' | 'index' | 'clock' | 'originals' | 'forecasts'> & {
  readonly reader: Pick<SheetReader, 'read'>;
};
type Sender = Doer & { readonly actor: Actor };

/** Takes a file in: a list of samples is read row by row, which takes its time; everything else at once. */
export const receiveFile =
  (services: Ground & Pick<Services, 'samples'>) =>
  (sender: Sender, file: ReceivedFile | LargeFile): Promise<FileReceipt> =>
    'aside' in file || isSampleList(file, services.index)
      ? receiveSamples(services)(sender, file)
      : receiveTable(services, receiveSamples(services))(sender, file);

/**
 * Keeps the original under its hash, reads it apart from the server's own thread, and keeps what was read as
 * a draft. Nothing enters the ledger here; what committing the draft would do begins to be worked out. `keepSamples`
 * takes a workbook that turns out to hold nothing but lists of samples; without it they are only counted.
 */
export const receiveTable =
  (services: Ground, keepSamples?: (sender: Sender, file: ReceivedFile) => Promise<FileReceipt>) =>
  async (sender: Sender, file: ReceivedFile): Promise<FileReceipt> => {
    const { stores, clock, originals, reader, forecasts } = services;
    const { actor } = sender;
    const day = clock.today();
    forecasts.warm();
    const [sha256, { read, told }] = await Promise.all([
      originals.keep(file.bytes),
      readWithMemory({ stores, reader })({ name: file.name, bytes: file.bytes, today: day, actor }),
    ]);
    if (read.ok && read.value.areSamples === true && keepSamples !== undefined)
      return keepSamples(sender, file);
    const started = read.ok ? forecasts.begin({ day, source: sourceOf(read.value) }) : null;
    const uploadedAt = clock.now();
    const outsideId = newOutsideId();
    const kept = await stores.transaction(async (tx) => {
      const submission = await tx.submissions.create({
        outsideId,
        fileName: fileLabel(file.name),
        sha256,
        bytes: file.bytes.byteLength,
        by: { id: actor.id, role: actor.role, name: actor.name },
        uploadedAt,
      });
      await keepReading(tx, { submission, read, told, uploadedAt });
      const outcome = read.ok
        ? {
            after: {
              id: outsideId,
              sha256,
              rows: read.value.submission.rowsSeen,
              errors: read.value.submission.errors,
            },
          }
        : { outcome: 'refused' as const, after: { id: outsideId, sha256, refusal: read.refusal.code } };
      await tx.audit.append([
        auditEntry(sender, uploadedAt, {
          event: 'submission.upload',
          object: `submission:${submission}`,
          ...outcome,
        }),
      ]);
      return ok(submission);
    });
    // The transaction itself declines nothing but a database that another program holds.
    if (!kept.ok) throw new RefusalError(kept.refusal);
    const submission = kept.value;
    if (!read.ok) return { submission: outsideId, fileRefusal: read.refusal };
    if (started !== null) forecasts.keep({ day, submission, reading: firstReading }, started);
    return { submission: outsideId, fileRefusal: null };
  };

const firstReading = 0;

const sourceOf = (file: ReadFile): ForecastWork['source'] => ({
  kind: 'rows',
  packed: packedRowsOf(file),
  errors: file.submission.errors,
});

const keepReading = async (
  { submissions }: Pick<Stores, 'submissions'>,
  file: {
    readonly submission: number;
    readonly read: Result<ReadFile, FileRefusal>;
    readonly told: ToldLayout | undefined;
    readonly uploadedAt: Instant;
  },
): Promise<void> => {
  const { submission, read, told, uploadedAt } = file;
  if (!read.ok) {
    const counts = { new: 0, changed: 0, same: 0, refused: 0 };
    const reason = JSON.stringify(read.refusal);
    await submissions.settle(submission, 'refused', { at: uploadedAt, counts, reason });
    return;
  }
  const { submission: rows, preview, layout } = read.value;
  const packed = packedRowsOf(read.value);
  await submissions.keepDraft(
    submission,
    draftText({
      reading: firstReading,
      read: rows,
      packed,
      sheet: preview,
      ...(layout === undefined ? {} : { layout }),
      ...(told === undefined ? {} : { told }),
      corrections: [],
    }),
  );
};
