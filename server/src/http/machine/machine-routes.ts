import type { Operation } from '@zhibiao/shared/access';
import type { Refusal, RefusalCode } from '@zhibiao/shared/result';
import { joinCsv, TEMPLATE_COLUMNS, TEMPLATE_HEADING } from '@zhibiao/shared/submission';
import { loadEnDictionary, zhDictionary } from '@zhibiao/shared/wording';
import { mayDo } from '@zhibiao/shared/access';
import { Router, type NextFunction, type Request, type Response } from 'express';
import { bearerOf, noteUse, type TokenBearer } from '../../features/access';
import {
  dryRun,
  outsideIdInput,
  ownSummary,
  previewWithEffects,
  receiveTable,
  submitSubmission,
  type ReceivedFile,
} from '../../features/submission';
import { statusOfRefusal } from '../../refusal-status';
import type { Services } from '../../services';
import { addressOf } from '../caller';
import { jsonBody, requestIdOf } from '../json-body';
import { mostBytes, receiveUpload } from '../receive-upload';
import { servesHost } from '../security';
import {
  postQuery,
  receiptOf,
  rowsBody,
  saidRefusal,
  statusOf,
  unreadable,
  type CallerWords,
} from './answers';
import { openApiDocument } from './openapi';

/** Rows of the access table that a token's owner must have; a cookie opens none of these routes. */
export const machineOperations: Readonly<Record<string, Operation>> = {
  'POST /api/v1/submissions': 'submission.submit',
  'GET /api/v1/submissions/:id': 'submission.history',
  'GET /api/v1/openapi.json': 'page.read',
};

const statuses = {
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  TOO_MANY_REQUESTS: 429,
  SERVICE_UNAVAILABLE: 503,
} as const;

/** What is wrong with the request itself has a status of its own. */
const statusFor = (code: RefusalCode): number =>
  code === 'submission.request-malformed' || code === 'submission.upload-interrupted'
    ? 400
    : statuses[statusOfRefusal[code]];

/** Somebody's program, let in by a token. */
interface Caller extends TokenBearer {
  readonly address: string;
  readonly requestId: string;
  readonly words: CallerWords;
}

/**
 * The door for programs: a token and nothing else, the rules and words of the page behind it. It stands before the door
 * for browsers because it needs no mark of ours: a foreign page cannot send a token that it does not have.
 */
export const machineRoutes = (services: Services): Router => {
  const router = Router();
  const { config, calls, uploads, denials, stores } = services;

  const wordsFor = async (request: Request): Promise<CallerWords> => {
    const asked =
      request.query['language'] ?? (/^en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh');
    return asked === 'en'
      ? { language: 'en', dictionary: await loadEnDictionary() }
      : { language: 'zh', dictionary: zhDictionary };
  };

  const decline = async (
    request: Request,
    response: Response,
    refusal: Refusal,
    status?: number,
  ): Promise<void> => {
    response
      .status(status ?? statusFor(refusal.code))
      .json({ refusal: saidRefusal(refusal, await wordsFor(request)), requestId: requestIdOf(response) });
  };

  /** Lets a token's owner through, as far as their own right goes at this moment; every refusal is written down. */
  const letIn =
    (operation: Operation, handle: (caller: Caller, request: Request, response: Response) => Promise<void>) =>
    (request: Request, response: Response, next: NextFunction): void => {
      const address = addressOf(request, config.trustedProxies);
      const requestId = requestIdOf(response);
      const turnAway = async (bearer: TokenBearer | null, refusal: Refusal): Promise<void> => {
        await denials.record({ actor: bearer?.actor ?? null, address, requestId }, { operation, refusal });
        await decline(request, response, refusal);
      };
      const open = async (): Promise<void> => {
        // A foreign name that resolves to this machine is nobody's way in (DNS rebinding).
        if (config.mode === 'demonstration' && !servesHost(request.headers.host)) {
          await decline(request, response, { code: 'access.not-allowed', operation: 'host' }, 421);
          return;
        }
        const [, text = ''] = /^Bearer (\S{1,100})$/.exec(request.headers.authorization ?? '') ?? [];
        // Guessing is counted by address before a token is looked at.
        if (!calls.allow(`machine ${address}`)) {
          await turnAway(null, { code: 'access.too-many-calls', perMinute: calls.perMinute });
          return;
        }
        const bearer = await bearerOf(services, text);
        if (bearer === null) {
          await turnAway(null, { code: 'access.token-refused' });
          return;
        }
        if (!mayDo(operation, bearer.actor.role)) {
          await turnAway(bearer, { code: 'access.not-allowed', operation });
          return;
        }
        await noteUse(services, { actor: bearer.actor, address, requestId }, bearer.token, operation);
        await handle({ ...bearer, address, requestId, words: await wordsFor(request) }, request, response);
      };
      open().catch(next);
    };

  router.use('/api/v1', (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });

  router.get('/api/v1/openapi.json', (_request, response) => {
    response.json(openApiDocument('1'));
  });

  router.post(
    '/api/v1/submissions',
    letIn('submission.submit', async (caller, request, response) => {
      const query = postQuery.safeParse(request.query);
      if (!query.success) {
        const path = query.error.issues[0]?.path.join('.') ?? '';
        await decline(request, response, { code: 'submission.request-malformed', path });
        return;
      }
      if (!uploads.allow(caller.actor.id)) {
        await decline(request, response, { code: 'submission.too-many', perMinute: uploads.perMinute });
        return;
      }
      const sent = await sentFile(request, response);
      if (sent === null) return;
      if ('refusal' in sent) {
        await decline(request, response, sent.refusal, sent.status);
        return;
      }
      const receipt =
        query.data.dryRun === 'true' ? await tried(caller, sent) : await handedIn(caller, sent, query.data);
      response.status(receipt.state === 'submitted' ? 201 : 200).json(receipt);
    }),
  );

  router.get(
    '/api/v1/submissions/:id',
    letIn('submission.history', async (caller, request, response) => {
      const id = outsideIdInput.safeParse(request.params['id']);
      const own = id.success ? await ownSummary(stores, caller.actor, id.data) : null;
      if (own === null) {
        const submission = String(request.params['id']).slice(0, 40);
        await decline(request, response, { code: 'submission.unknown', submission });
        return;
      }
      response.json(statusOf(own, caller.words));
    }),
  );

  const tried = async ({ actor, words }: Caller, file: ReceivedFile) => {
    const found = await dryRun(services)(actor, file);
    return found.ok
      ? receiptOf(found.value, words, { dryRun: true, submission: null, state: 'draft', refusal: null })
      : unreadable(found.refusal, words);
  };

  const handedIn = async (
    caller: Caller,
    file: ReceivedFile,
    {
      reason = '',
      explanation,
    }: { readonly reason?: string | undefined; readonly explanation?: string | undefined },
  ) => {
    const { actor, words } = caller;
    const { submission, fileRefusal } = await receiveTable(services)(caller, file);
    const preview = await previewWithEffects(services)(actor, submission);
    if (!preview.ok) throw new Error('what has just been received is not there');
    const view = preview.value;
    const base = { dryRun: false, submission };
    if (fileRefusal !== null) return receiptOf(view, words, { ...base, state: 'refused', refusal: null });
    const request = { submission, ledgerPosition: view.ledgerPosition, reason, explanation };
    const handed = await submitSubmission(services)(caller, request);
    if (handed.ok) services.events.reviewChanged();
    return handed.ok
      ? receiptOf(view, words, { ...base, state: 'submitted', refusal: null })
      : receiptOf(view, words, { ...base, state: 'draft', refusal: saidRefusal(handed.refusal, words) });
  };

  return router;
};

type Sent = ReceivedFile | { readonly refusal: Refusal; readonly status?: number };

/** What was sent: a file, or rows that are read as if somebody had typed them into the template. */
const sentFile = async (request: Request, response: Response): Promise<Sent | null> => {
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) {
    const upload = await receiveUpload(request, null);
    switch (upload.kind) {
      case 'broken':
        return { refusal: upload.refusal };
      case 'too-large':
        return { refusal: { code: 'submission.request-malformed', path: 'file' }, status: 413 };
      case 'large':
        throw new Error('a program sends no file that is written aside');
      case 'file':
        return upload;
    }
  }
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    return { refusal: { code: 'submission.request-malformed', path: 'Content-Type' }, status: 415 };
  }
  await new Promise<void>((resolve) => {
    response.once('finish', resolve);
    jsonBody(mostBytes)(request, response, () => resolve());
  });
  // The body was too large or no plain JSON, and has been answered.
  if (response.writableEnded) return null;
  const body = rowsBody.safeParse(parsed(request.body));
  if (!body.success) {
    const path = body.error.issues[0]?.path.join('.') ?? '';
    return { refusal: { code: 'submission.request-malformed', path } };
  }
  const { fileName = 'api.csv', rows } = body.data;
  const fields = rows.map((row) =>
    TEMPLATE_COLUMNS.map((role) => String(Object.entries(row).find(([key]) => key === role)?.[1] ?? '')),
  );
  const csv = joinCsv([TEMPLATE_COLUMNS.map((role) => TEMPLATE_HEADING[role]), ...fields]);
  const name = fileName.endsWith('.csv') ? fileName : `${fileName}.csv`;
  return { name, bytes: Buffer.from(`\uFEFF${csv}`, 'utf8') };
};

const parsed = (text: unknown): unknown => {
  try {
    return typeof text === 'string' ? (JSON.parse(text) as unknown) : undefined;
  } catch {
    return undefined;
  }
};
