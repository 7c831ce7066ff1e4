import { assert, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { failureBudget, isMet, meetProbability, outlook, type Ratio } from '.';

const seed = 20256;
const targets = constantFrom<Ratio>(
  { num: 90, den: 100 },
  { num: 948, den: 1000 },
  { num: 985, den: 1000 },
  { num: 9999, den: 10_000 },
  { num: 100, den: 100 },
);
const progresses = record({
  n: integer({ min: 0, max: 3000 }),
  f: integer({ min: 0, max: 80 }),
  planned: integer({ min: 0, max: 4000 }),
  target: targets,
}).map(({ n, f, planned, target }) => ({ x: Math.max(0, n - f), n, planned, target }));

describe('the failure budget', () => {
  test('what is allowed may fail and the target still stands, one more may not', () => {
    assert(
      property(progresses, (progress) => {
        const { planned, allowed } = failureBudget(progress);
        if (planned === null || planned === 0) return planned === 0;
        return (
          isMet(planned - allowed, planned, progress.target) &&
          !isMet(planned - allowed - 1, planned, progress.target)
        );
      }),
      { seed },
    );
  });

  test('unreachable means that even all passes to come are too few, secured that none is needed', () => {
    assert(
      property(progresses, (progress) => {
        const { status, planned } = failureBudget(progress);
        if (planned === null || planned === progress.n) return status.startsWith('final');
        const best = isMet(progress.x + planned - progress.n, planned, progress.target);
        const worst = isMet(progress.x, planned, progress.target);
        return (status === 'unreachable') === !best && (status === 'secured') === worst;
      }),
      { seed },
    );
  });

  test('the recovery is the shortest run of passes that leads back to the target', () => {
    assert(
      property(progresses, (progress) => {
        const { recoveryPasses: k } = failureBudget(progress);
        const { x, n, target } = progress;
        if (k === null) return n === 0 || (target.num === target.den && x < n);
        return isMet(x + k, n + k, target) && (k === 0 || !isMet(x + k - 1, n + k - 1, target));
      }),
      { seed },
    );
  });

  test('without a plan only the pace is known', () => {
    const reading = failureBudget({ x: 1960, n: 2000, target: { num: 985, den: 1000 }, planned: null });
    expect(reading).toMatchObject({ status: 'no-plan', allowed: null, recoveryPasses: 667 });
  });
});

describe('the outlook', () => {
  test('it agrees with the budget where all is decided, and is a probability elsewhere', () => {
    assert(
      property(progresses, (progress) => {
        const { pMeet, reason } = meetProbability(progress);
        const { status } = failureBudget(progress);
        if (progress.n === 0) return pMeet === null && reason === 'no-data';
        if (status === 'final-met' || status === 'secured') return pMeet === 1;
        if (status === 'final-short' || status === 'unreachable') return pMeet === 0;
        return reason === null && pMeet !== null && pMeet >= 0 && pMeet <= 1;
      }),
      { seed },
    );
  });

  test('a pass instead of a failure never lowers the probability', () => {
    assert(
      property(progresses, (progress) => {
        const better = meetProbability({ ...progress, x: Math.min(progress.n, progress.x + 1) }).pMeet ?? 0;
        return better >= (meetProbability(progress).pMeet ?? 0) - 1e-12;
      }),
      { seed },
    );
  });

  test('it is quiet without samples and without a plan', () => {
    const target = { num: 985, den: 1000 };
    const silent = { pMeet: null, expectedFinalRate: null, finalFailures80: null };
    expect(outlook({ x: 0, n: 0, target, planned: 45 })).toEqual({ ...silent, reason: 'no-data' });
    expect(outlook({ x: 9, n: 9, target, planned: null })).toEqual({ ...silent, reason: 'no-plan' });
  });
});
