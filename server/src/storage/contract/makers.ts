import type { Assessment } from '@zhibiao/shared/evaluation';
import type { AlertChange, StandingAlert } from '@zhibiao/shared/alert';
import type { Author } from '../../features/access/author';
import type { NewAuditEntry } from '../../features/access/audit.store';
import type { NewLedgerEntry } from '../../features/observation/observation.store';
import { newOutsideId } from '../../features/submission/outside-id';
import type { NewSubmission } from '../../features/submission/submission.store';
import type { Stores } from '../../stores';

/** Ten in the morning of 16 October 2025 in Shanwei. */
export const now = '2025-10-16T02:00:00.000Z';

export const statistician: Author = {
  id: 'demo-statistician',
  role: 'statistician',
  name: { zh: '统计员', en: 'Statistician' },
};

export const aSubmission = (parts: Partial<NewSubmission> = {}): NewSubmission => ({
  outsideId: newOutsideId(),
  fileName: '2025年三季度抽检.xlsx',
  sha256: 'a'.repeat(64),
  bytes: 18_432,
  by: statistician,
  uploadedAt: now,
  ...parts,
});

/** Puts a submission in place, for revisions point to one; the first has the id 1. */
export const withSubmission = async (stores: Stores): Promise<number> =>
  stores.submissions.create(aSubmission());

export const aRevision = (parts: Partial<NewLedgerEntry> = {}): NewLedgerEntry => ({
  indicator: 'food-pass-rate',
  unit: '441521',
  period: '2025-Q3',
  basis: 'single',
  figure: { kind: 'counts', passes: 197, total: 200 },
  source: '',
  note: '',
  cell: '抽检!E4',
  submission: 1,
  recordedAt: now,
  ...parts,
});

export const anAssessment = (parts: Partial<Assessment> = {}): Assessment => ({
  indicator: 'food-pass-rate',
  unit: '441521',
  period: '2025-Q3',
  basis: 'cumulative',
  figure: { kind: 'counts', passes: 197, total: 200 },
  derivation: 'summed-periods',
  complete: false,
  missing: ['441521@2025-Q1'],
  rateText: '98.50',
  value: 0.985,
  verdict: 'short',
  legs: [
    { comparator: 'value', verdict: 'met', against: '98.5', by: 0, reference: null },
    {
      comparator: 'province',
      verdict: 'short',
      against: '98.7',
      by: -0.2,
      reference: {
        unit: '44',
        period: '2024',
        basis: 'cumulative',
        provisional: true,
        figure: { kind: 'rate', rate: '98.7' },
      },
    },
  ],
  light: 'risk',
  lightReason: 'short-but-possible',
  evidence: 'short-within-noise',
  interval95: { lower: 0.9568, upper: 0.9949 },
  shortBy: 1,
  budget: null,
  outlook: { probability: 0.41, word: 'uncertain', tentative: true },
  ...parts,
});

/** Keeps assessments, those of each sheet together, as judging does. */
export const keepAssessments = (
  { assessments }: Pick<Stores, 'assessments'>,
  list: readonly Assessment[],
): Promise<void> => {
  const sheets = new Map<string, Assessment[]>();
  for (const assessment of list) {
    const key = `${assessment.indicator} ${assessment.period} ${assessment.basis}`;
    sheets.set(key, [...(sheets.get(key) ?? []), assessment]);
  }
  return assessments.replace([...sheets.values()].map((sheet) => assessments.pack(sheet)));
};

export const anAlert = (parts: Partial<StandingAlert> = {}): StandingAlert => ({
  indicator: 'food-pass-rate',
  unit: '441581',
  year: 2025,
  level: 'orange',
  rules: ['O1', 'B1'],
  period: '2025-Q2',
  since: '2025-Q2',
  figures: {
    rateText: '95.80',
    passes: 391,
    total: 408,
    target: '98.5',
    leg: 'value',
    against: '98.5',
    shortfall: 2.7,
    shortBy: 11,
    plan: { planned: 800, firm: false, remaining: -5 },
    outlook: 0.01,
  },
  ...parts,
});

export const opened = (parts: Partial<StandingAlert> = {}): AlertChange => ({
  event: 'opened',
  alert: anAlert(parts),
});

export const anEntry = (parts: Partial<NewAuditEntry> = {}): NewAuditEntry => ({
  at: now,
  actor: statistician,
  ip: '127.0.0.1',
  session: 'ba7816bf8f01',
  event: 'submission.submit',
  object: 'submission:1',
  outcome: 'done',
  before: null,
  after: '{"position":1}',
  requestId: 'r-1',
  ...parts,
});
