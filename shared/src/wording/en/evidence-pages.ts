import type { EvidencePages } from '../zh/evidence-pages';

/** The part of `enPages` that the indicator page speaks about evidence. */
export const enEvidencePages = {
  'signal.title': 'Signal',
  'signal.improvement': 'Improving',
  'signal.concern': 'Worsening',
  'signal.common': 'Steady',
  'signal.neutral': 'Changed',
  'signal.legend': 'Signals',
  'signal.improvementHint': 'Improving (beyond limits or 7 in a row on one side)',
  'signal.concernHint': 'Worsening',
  'signal.commonHint': 'Steady (normal variation)',
  'control.told': (p) => `${p.control} ${p.trend}`,
  'control.limits': 'Normal variation',
  'control.trialLimits': 'Normal variation (trial limits)',
  'control.centre': (p) => `Baseline mean ${p.value}`,
  'control.baseline': 'Baseline',
  'control.between': (p) => `${p.lower}–${p.upper}`,

  'parts.bandHint':
    'The grey band is each county’s own normal variation, wider with fewer samples; triangles are signals and say nothing of the target.',

  'reason.few-cases': 'Below target, few cases',
  'reason.no-cases': 'Nothing to count in this period',
  'reason.empty-register': 'The register is empty',
  'evidence.few-cases': 'The gap may be chance',
  'legend.shortByChance': 'Below target, possibly by chance',
  'legend.surelyShort': 'Clearly below target, or not all passed',
  'indicator.stillToCome': (p) => `${p.count} ${p.unit} to go`,
  'indicator.moreFailures': (p) => `${p.count} more ${p.failureWord} than allowed`,
  'indicator.allFailed': (p) => `${p.count} ${p.failureWord}`,
  'indicator.budgetLost': (p) => `${p.rest} ${p.unit} to come cannot make up for it`,
  'total.sampled': (p) => `Tested (${p.unit})`,
  'total.all': (p) => `All (${p.unit})`,
  'total.register': (p) => `Register (${p.unit})`,
  'total.count': (p) => `All (${p.unit})`,
  'quarters.coverage': 'Coverage %',
  'quarters.hintPlain': 'Differences in percentage points',

  'how.title': 'How this was computed',
  'how.hint': 'Step by step, from counts to conclusion',

  'planning.title': 'Try a plan',
  'planning.hint': 'Move the slider to try a plan; nothing is stored',
  'planning.confirm': 'How many samples confirm the target',
  'planning.next': (p) => `How many ${p.unit} may be ${p.failureWord} next period`,
  'planning.year': 'The year',
  'planning.samples': (p) => `Planned for the year (${p.unit})`,
  'planning.samplesText': (p) => `${p.planned} ${p.unit}, ${p.taken} so far`,
  'planning.reset': (p) => `Back to ${p.planned}`,
  'planning.notFirm': 'The plan is projected from the pace so far and not confirmed',
} satisfies EvidencePages;
