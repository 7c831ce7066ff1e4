import { assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { confidenceOf, isMet } from '../../statistics';
import { aContext, atLeast, counts, judged, observed } from '../a-programme.fixture';
import { planningAid, type PlanningQuestion } from './planning-aid';

/** 制造业 after three quarters of the demonstration. */
const question = (more: Partial<PlanningQuestion> = {}): PlanningQuestion => ({
  passes: 880,
  total: 934,
  target: { num: 948, den: 1000 },
  planned: 1240,
  firm: false,
  periodsLeft: 1,
  ...more,
});

describe('the planning aid', () => {
  test('says what the fourth quarter can bear', () => {
    expect(planningAid(question())).toMatchObject({
      minimumSample: 71,
      planned: 1240,
      next: { samples: 306, bearable: 10 },
      rest: { samples: 306, bearable: 10 },
      budget: { allowed: 64, used: 54, remaining: 10, status: 'over-pace' },
      outlook: { word: 'unlikely' },
    });
  });

  test('agrees with the assessment of the same counts and plan', () => {
    const context = aContext([observed('city', '2025-Q3', counts(880, 934), 'cumulative')], {
      comparators: [atLeast('94.8')],
      plans: [{ unit: 'city', planned: 1240, firm: false }],
    });
    const { budget, outlook } = judged(context, 'city', '2025-Q3', 'cumulative');
    const aid = planningAid(question());
    expect(aid.budget).toEqual(budget);
    expect(aid.outlook).toEqual(outlook);
  });

  test('more samples bear more failures', () => {
    const larger = planningAid(question({ planned: 2000 }));
    expect(larger.rest).toEqual({ samples: 1066, bearable: 50 });
    expect(larger.outlook?.probability).toBeGreaterThan(planningAid(question()).outlook?.probability ?? 1);
  });

  test('the rest is shared evenly among the periods to come', () => {
    expect(planningAid(question({ passes: 286, total: 300, periodsLeft: 3 })).next).toEqual({
      samples: 314,
      bearable: 17,
    });
  });

  test('a quarter that cannot make up for what is lost bears nothing, not even none', () => {
    const aid = planningAid(question({ passes: 800, total: 934 }));
    expect(aid.next?.bearable).toBeNull();
    expect(aid.budget.status).toBe('unreachable');
  });

  test('what was taken already cannot be planned away, and then nothing is to come', () => {
    expect(planningAid(question({ planned: 500 }))).toMatchObject({ planned: 934, next: null, rest: null });
  });

  test('100 % is never confirmed', () => {
    const all = planningAid(question({ passes: 46, total: 46, target: { num: 1, den: 1 }, planned: 62 }));
    expect(all).toMatchObject({ minimumSample: null, confirmPasses: null, rest: { bearable: 0 } });
  });

  test('the run of passes that confirms the target is the shortest one', () => {
    assert(
      property(integer({ min: 0, max: 400 }), integer({ min: 0, max: 30 }), (passes, failures) => {
        const target = { num: 948, den: 1000 };
        const total = passes + failures;
        const { confirmPasses: more } = planningAid(question({ passes, total }));
        if (more === null) return false;
        const confirms = (k: number) =>
          total + k > 0 && confidenceOf(passes + k, total + k, target) === 'confidently-met';
        return confirms(more) && (more === 0 || !confirms(more - 1));
      }),
      { seed: 10 },
    );
  });

  test('one failure more than a quarter bears leaves it short at its end', () => {
    assert(
      property(
        integer({ min: 0, max: 1000 }),
        integer({ min: 0, max: 60 }),
        integer({ min: 0, max: 800 }),
        (passes, failures, more) => {
          const total = passes + failures;
          const { rest } = planningAid(question({ passes, total, planned: total + more }));
          if (rest === null) return more === 0;
          const met = (failing: number) =>
            isMet(passes + more - failing, total + more, { num: 948, den: 1000 });
          if (rest.bearable === null) return !met(0);
          return met(rest.bearable) && (rest.bearable === more || !met(rest.bearable + 1));
        },
      ),
      { seed: 11 },
    );
  });
});
