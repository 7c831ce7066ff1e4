import { decline, orDecline, type RequestContext } from '../../trpc';
import { holderOf } from './holder';
import { confirmPassword } from './sign-in';

/** Accounts exist in a live instance only: the demonstration shows its people and changes none. */
export const needsAccounts = ({ services }: RequestContext): void => {
  if (services.config.mode !== 'live') decline({ code: 'access.no-passwords' });
};

type Asking = RequestContext & { readonly accountId: string | null; readonly session: string };

/** The administrator's own password once more, before rights or rules change (reliability.md E13). */
export const stepUp = async (ctx: Asking, password: string): Promise<void> => {
  needsAccounts(ctx);
  const holder = orDecline(await holderOf(ctx.services, { ...ctx, accountId: ctx.accountId ?? '' }));
  orDecline(await confirmPassword(ctx.services, holder.account, holder.caller, password));
};
