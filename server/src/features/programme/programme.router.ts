import { noInput, procedure, router } from '../../trpc';

/** What is measured, what is asked of it, and of whom. */
export const programmeRouter = router({
  show: procedure('programme.read')
    .input(noInput)
    .query(({ ctx }) => ({
      programme: ctx.services.index.programme,
      register: ctx.services.index.register,
    })),
});
