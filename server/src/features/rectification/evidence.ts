import type { Actor } from '@zhibiao/shared/access';
import { isEvidence, type Evidence, type RectificationStep } from '@zhibiao/shared/rectification';
import { ok, refuse, type Refusal, type Result } from '@zhibiao/shared/result';
import { fileLabel } from '@zhibiao/shared/submission';
import type { Services } from '../../services';
import { readRectification } from './read-rectifications';
import { takeStep, type StepTaker } from './take-step';

/** Whether somebody may bring evidence to a rectification now: whoever may explain it. */
export const mayBringEvidence = async (
  services: Pick<Services, 'stores' | 'index' | 'clock'>,
  actor: Actor,
  id: string,
): Promise<Result<null, Refusal>> => {
  const found = await readRectification(services, actor, id);
  if (!found.ok) return found;
  const { acts, state } = found.value;
  return acts.includes('explain') ? ok(null) : refuse({ code: 'rectification.wrong-state', state });
};

/**
 * Keeps a file and adds it to a rectification as an explanation of whoever answers for it. Refuses what is no evidence
 * by its name and first bytes, and whatever the rules of an explanation refuse.
 */
export const bringEvidence =
  (services: Pick<Services, 'stores' | 'index' | 'clock' | 'originals'>) =>
  async (
    taker: StepTaker,
    id: string,
    file: { readonly name: string; readonly bytes: Uint8Array },
  ): Promise<Result<RectificationStep, Refusal>> => {
    const name = fileLabel(file.name);
    if (!isEvidence(name, file.bytes)) return refuse({ code: 'rectification.evidence-kind', name });
    const sha256 = await services.originals.keep(file.bytes);
    const evidence = [{ name, sha256, bytes: file.bytes.byteLength }];
    return takeStep(services)(taker, id, { act: 'explain', said: { evidence }, to: null });
  };

/** A file of a rectification that an actor may see, by its hash; to anybody else there is none. */
export const findEvidence = async (
  services: Pick<Services, 'stores' | 'index' | 'clock'>,
  actor: Actor,
  { id, sha256 }: { readonly id: string; readonly sha256: string },
): Promise<Result<Evidence | null, Refusal>> => {
  const found = await readRectification(services, actor, id);
  if (!found.ok) return found;
  const files = found.value.steps.flatMap(({ said }) => said.evidence ?? []);
  return ok(files.find((file) => file.sha256 === sha256) ?? null);
};
