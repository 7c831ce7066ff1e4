import { openSqlite } from '../storage';
import type { Finding } from '../storage';

/** The facts of a data folder that may be in use, and what a check of its file finds. */
export const factsOf = async (
  folder: string,
): Promise<{ readonly hash: string; readonly found: readonly Finding[] }> => {
  const startedAt = '2025-10-16T02:00:00.000Z';
  const storage = await openSqlite({ folder, expectExisting: true, startedAt, readOnly: true });
  try {
    return { hash: await storage.factsHash(), found: await storage.inspect() };
  } finally {
    await storage.close();
  }
};
