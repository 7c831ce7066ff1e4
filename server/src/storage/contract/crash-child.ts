import { ok } from '@zhibiao/shared/result';
import { anAssessment, aRevision, aSubmission, keepAssessments, now } from './makers';
import { openSqlite } from '../index';

/**
 * The program that the crash test kills: commits batches of revisions, assessments and a draft as fast as it
 * can and prints the number of each batch once it is acknowledged. Arguments: data folder, rows per batch.
 */
const [folder = '', rowsPerBatch = '500'] = process.argv.slice(2);

const commitBatches = async (): Promise<never> => {
  const { stores } = await openSqlite({ folder, expectExisting: false, startedAt: now });
  process.stdout.write('open\n');
  for (;;) {
    const batch = await stores.transaction(async (tx) => {
      const submission = await tx.submissions.create(aSubmission());
      await tx.submissions.keepDraft(submission, JSON.stringify({ submission }));
      const units = Array.from({ length: Number(rowsPerBatch) }, (_, row) => String(row));
      await tx.observations.append(
        units.map((unit) =>
          aRevision({ unit, submission, figure: { kind: 'counts', passes: submission, total: 1_000_000 } }),
        ),
      );
      await keepAssessments(
        tx,
        units.map((unit) => anAssessment({ unit, rateText: String(submission) })),
      );
      await tx.submissions.settle(submission, 'approved', {
        at: now,
        counts: { new: units.length, changed: 0, same: 0, refused: 0 },
        reason: '',
      });
      return ok(submission);
    });
    if (!batch.ok) throw new Error(batch.refusal.code);
    process.stdout.write(`${batch.value}\n`);
  }
};

await commitBatches();
