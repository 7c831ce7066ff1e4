import type { Actor } from '@zhibiao/shared/access';
import { fileLabel, type FileRefusal } from '@zhibiao/shared/submission';
import type { Services } from '../../services';
import { auditEntry, type Doer } from '../access';
import { draftText } from './draft';

/** A file as it came in, with who sent it. */
export interface ReceivedFile {
  /** As the client named it: a label only, cleaned before it is kept or shown. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What became of a file: a draft to preview, or a refusal of the whole file that the history keeps. */
export interface FileReceipt {
  readonly submission: number;
  readonly fileRefusal: FileRefusal | null;
}

/**
 * Keeps the original under its hash, reads it apart from the server's own thread, and keeps what was read as
 * a draft. Nothing enters the ledger here.
 */
export const receiveFile =
  (services: Pick<Services, 'stores' | 'clock' | 'originals' | 'reader'>) =>
  async (sender: Doer & { readonly actor: Actor }, file: ReceivedFile): Promise<FileReceipt> => {
    const { stores, clock, originals, reader } = services;
    const { actor } = sender;
    const read = await reader.read({ name: file.name, bytes: file.bytes, today: clock.today(), actor });
    const sha256 = await originals.keep(file.bytes);
    const uploadedAt = clock.now();
    const submission = await stores.submissions.create({
      fileName: fileLabel(file.name),
      sha256,
      bytes: file.bytes.byteLength,
      by: { id: actor.id, role: actor.role, name: actor.name },
      uploadedAt,
    });
    const object = `submission:${submission}`;
    if (!read.ok) {
      const counts = { new: 0, changed: 0, same: 0, refused: 0 };
      const reason = JSON.stringify(read.refusal);
      await stores.submissions.settle(submission, 'refused', { at: clock.now(), counts, reason });
      await stores.audit.append([
        auditEntry(sender, uploadedAt, {
          event: 'submission.upload',
          object,
          outcome: 'refused',
          after: { sha256, refusal: read.refusal.code },
        }),
      ]);
      return { submission, fileRefusal: read.refusal };
    }
    const { submission: rows, preview } = read.value;
    await stores.submissions.keepDraft(
      submission,
      draftText({ read: rows, sheet: preview, corrections: [] }),
    );
    await stores.audit.append([
      auditEntry(sender, uploadedAt, {
        event: 'submission.upload',
        object,
        after: { sha256, rows: rows.rowsSeen, errors: rows.errors },
      }),
    ]);
    return { submission, fileRefusal: null };
  };
