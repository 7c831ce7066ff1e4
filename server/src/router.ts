import { accessRouter } from './features/access';
import { alertRouter } from './features/alert';
import { evaluationRouter } from './features/evaluation';
import { programmeRouter } from './features/programme';
import { submissionRouter } from './features/submission';
import { router } from './trpc';

/** Every procedure there is, room by room. */
export const appRouter = router({
  access: accessRouter,
  programme: programmeRouter,
  evaluation: evaluationRouter,
  alert: alertRouter,
  submission: submissionRouter,
});

/** What the client knows of the server: types only. */
export type AppRouter = typeof appRouter;
