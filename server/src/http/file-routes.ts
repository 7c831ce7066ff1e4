import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { mayDo, type Operation } from '@zhibiao/shared/access';
import type { Refusal } from '@zhibiao/shared/result';
import { templateFileName } from '@zhibiao/shared/wording';
import { Router, type NextFunction, type Request, type Response } from 'express';
import { writeTable, writeTemplate } from '../documents';
import { auditCsv, auditEntry, auditFilterInput, questionOf } from '../features/access';
import { readValuesBefore } from '../features/collection';
import { ledgerInput, ledgerSheets, readLedger } from '../features/rectification';
import { sampleListOf } from '../features/sample';
import { markSubmission, outsideIdInput, receiveFile } from '../features/submission';
import { systemCode } from '../operator-problem';
import { RefusalError } from '../refusal-error';
import type { Services } from '../services';
import { refusedAtDoor, type RequestContext } from '../trpc';
import { attachmentName } from './attachment-name';
import { evidenceRoutes } from './evidence-routes';
import { receiveUpload } from './receive-upload';
import type { SignedInRoutes } from './signed-in-routes';
import { whileSignedIn } from './while-signed-in';

/** Rows of the access table that the routes outside tRPC stand for; a test holds them against the routes. */
export const routeOperations: Readonly<Record<string, Operation>> = {
  'GET /healthz': 'health.read',
  'GET /readyz': 'health.read',
  'GET /metrics': 'health.read',
  'POST /api/uploads': 'submission.upload',
  'GET /api/originals/:id': 'submission.original',
  'GET /api/marked/:id': 'submission.upload',
  'GET /api/templates/figures.xlsx': 'template.read',
  'GET /api/rectifications.xlsx': 'rectification.read',
  'POST /api/rectifications/:id/evidence': 'rectification.answer',
  'GET /api/evidence/:id': 'rectification.read',
  'GET /api/audit.csv': 'audit.export',
  'GET /api/events': 'events.read',
};

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const refuseWith = (response: Response, status: number, refusal: Refusal): void => {
  response.status(status).json({ refusal });
};

/** Files in, files out, and the event stream: what does not fit a procedure. */
export const fileRoutes = (
  services: Services,
  contextOf: (request: Request, response: Response) => Promise<RequestContext>,
): Router => {
  const router = Router();
  const { uploads, denials, stores, clock } = services;

  const deny: SignedInRoutes['deny'] = async (context, response, denial) => {
    await denials.record(context, denial);
    refuseWith(response, denial.status, denial.refusal);
  };

  const signedIn: SignedInRoutes['signedIn'] =
    (operation, handle) => (request: Request, response: Response, next: NextFunction) => {
      contextOf(request, response)
        .then((context) => {
          const { actor, session } = context;
          const refused = refusedAtDoor(context, operation);
          if (refused !== null || actor === null || session === null) {
            const refusal: Refusal = refused ?? { code: 'access.not-signed-in' };
            const status = refusal.code === 'access.not-signed-in' ? 401 : 403;
            return deny(context, response, { operation, status, refusal });
          }
          return handle({ ...context, actor, session }, request, response);
        })
        .catch(next);
    };

  router.post(
    '/api/uploads',
    signedIn('submission.upload', async (context, request, response) => {
      if (!uploads.allow(context.actor.id)) {
        const refusal: Refusal = { code: 'submission.too-many', perMinute: uploads.perMinute };
        await deny(context, response, { operation: 'submission.upload', status: 429, refusal });
        return;
      }
      if (request.headers['content-type']?.startsWith('multipart/form-data') !== true) {
        refuseWith(response, 415, { code: 'submission.upload-interrupted' });
        return;
      }
      const { index, originals } = services;
      const upload = await receiveUpload(request, {
        mayBeLarge: (name, head) => sampleListOf(head, name, index) !== null,
        aside: () => originals.aside(),
      });
      switch (upload.kind) {
        case 'broken':
          refuseWith(response, 400, upload.refusal);
          return;
        case 'too-large':
          response.status(413).json({ fileRefusal: upload.refusal });
          return;
        case 'large':
        case 'file': {
          const receipt = await receiveFile(services)(context, upload);
          response.json(receipt);
        }
      }
    }),
  );

  router.get(
    '/api/originals/:id',
    signedIn('submission.original', async (context, request, response) => {
      const text = String(request.params['id']);
      const id = outsideIdInput.safeParse(text);
      const record = id.success ? await services.stores.submissions.findOutside(id.data) : null;
      const own = record !== null && (context.actor.role === 'reviewer' || record.by.id === context.actor.id);
      if (record === null || !own || !(await services.originals.has(record.sha256))) {
        const refusal: Refusal = { code: 'submission.unknown', submission: text.slice(0, 32) };
        await deny(context, response, { operation: 'submission.original', status: 404, refusal });
        return;
      }
      await stores.audit.append([
        auditEntry(context, clock.now(), {
          event: 'submission.original',
          object: `submission:${record.id}`,
          after: { sha256: record.sha256, fileName: record.fileName },
        }),
      ]);
      response.set({
        'Content-Type': 'application/octet-stream',
        'Content-Disposition': attachmentName(record.fileName),
        'Cache-Control': 'private, no-store',
      });
      await pipeline(services.originals.stream(record.sha256), response).catch((error: unknown) => {
        // A reader that leaves half way is no fault.
        if (systemCode(error) !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
      });
    }),
  );

  router.get(
    '/api/marked/:id',
    signedIn('submission.upload', async (context, request, response) => {
      const text = String(request.params['id']);
      const id = outsideIdInput.safeParse(text);
      const language = request.query['language'] === 'en' ? 'en' : 'zh';
      const unknown: Refusal = { code: 'submission.unknown', submission: text.slice(0, 32) };
      const marked = id.success
        ? await markSubmission(services)(context, id.data, language)
        : ({ ok: false, refusal: unknown } as const);
      if (!marked.ok) {
        const { refusal } = marked;
        const denial = {
          operation: 'submission.upload',
          status: refusal.code === 'submission.unknown' ? 404 : 409,
          refusal,
        } as const;
        await deny(context, response, denial);
        return;
      }
      response.set({
        'Content-Type': workbookType,
        'Content-Disposition': attachmentName(marked.value.name),
        'Cache-Control': 'private, no-store',
      });
      response.send(Buffer.from(marked.value.bytes));
    }),
  );

  router.get(
    '/api/templates/figures.xlsx',
    signedIn('template.read', async (context, request, response) => {
      const { period: asked, language: spoken } = request.query;
      const period = typeof asked === 'string' ? asked : null;
      const language = spoken === 'en' ? 'en' : 'zh';
      const bytes = await writeTemplate(services.index, {
        actor: context.actor,
        period,
        language,
        before: await readValuesBefore(services, period),
      });
      await stores.audit.append([
        auditEntry(context, clock.now(), { event: 'template.download', object: 'figures.xlsx' }),
      ]);
      response.set({
        'Content-Type': workbookType,
        'Content-Disposition': attachmentName(templateFileName[language]),
        'Cache-Control': 'private, no-store',
      });
      response.send(Buffer.from(bytes));
    }),
  );

  router.get(
    '/api/rectifications.xlsx',
    signedIn('rectification.read', async (context, request, response) => {
      const { language, year, ...rest } = request.query;
      const asked = ledgerInput.safeParse({ ...rest, ...(year === undefined ? {} : { year: Number(year) }) });
      if (!asked.success) {
        response.status(400).json({ requestId: context.requestId });
        return;
      }
      const ledger = await readLedger(services, context.actor, asked.data);
      const sheets = await ledgerSheets(ledger, services.index, language === 'en' ? 'en' : 'zh');
      const after = { year: ledger.year, unit: asked.data.unit ?? null, lines: ledger.lines.length };
      await stores.audit.append([auditEntry(context, clock.now(), { event: 'rectification.export', after })]);
      response.set({
        'Content-Type': workbookType,
        'Content-Disposition': attachmentName(`rectifications-${ledger.year}.xlsx`),
        'Cache-Control': 'private, no-store',
      });
      response.send(Buffer.from(await writeTable(sheets)));
    }),
  );

  evidenceRoutes(router, services, { signedIn, deny });

  router.get(
    '/api/audit.csv',
    signedIn('audit.export', async (context, request, response) => {
      const { language, ...asked } = request.query;
      const filter = auditFilterInput.safeParse(asked);
      if (!filter.success || (language !== undefined && language !== 'zh' && language !== 'en')) {
        response.status(400).json({ requestId: context.requestId });
        return;
      }
      // Written down before a line leaves: an export without its entry cannot be.
      const { sequence: upTo } = await stores.audit.head();
      const after = { ...filter.data, upTo };
      await stores.audit.append([auditEntry(context, clock.now(), { event: 'audit.export', after })]);
      response.set({
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': attachmentName(`audit-${upTo}.csv`),
        'Cache-Control': 'private, no-store',
      });
      const question = { ...questionOf(filter.data), before: upTo + 1 };
      const hasEnded = async () => (await services.sessions.expired([context.session])).length > 0;
      const pieces = whileSignedIn(auditCsv(stores.audit, question, language ?? 'zh'), hasEnded);
      await pipeline(Readable.from(pieces), response).catch((error: unknown) => {
        // A reader that leaves half way is no fault, nor is one whose right ended meanwhile.
        if (error instanceof RefusalError) return;
        if (systemCode(error) !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
      });
    }),
  );

  router.get(
    '/api/events',
    signedIn('events.read', async ({ session, actor }, request, response) => {
      if (request.method === 'HEAD') response.type('text/event-stream').end();
      else
        services.events.open(response, {
          session,
          seesLiving: mayDo('figures.living', actor.role),
          seesRectifications: mayDo('rectification.read', actor.role),
        });
    }),
  );

  return router;
};
