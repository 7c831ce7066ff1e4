import type { Actor } from '@zhibiao/shared/access';
import type { UnitCode } from '@zhibiao/shared/programme';
import { ok, type Refusal, type Result } from '@zhibiao/shared/result';
import type { EffectsView, PreviewWithEffects } from '@zhibiao/shared/submission';
import type { Services } from '../../services';
import { effectsFor, watchedBy } from './effects-for';
import { ownDraftToRead, type OwnDraft } from './own-draft';
import { previewOf, refusedFile } from './preview-submission';
import { freshOwn } from './staged-samples';

type Ground = Pick<Services, 'stores' | 'clock' | 'forecasts' | 'samples'>;

/**
 * What committing a draft would do to the headlines its reader looks at and to the alerts. Begun when the file has been
 * read and mostly ready when it is asked for; it names the reading and the state of the ledger that it holds for.
 * Refuses what is not the actor's own, and a file of which nothing was read. Writes nothing.
 */
export const foreseeSubmission =
  (services: Ground & Pick<Services, 'index'>) =>
  async (actor: Actor, submission: string): Promise<Result<EffectsView, Refusal>> => {
    const found = await ownDraftToRead(services.stores, actor, submission);
    if (!found.ok) return found;
    const own = await freshOwn(services, found.value);
    return ok(await effectsOf(services, own, watchedBy(services.index, actor)));
  };

/** The preview of the actor's own submission and its effects at once, as programs read it. */
export const previewWithEffects =
  (services: Ground & Pick<Services, 'index'>) =>
  async (actor: Actor, submission: string): Promise<Result<PreviewWithEffects, Refusal>> => {
    const { stores, index } = services;
    const refused = await refusedFile(stores, actor, submission);
    if (refused !== null) return ok({ ...refused, effects: [], alertsToOpen: [] });
    const found = await ownDraftToRead(stores, actor, submission);
    return found.ok ? ok(await previewWithEffectsOf(services, found.value, watchedBy(index, actor))) : found;
  };

/** A preview and its effects for headlines of some units, both of the same state of the ledger. */
export const previewWithEffectsOf = async (
  ground: Ground,
  own: OwnDraft,
  watched: readonly UnitCode[],
): Promise<PreviewWithEffects> => {
  for (;;) {
    const now = await freshOwn(ground, own);
    const { ledgerPosition, effects, alertsToOpen } = await effectsOf(ground, now, watched);
    const preview = await previewOf(ground, now);
    // Somebody committed in between: both anew.
    if (preview.ledgerPosition === ledgerPosition) return { ...preview, effects, alertsToOpen };
  }
};

const effectsOf = async (
  { clock, forecasts }: Pick<Ground, 'clock' | 'forecasts'>,
  { record, draft }: OwnDraft,
  watched: readonly UnitCode[],
): Promise<EffectsView> => {
  const { reading } = draft;
  const ready = await forecasts.of({ submission: record.id, reading, day: clock.today() });
  const { effects, alertsToOpen } = await ready.consequences();
  return {
    reading,
    ledgerPosition: ready.forecast.position,
    effects: effectsFor(effects, watched),
    alertsToOpen,
  };
};
