import type { Actor } from '@zhibiao/shared/access';
import { ok, refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import { markedFileName, type Language } from '@zhibiao/shared/wording';
import type { Services } from '../../services';
import { auditEntry, type Doer } from '../access';
import { ownDraftToRead } from './own-draft';

/** The actor's own draft as a workbook with its problems marked, under the name it is saved by. */
export const markSubmission =
  (services: Pick<Services, 'stores' | 'clock' | 'originals' | 'reader' | 'forecasts'>) =>
  async (
    who: Doer & { readonly actor: Actor },
    submission: string,
    language: Language,
  ): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }, Refusal>> => {
    const { stores, clock, originals, reader, forecasts } = services;
    const found = await ownDraftToRead(stores, who.actor, submission);
    if (!found.ok) return found;
    const { record, draft } = found.value;
    // A million lines are no workbook; what is wrong with them is listed on the page.
    if (draft.samples !== null) return refuse({ code: 'submission.samples-not-corrected' });
    const day = clock.today();
    const { forecast } = await forecasts.of({ submission: record.id, reading: draft.reading, day });
    const marked = await reader.mark({
      name: record.fileName,
      bytes: await originals.read(record.sha256),
      today: day,
      corrections: draft.corrections,
      issues: [...draft.read.issues, ...forecast.plausibility.issues],
      language,
      ...(draft.told === undefined ? {} : { answers: draft.told.answers }),
    });
    if (!marked.ok) return refuse({ code: 'submission.file-refused', message: marked.refusal.code });
    await stores.audit.append([
      auditEntry(who, clock.now(), { event: 'submission.marked', object: `submission:${record.id}` }),
    ]);
    return ok({ name: markedFileName(record.fileName, language), bytes: marked.value });
  };
