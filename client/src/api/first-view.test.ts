import { hashKey } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { keyOfAnswer } from './first-view';
import { trpc } from './trpc';

test('what comes with the page lies where the queries of the page look for it', () => {
  const same = (mine: readonly unknown[], theirs: readonly unknown[]) =>
    expect(hashKey(mine)).toBe(hashKey(theirs));
  same(keyOfAnswer('access.session', undefined), trpc.access.session.queryKey());
  same(keyOfAnswer('programme.show', undefined), trpc.programme.show.queryKey());
  same(keyOfAnswer('publication.list', undefined), trpc.publication.list.queryKey());
  same(keyOfAnswer('alert.list', {}), trpc.alert.list.queryKey({}));
  same(
    keyOfAnswer('evaluation.overview', { basis: 'cumulative' }),
    trpc.evaluation.overview.queryKey({ basis: 'cumulative', period: undefined, asOf: undefined }),
  );
});
