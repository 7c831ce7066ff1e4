import type { ProgrammeProblem, ProgrammeProblemCode } from './problem';

/** One sentence for a mistake in a programme or units file, without the path, which stands beside it. */
export function problemText(problem: ProgrammeProblem, language: 'zh' | 'en'): string {
  return SENTENCES[problem.code][language].replace(
    /\{(\w+)\}/g,
    (_, name: string) => `${problem.params[name] ?? ''}`,
  );
}

// Stands here and not in wording because the file's author reads it beside the file, with its English key names.
const SENTENCES: Readonly<Record<ProgrammeProblemCode, { readonly zh: string; readonly en: string }>> = {
  'programme.missing': { zh: '缺少“{key}”。', en: '"{key}" is missing.' },
  'programme.unknown-key': {
    zh: '不认识的键“{key}”，请检查拼写。',
    en: 'Unknown key "{key}"; check the spelling.',
  },
  'programme.wrong-type': {
    zh: '此处应为 {expected}，实际为 {found}。',
    en: 'Expected {expected}, found {found}.',
  },
  'programme.malformed': { zh: '写法不符合要求：{found}。', en: 'Not written as required: {found}.' },
  'programme.not-allowed': {
    zh: '不能是 {found}，只能是：{allowed}。',
    en: '{found} is not allowed here; allowed: {allowed}.',
  },
  'programme.too-short': { zh: '不能为空。', en: 'Must not be empty.' },
  'programme.out-of-range': {
    zh: '{found} 超出范围（{allowed}）。',
    en: '{found} is out of range ({allowed}).',
  },
  'programme.target-without-clause': {
    zh: '目标没有写明依据的条款（clause）。',
    en: 'The target does not say which clause of the policy asks for it.',
  },
  'programme.unknown-register': {
    zh: '单位名录“{register}”不是所给的名录。',
    en: 'The register of units "{register}" is not the one given.',
  },
  'programme.unknown-indicator': {
    zh: '没有代码为“{indicator}”的指标。',
    en: 'There is no indicator "{indicator}".',
  },
  'programme.unknown-unit': { zh: '名录中没有单位“{unit}”。', en: 'The register has no unit "{unit}".' },
  'programme.unknown-department': {
    zh: '没有代码为“{department}”的部门。',
    en: 'There is no department "{department}".',
  },
  'programme.duplicate-code': { zh: '代码“{code}”重复。', en: 'The code "{code}" is used twice.' },
  'programme.duplicate-target': {
    zh: '指标“{indicator}”从 {from} 年起已有目标。',
    en: 'Indicator "{indicator}" already has a target from {from} on.',
  },
  'programme.duplicate-plan': {
    zh: '指标“{indicator}”、单位“{unit}”在 {year} 年已有计划数。',
    en: 'There is already a plan for "{indicator}", "{unit}" in {year}.',
  },
  'programme.name-taken': {
    zh: '名称“{name}”已属于“{holder}”，填报时会分不清。',
    en: 'The name "{name}" already belongs to "{holder}"; a sheet could mean either.',
  },
  'programme.threshold-range': {
    zh: '目标值须在 0 到 100 之间，实际为 {found}。',
    en: 'A threshold lies between 0 and 100, found {found}.',
  },
  'programme.from-after-due': {
    zh: '起始年 {from} 晚于到期年 {due}。',
    en: 'The first year {from} is later than the due year {due}.',
  },
  'programme.not-a-year': {
    zh: '须为四位年份，实际为 {found}。',
    en: 'Must be a year of four digits, found {found}.',
  },
  'programme.scale-reversed': {
    zh: '表盘下限 {low} 须小于上限 {high}。',
    en: 'The scale must rise: {low} is not below {high}.',
  },
  'programme.scale-without-target': {
    zh: '表盘 {low}—{high} 容纳不下目标 {target}。',
    en: 'The scale {low}–{high} does not contain the target {target}.',
  },
  'programme.score-not-given': {
    zh: '“{indicator}”是得分，不能按样本数合计，combination 只能是 given。',
    en: '"{indicator}" is a score and has no counts to add: combination must be "given".',
  },
  'programme.sum-of-finished-rates': {
    zh: '“{indicator}”的数值是 {combination}，不能由下级单位相加，reportedBy 只能是 whole。',
    en: '"{indicator}" is {combination}: its figures cannot be summed from lower units, so reportedBy must be "whole".',
  },
  'programme.weights-not-asked': {
    zh: '“{indicator}”的数值是 {combination}，不用权重；只有 weighted 才写 weights。',
    en: '"{indicator}" is {combination} and has no use for weights: only a weighted indicator declares them.',
  },
  'programme.weight-not-positive': {
    zh: '“{unit}”的权重 {weight} 须大于 0。',
    en: 'The weight {weight} of "{unit}" must be above 0.',
  },
  'programme.weight-twice': {
    zh: '“{unit}”的权重写了两次。',
    en: 'The weight of "{unit}" is given twice.',
  },
  'programme.coverage-needs-register': {
    zh: '覆盖率目标只能用于按名册检查或计数的指标，“{indicator}”不是。',
    en: 'A coverage target needs a register or a count; "{indicator}" has neither.',
  },
  'programme.plan-without-samples': {
    zh: '“{indicator}”是得分，没有计划批次。',
    en: '"{indicator}" is a score and has no planned samples.',
  },
  'programme.plan-for-reference': {
    zh: '“{unit}”是参照单位，不作判定，也没有计划。',
    en: '"{unit}" is a reference: it is never judged and has no plan.',
  },
  'programme.not-a-reference': {
    zh: '“{unit}”不是参照单位，不能作为“不低于”的比较对象。',
    en: '"{unit}" is not a reference unit, so nothing can be "not below" it.',
  },
  'programme.no-whole': {
    zh: '须有且只有一个 kind 为 whole 的单位，现在一个也没有。',
    en: 'There must be exactly one unit of kind "whole"; there is none.',
  },
  'programme.several-wholes': {
    zh: '须有且只有一个 kind 为 whole 的单位，这里又出现一个。',
    en: 'There must be exactly one unit of kind "whole"; this is another.',
  },
  'programme.parent-missing': {
    zh: '“{unit}”没有写明上级单位（parent）。',
    en: '"{unit}" does not say which unit it belongs to (parent).',
  },
  'programme.parent-not-allowed': {
    zh: '“{unit}”在此处不能有这样的上级单位。',
    en: '"{unit}" cannot have this parent.',
  },
  'programme.parent-circular': {
    zh: '“{unit}”的上级关系绕成了圈。',
    en: 'The parents of "{unit}" go round in a circle.',
  },
  'programme.within-not-a-part': {
    zh: '“{unit}”不是下级单位，不能作为 within。',
    en: '"{unit}" is not a part, so nothing can lie within it.',
  },
  'programme.within-circular': {
    zh: '“{unit}”的 within 关系绕成了圈。',
    en: '"{unit}" lies within itself in a circle.',
  },
};
