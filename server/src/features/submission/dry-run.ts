import type { Actor } from '@zhibiao/shared/access';
import { refuse, ok, type Result } from '@zhibiao/shared/result';
import { fileLabel, type FileRefusal, type PreviewWithEffects } from '@zhibiao/shared/submission';
import type { Services } from '../../services';
import { draftOf, draftText, packedRowsOf } from './draft';
import { watchedBy } from './effects-for';
import { previewWithEffectsOf } from './foresee-submission';
import { readWithMemory } from './layout-memory';
import type { ReceivedFile } from './received-file';

/** No submission has this number: nothing of a dry run is kept. */
const nowhere = 0;

/**
 * What sending a file would come to, by the very code that shows a preview: read by the same reader, forecast from the
 * same rows. Keeps neither the file nor a draft.
 */
export const dryRun =
  (services: Pick<Services, 'stores' | 'index' | 'clock' | 'reader' | 'forecasts' | 'samples'>) =>
  async (actor: Actor, file: ReceivedFile): Promise<Result<PreviewWithEffects, FileRefusal>> => {
    const { index, clock, forecasts } = services;
    const day = clock.today();
    const { read, told } = await readWithMemory(services)({
      name: file.name,
      bytes: file.bytes,
      today: day,
      actor,
    });
    if (!read.ok) return refuse(read.refusal);
    const { submission: rows, preview: sheet, layout } = read.value;
    const packed = packedRowsOf(read.value);
    const started = forecasts.begin({ day, source: { kind: 'rows', packed, errors: rows.errors } });
    const ready = { ...started, forecast: await started.forecast };
    const draft = draftOf(
      draftText({
        reading: 0,
        read: rows,
        packed,
        sheet,
        ...(layout === undefined ? {} : { layout }),
        ...(told === undefined ? {} : { told }),
        corrections: [],
      }),
    );
    const record = {
      id: nowhere,
      outsideId: '',
      fileName: fileLabel(file.name),
      sha256: '',
      bytes: file.bytes.byteLength,
      by: { id: actor.id, role: actor.role, name: actor.name },
      uploadedAt: clock.now(),
      state: 'draft',
      settledAt: null,
      counts: { new: 0, changed: 0, same: 0, refused: 0 },
      reason: '',
    } as const;
    const ground = { ...services, forecasts: { ...forecasts, of: () => Promise.resolve(ready) } };
    return ok(await previewWithEffectsOf(ground, { record, draft }, watchedBy(index, actor)));
  };
