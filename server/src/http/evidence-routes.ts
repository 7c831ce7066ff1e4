import { pipeline } from 'node:stream/promises';
import type { Refusal } from '@zhibiao/shared/result';
import type { Router } from 'express';
import { auditEntry } from '../features/access';
import { bringEvidence, findEvidence, mayBringEvidence } from '../features/rectification';
import { outsideIdInput } from '../features/submission';
import { systemCode } from '../operator-problem';
import type { Services } from '../services';
import { attachmentName } from './attachment-name';
import { receiveUpload } from './receive-upload';
import type { SignedInRoutes } from './signed-in-routes';

const statusOf = ({ code }: Refusal): number =>
  code === 'rectification.unknown' ? 404 : code === 'rectification.not-owner' ? 403 : 409;

/** Files that prove what was done about an alert: in by whoever answers for it, out to whoever may see it. */
export const evidenceRoutes = (
  router: Router,
  services: Services,
  { signedIn, deny }: SignedInRoutes,
): void => {
  const { uploads, stores, clock, originals } = services;

  router.post(
    '/api/rectifications/:id/evidence',
    signedIn('rectification.answer', async (context, request, response) => {
      const operation = 'rectification.answer';
      if (!uploads.allow(context.actor.id)) {
        const refusal: Refusal = { code: 'submission.too-many', perMinute: uploads.perMinute };
        await deny(context, response, { operation, status: 429, refusal });
        return;
      }
      const id = String(request.params['id']).slice(0, 64);
      // Asked before the body is read: nothing is kept of a file that may not come.
      const allowed = await mayBringEvidence(services, context.actor, id);
      const upload = allowed.ok ? await receiveUpload(request, null) : null;
      if (!allowed.ok || upload === null) {
        const refusal: Refusal = allowed.ok ? { code: 'submission.upload-interrupted' } : allowed.refusal;
        await deny(context, response, { operation, status: statusOf(refusal), refusal });
        return;
      }
      if (upload.kind === 'broken') {
        response.status(400).json({ refusal: upload.refusal });
        return;
      }
      if (upload.kind !== 'file') {
        const refusal: Refusal = { code: 'rectification.evidence-kind', name: '' };
        response.status(413).json({ refusal });
        return;
      }
      const step = await bringEvidence(services)(context, id, upload);
      if (!step.ok) {
        response.status(statusOf(step.refusal)).json({ refusal: step.refusal });
        return;
      }
      services.events.rectified();
      response.json({ evidence: step.value.said.evidence });
    }),
  );

  router.get(
    '/api/evidence/:id',
    signedIn('rectification.read', async (context, request, response) => {
      const text = String(request.params['id']);
      const id = outsideIdInput.safeParse(text);
      const { file } = request.query;
      const sha256 = typeof file === 'string' && /^[0-9a-f]{64}$/.test(file) ? file : '';
      const unknown: Refusal = { code: 'rectification.unknown' };
      const found = id.success
        ? await findEvidence(services, context.actor, { id: id.data, sha256 })
        : ({ ok: false, refusal: unknown } as const);
      if (!found.ok) {
        await deny(context, response, {
          operation: 'rectification.read',
          status: statusOf(found.refusal),
          refusal: found.refusal,
        });
        return;
      }
      if (found.value === null) {
        // The rectification is theirs to see; no file of it has that hash.
        response.status(410).json({ requestId: context.requestId });
        return;
      }
      const { name } = found.value;
      await stores.audit.append([
        auditEntry(context, clock.now(), {
          event: 'rectification.evidence',
          object: `rectification:${text}`,
          after: { sha256, name },
        }),
      ]);
      response.set({
        'Content-Type': 'application/octet-stream',
        'Content-Disposition': attachmentName(name),
        'Cache-Control': 'private, no-store',
      });
      await pipeline(originals.stream(sha256), response).catch((error: unknown) => {
        // A reader that leaves half way is no fault.
        if (systemCode(error) !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
      });
    }),
  );
};
