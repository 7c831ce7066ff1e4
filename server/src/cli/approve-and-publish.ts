import { mayDo, type Operation } from '@zhibiao/shared/access';
import type { Refusal, Result } from '@zhibiao/shared/result';
import { publish } from '../features/publication';
import {
  approveSubmission,
  forecasterHere,
  forecastsBy,
  takeSubmission,
  type Committer,
} from '../features/submission';
import type { Instance } from '../open-instance';
import { actorNamed } from './actor-named';
import { printJson, printLine, readArguments, UsageProblem, type ExitStatus } from './arguments';
import { openDemonstration } from './demonstration-instance';
import { usages } from './usages';

/** Takes a submitted file and approves it, by the rules of the page: never by who submitted it. */
export const approve = async (words: readonly string[], root: string): Promise<ExitStatus> => {
  const { values, positionals } = readArguments(
    words,
    { as: { type: 'string' }, json: { type: 'boolean' } },
    usages.approve,
  );
  const [submission] = positionals;
  if (positionals.length !== 1 || submission === undefined || values.as === undefined) {
    throw new UsageProblem(usages.approve);
  }
  return onInstance(
    root,
    { as: values.as, json: values.json === true, operation: 'review.decide' },
    async (instance, reviewer) => {
      const { index, clock } = instance;
      const { stores } = instance.storage;
      const taken = await takeSubmission({ stores, clock })(reviewer, submission);
      // Somebody may have taken it on the page already; approving says whether it can be approved.
      if (!taken.ok && taken.refusal.code !== 'submission.wrong-state') return taken;
      const forecasts = forecastsBy(forecasterHere({ stores, index }), stores);
      const { position } = await stores.observations.position();
      const request = { submission, ledgerPosition: position, opinion: '' };
      return approveSubmission({ stores, clock, forecasts })(reviewer, request);
    },
  );
};

/** Publishes everything approved as the next version. */
export const publishNow = async (words: readonly string[], root: string): Promise<ExitStatus> => {
  const { values, positionals } = readArguments(
    words,
    {
      as: { type: 'string' },
      note: { type: 'string' },
      reason: { type: 'string' },
      json: { type: 'boolean' },
    },
    usages.publish,
  );
  const { as, note, reason = '' } = values;
  if (positionals.length > 0 || as === undefined || note === undefined)
    throw new UsageProblem(usages.publish);
  return onInstance(
    root,
    { as, json: values.json === true, operation: 'publication.publish' },
    ({ storage, index, clock }, publisher) =>
      publish({ stores: storage.stores, index, clock })(publisher, { note, reason, position: null }),
  );
};

interface Call {
  readonly as: string;
  readonly json: boolean;
  readonly operation: Operation;
}

const onInstance = async (
  root: string,
  { as, json, operation }: Call,
  work: (instance: Instance, doer: Committer) => Promise<Result<object, Refusal>>,
): Promise<ExitStatus> => {
  const instance = await openDemonstration(root);
  try {
    const actor = actorNamed(instance, as);
    const done: Result<object, Refusal> = mayDo(operation, actor.role)
      ? await work(instance, { actor, address: '', requestId: '' })
      : { ok: false, refusal: { code: 'access.not-allowed', operation } };
    if (!done.ok) {
      process.stderr.write(`${JSON.stringify({ refusal: done.refusal.code })}\n`);
      return 1;
    }
    if (json) printJson(done.value);
    else printLine(JSON.stringify(done.value));
    return 0;
  } finally {
    await instance.storage.close();
  }
};
