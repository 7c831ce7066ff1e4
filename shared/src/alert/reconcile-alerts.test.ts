import { assert, constantFrom, array, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Assessment, Leg } from '../evaluation';
import { reconcileAlerts, type Alert, type AlertChange } from '.';

const aLeg = (more: Partial<Leg> = {}): Leg => ({
  comparator: 'value',
  verdict: 'short',
  against: '98.5',
  by: -0.75,
  reference: null,
  ...more,
});

const anAssessment = (more: Partial<Assessment> = {}): Assessment => ({
  indicator: 'food',
  unit: 'east',
  period: '2025-Q3',
  basis: 'cumulative',
  figure: { kind: 'counts', passes: 391, total: 400 },
  derivation: 'reported',
  complete: true,
  missing: [],
  rateText: '97.8',
  value: 0.9775,
  verdict: 'short',
  legs: [aLeg()],
  light: 'risk',
  lightReason: 'short-within-noise',
  evidence: 'short-within-noise',
  interval95: null,
  shortBy: 3,
  budget: null,
  outlook: null,
  ...more,
});

const met = anAssessment({
  verdict: 'met',
  light: 'met',
  lightReason: 'met',
  rateText: '99.0',
  shortBy: 0,
  legs: [aLeg({ verdict: 'met', by: 0.5 })],
});

const ofYear = (...assessments: readonly Assessment[]) =>
  assessments.map((assessment) => ({ year: 2025, assessment }));

/** What a store makes of the changes, as its contract says. */
const applied = (alerts: readonly Alert[], changes: readonly AlertChange[]): readonly Alert[] => {
  const at = '2025-10-16T02:00:00.000Z';
  const kept = new Map(alerts.map((alert) => [`${alert.indicator}|${alert.unit}|${alert.year}`, alert]));
  for (const change of changes) {
    const about = change.kind === 'recovered' ? change : change.shortfall;
    const key = `${about.indicator}|${about.unit}|${about.year}`;
    const before = kept.get(key);
    if (change.kind === 'recovered') {
      if (before === undefined) throw new Error('nothing was open');
      const { period, rateText } = change;
      kept.set(key, { ...before, state: 'recovered', period, rateText, shortfall: 0, changedAt: at });
    } else {
      const id = before?.id ?? kept.size + 1;
      kept.set(key, { ...change.shortfall, id, state: 'open', openedAt: at, changedAt: at });
    }
  }
  return [...kept.values()];
};

const after = (...rounds: readonly Assessment[]): readonly Alert[] =>
  rounds.reduce<readonly Alert[]>((alerts, one) => applied(alerts, reconcileAlerts(alerts, ofYear(one))), []);

const kinds = (alerts: readonly Alert[], ...assessments: readonly Assessment[]) =>
  reconcileAlerts(alerts, ofYear(...assessments)).map(({ kind }) => kind);

describe('the life of an alert', () => {
  test('a shortfall opens one, with what it says', () => {
    expect(reconcileAlerts([], ofYear(anAssessment()))).toEqual([
      {
        kind: 'opened',
        shortfall: {
          indicator: 'food',
          unit: 'east',
          year: 2025,
          light: 'risk',
          leg: 'value',
          period: '2025-Q3',
          rateText: '97.8',
          shortfall: 0.75,
          shortBy: 3,
        },
      },
    ]);
  });

  test('the same facts again change nothing', () => {
    expect(kinds(after(anAssessment()), anAssessment())).toEqual([]);
  });

  test.each([
    ['a darker light', { light: 'miss' }],
    ['a later period', { period: '2025-Q4' }],
    ['another rate', { rateText: '97.9' }],
    ['more samples missing', { shortBy: 4 }],
    ['a wider gap to a province that was revised', { legs: [aLeg({ comparator: 'province', by: -0.9 })] }],
  ] satisfies readonly (readonly [string, Partial<Assessment>])[])('%s updates it', (_, more) => {
    expect(kinds(after(anAssessment()), anAssessment(more))).toEqual(['updated']);
  });

  test('recovery marks it, once, and a relapse opens the same one again', () => {
    const recovered = after(anAssessment(), met);
    expect(recovered).toMatchObject([{ id: 1, state: 'recovered', rateText: '99.0' }]);
    expect(kinds(recovered, met)).toEqual([]);
    expect(kinds(recovered, anAssessment())).toEqual(['reopened']);
    expect(after(anAssessment(), met, anAssessment())).toMatchObject([{ id: 1, state: 'open' }]);
  });

  test('a target that is met with a doubtful year is recovered', () => {
    expect(kinds(after(anAssessment()), { ...met, light: 'risk', lightReason: 'met-but-uncertain' })).toEqual(
      ['recovered'],
    );
  });

  test('a register that caught up with its pace is recovered before its target is reached', () => {
    const coverage = { legs: [aLeg({ comparator: 'coverage', by: -25 })] } as const;
    const behind = anAssessment({ ...coverage, lightReason: 'coverage-behind' });
    const onPace = anAssessment({ ...coverage, light: 'met', lightReason: 'coverage-on-pace' });
    expect(kinds([], onPace)).toEqual([]);
    expect(kinds(after(behind), onPace)).toEqual(['recovered']);
  });

  test('a figure that was withdrawn, or is too small to judge, is no recovery', () => {
    const open = after(anAssessment());
    const withdrawn = anAssessment({
      figure: null,
      rateText: null,
      verdict: 'no-data',
      light: 'none',
      legs: [],
    });
    expect(kinds(open, withdrawn)).toEqual([]);
    expect(kinds(open, anAssessment({ light: 'none', lightReason: 'too-few-samples' }))).toEqual([]);
  });

  test('figures too few to judge open none', () => {
    expect(kinds([], anAssessment({ light: 'none', lightReason: 'too-few-samples' }))).toEqual([]);
  });

  test('the widest of several gaps is told, and a level score is a shortfall of nothing', () => {
    const legs = [aLeg({ by: -0.2 }), aLeg({ comparator: 'province', by: -1.3 })];
    expect(after(anAssessment({ legs }))[0]?.shortfall).toBe(1.3);
    const level = after(anAssessment({ legs: [aLeg({ comparator: 'rising', by: 0 })] }))[0]?.shortfall;
    expect(Object.is(level, 0)).toBe(true);
  });

  test('units, indicators and years have alerts of their own', () => {
    const open = after(anAssessment());
    expect(kinds(open, anAssessment({ unit: 'west' }), anAssessment({ indicator: 'farm' }))).toEqual([
      'opened',
      'opened',
    ]);
    expect(reconcileAlerts(open, [{ year: 2026, assessment: anAssessment() }])[0]?.kind).toBe('opened');
  });

  test('of two assessments of one unit and year the last counts', () => {
    expect(kinds([], anAssessment(), met)).toEqual([]);
    expect(kinds([], met, anAssessment())).toEqual(['opened']);
  });

  test('any round twice is the same as once', () => {
    const one = record({
      unit: constantFrom('east', 'west', 'south'),
      light: constantFrom<Assessment['light'][]>('met', 'risk', 'miss', 'none'),
      verdict: constantFrom<Assessment['verdict'][]>('met', 'short', 'no-data'),
      rateText: constantFrom('97.8', '98.4', '99.0'),
    });
    assert(
      property(array(one, { maxLength: 5 }), array(one, { maxLength: 5 }), (first, second) => {
        const rounds = [first, second].map((round) => ofYear(...round.map((more) => anAssessment(more))));
        const alerts = rounds.reduce<readonly Alert[]>(
          (known, round) => applied(known, reconcileAlerts(known, round)),
          [],
        );
        return reconcileAlerts(alerts, rounds[1] ?? []).length === 0;
      }),
      { seed: 20258 },
    );
  });
});
