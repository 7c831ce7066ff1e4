import { accessRouter } from './features/access/access.router';
import { accountRouter } from './features/access/account.router';
import { tokenRouter } from './features/access/token.router';
import { auditRouter } from './features/access/audit.router';
import { alertRouter } from './features/alert/alert.router';
import { collectionRouter } from './features/collection/collection.router';
import { evaluationRouter } from './features/evaluation/evaluation.router';
import { programmeRouter } from './features/programme/programme.router';
import { publicationRouter } from './features/publication/publication.router';
import { sampleRouter } from './features/sample/sample.router';
import { rectificationRouter } from './features/rectification/rectification.router';
import { submissionRouter } from './features/submission/submission.router';
import { router } from './trpc';

/** Every procedure there is, room by room. */
export const appRouter = router({
  access: accessRouter,
  account: accountRouter,
  token: tokenRouter,
  audit: auditRouter,
  programme: programmeRouter,
  evaluation: evaluationRouter,
  alert: alertRouter,
  sample: sampleRouter,
  submission: submissionRouter,
  collection: collectionRouter,
  rectification: rectificationRouter,
  publication: publicationRouter,
});

/** What the client knows of the server: types only. */
export type AppRouter = typeof appRouter;
