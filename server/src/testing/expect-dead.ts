import { expect } from 'vitest';
import type { Person } from './a-person';
import { everyProcedure } from './every-procedure';

const needNoSession: ReadonlySet<string | undefined> = new Set([
  'session.read',
  'session.sign-in',
  'session.sign-out',
  'session.use-link',
  'set-up.run',
]);

/** Expects that every procedure refuses a cookie, those that need no session aside, and a route as well. */
export const expectDead = async (person: Person): Promise<void> => {
  for (const { path, type, operation } of everyProcedure()) {
    if (needNoSession.has(operation)) continue;
    const call = type === 'query' ? person.tryQuery : person.tryChange;
    const { status, refusal } = await call(path, type === 'query' ? undefined : {});
    expect([path, status, refusal?.code]).toEqual([path, 401, 'access.not-signed-in']);
  }
  expect(await person.query('access.session')).toBeNull();
  expect((await person.get('/api/templates/figures.xlsx')).status).toBe(401);
};
