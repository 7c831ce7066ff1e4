import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadProgramme, loadUnits, programmeIndex, type ProgrammeIndex } from '.';

function json(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../data/${path}`, import.meta.url), 'utf8'));
}

function indexOf(programmeFile: string, unitsFile: string): ProgrammeIndex {
  const units = loadUnits(json(unitsFile));
  if (!units.ok) throw new Error(JSON.stringify(units.refusal));
  const programme = loadProgramme(json(programmeFile), units.value);
  if (!programme.ok) throw new Error(JSON.stringify(programme.refusal));
  return programmeIndex(programme.value, units.value);
}

const shanwei = indexOf('programmes/shanwei-2025.json', 'units/shanwei.json');

test('Shanwei has the twelve indicators of the policy, each with a target that cites its clause', () => {
  expect(shanwei.programme.indicators.map((indicator) => indicator.code)).toEqual([
    'manufacturing-pass-rate',
    'food-pass-rate',
    'agri-pass-rate',
    'building-inspection-conformity',
    'transport-first-acceptance',
    'completed-works-excellence',
    'water-works-pass-rate',
    'service-satisfaction',
    'manufacturing-competitiveness',
    'infant-formula-system-inspection',
    'health-food-system-inspection',
    'cluster-quality-centres',
  ]);
  for (const { code } of shanwei.programme.indicators)
    expect(shanwei.target(code, 2025)?.clause.quote).toBeTruthy();
});

test('the provincial floor stands on all three product rates and nowhere else', () => {
  const floored = shanwei.programme.targets.filter((target) =>
    target.comparators.some((one) => one.kind === 'not-below'),
  );
  expect(floored.map((target) => target.indicator)).toEqual([
    'manufacturing-pass-rate',
    'food-pass-rate',
    'agri-pass-rate',
  ]);
});

test('the units stand in the order of the screens', () => {
  expect(shanwei.parts.map((unit) => unit.shortName.zh)).toEqual([
    '城区',
    '海丰县',
    '陆丰市',
    '陆河县',
    '红海湾',
    '华侨区',
  ]);
  expect(shanwei.addends('441500')).toHaveLength(6);
  expect(shanwei.references.map((unit) => unit.code)).toEqual(['440000', '000000']);
});

test('registered spellings are found and near ones are not', () => {
  expect(shanwei.indicatorNamed('食品安全监督抽检合格率')?.code).toBe('food-pass-rate');
  expect(shanwei.indicatorNamed('食品监督抽检')?.code).toBe('food-pass-rate');
  expect(shanwei.indicatorNamed(' 食品抽检 合格率\u200b')?.code).toBe('food-pass-rate');
  expect(shanwei.indicatorNamed('食品抽查合格率')).toBeUndefined();
  expect(shanwei.indicatorNamed('食品评价性抽检合格率')).toBeUndefined();
  expect(shanwei.unitNamed('红海湾')?.code).toBe('red-bay');
  expect(shanwei.unitNamed('华侨区')?.code).toBe('huaqiao');
  expect(shanwei.unitNamed('全省')?.code).toBe('440000');
  for (const near of ['海丰', '陆丰', '陆河', '惠来县', '深汕特别合作区'])
    expect(shanwei.unitNamed(near)).toBeUndefined();
  expect(shanwei.excludedNamed('深汕特别合作区')?.reason.zh).toContain('深圳');
});

test('evaluative sampling is not the scheme of the food indicator', () => {
  const food = shanwei.indicator('food-pass-rate');
  if (food === undefined) throw new Error('no food indicator');
  expect(['', '监督抽检', '监督抽查', 'supervision'].map((text) => shanwei.isOwnScheme(food, text))).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(shanwei.isOwnScheme(food, '评价性抽检')).toBe(false);
});

test("another country's programme loads without code", () => {
  const nhs = indexOf('programmes/examples/nhs-ae.json', 'units/examples/nhs-trusts.json');
  expect(nhs.parts).toHaveLength(140);
  expect(nhs.target('ae-type1-four-hours', 2018)?.comparators).toEqual([
    { kind: 'at-least', threshold: '95' },
  ]);
});
