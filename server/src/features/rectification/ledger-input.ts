import { z } from 'zod';

/** Which part of the ledger is asked for, over tRPC and for its file. */
export const ledgerInput = z.strictObject({
  year: z.int().min(2000).max(2100).optional(),
  unit: z.string().min(1).max(100).optional(),
});
