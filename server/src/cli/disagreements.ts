import { createHash } from 'node:crypto';
import { alertChanges, type StandingAlert } from '@zhibiao/shared/alert';
import { yearOf, type PlainDate } from '@zhibiao/shared/calendar';
import { assessSheet, sheetKeys, type Assessment } from '@zhibiao/shared/evaluation';
import { ledgerOf } from '@zhibiao/shared/observation';
import type { ProgrammeIndex } from '@zhibiao/shared/programme';
import { verifyAudit } from '../features/access';
import type { Disagreement } from './disagreement';
import { checkSamples } from './check-samples';
import { checkPublications } from './check-publications';
import { alertsInLedger, publishedLedger } from '../features/alert';
import type { Instance } from '../open-instance';
import type { Originals } from '../originals';
import type { Stores } from '../stores';

/**
 * Checks the store, the audit trail, the originals and the ledger, and judges everything anew: each stored assessment
 * must be what the ledger gives today, each stored alert what it gave on the day of judging. An empty list is health.
 */
export const disagreementsIn = async (instance: Instance): Promise<readonly Disagreement[]> => {
  const { storage, originals, index, clock } = instance;
  return [
    ...(await storage.inspect()),
    ...(await checkAudit(instance)),
    ...(await checkOriginals(storage.stores, originals)),
    ...(await checkSamples(storage.stores)),
    ...(await checkAssessments(storage.stores, index, clock.today())),
    ...(await checkPublications(storage.stores, index)),
    ...(await checkAlerts(storage.stores, index)),
  ];
};

const checkAudit = async ({ storage, auditHeads }: Instance): Promise<readonly Disagreement[]> => {
  const verdict = await verifyAudit(storage.stores.audit, auditHeads);
  switch (verdict.kind) {
    case 'whole':
      return [];
    case 'heads-missing':
      return [{ check: 'audit-heads-missing', detail: auditHeads }];
    case 'broken': {
      const { kind, sequence, until } = verdict.found;
      const where = until === sequence ? `entry ${sequence}` : `an entry from ${sequence} to ${until}`;
      const what = verdict.entry === null ? '' : `, now ${verdict.entry.event} at ${verdict.entry.at}`;
      return [{ check: `audit-${kind}`, detail: `${where}${what}` }];
    }
  }
};

const pageOfSubmissions = 500;

/** Originals of submissions and files of evidence that are gone from the disk, or are no longer what they were. */
export const checkOriginals = async (
  stores: Pick<Stores, 'submissions' | 'rectifications'>,
  originals: Pick<Originals, 'read'>,
): Promise<readonly Disagreement[]> => {
  const found: Disagreement[] = [];
  const check = async (sha256: string, detail: string): Promise<void> => {
    const bytes = await originals.read(sha256).catch(() => null);
    if (bytes === null) found.push({ check: 'original-missing', detail });
    else if (createHash('sha256').update(bytes).digest('hex') !== sha256)
      found.push({ check: 'original-changed', detail });
  };
  for (const { year, number, steps } of await stores.rectifications.list())
    for (const { name, sha256 } of steps.flatMap(({ said }) => said.evidence ?? []))
      await check(sha256, `rectification ${year}-${number}, ${name}`);
  let before: number | undefined;
  for (;;) {
    const page = await stores.submissions.list({
      limit: pageOfSubmissions,
      ...(before === undefined ? {} : { before }),
    });
    for (const { id, sha256, fileName } of page) await check(sha256, `submission ${id}, ${fileName}`);
    const last = page.at(-1);
    if (last === undefined || page.length < pageOfSubmissions) return found;
    before = last.id;
  }
};

/** Alerts of the years that were followed on the day when their indicator was last judged. */
const checkAlerts = async (stores: Stores, index: ProgrammeIndex): Promise<readonly Disagreement[]> => {
  const found: Disagreement[] = [];
  const published = await publishedLedger(stores);
  for (const [code, day] of await stores.alerts.judgedOn()) {
    const indicator = index.indicator(code);
    if (indicator === undefined) continue;
    const judged = await alertsInLedger({ stores: published, index }, indicator, day);
    const stored = await stores.alerts.list({ indicators: [code] });
    const kept = new Set(stored.map(alertKey));
    for (const { alert } of alertChanges(stored, [judged])) {
      const detail = alertKey(alert);
      found.push({ check: kept.has(detail) ? 'alert-differs' : 'alert-missing', detail });
    }
  }
  return found;
};

const alertKey = ({ indicator, unit, year }: StandingAlert): string => `${indicator} ${unit} ${year}`;

const keyOf = ({ indicator, unit, period, basis }: Assessment): string =>
  `${indicator} ${unit} ${period} ${basis}`;

const checkAssessments = async (
  stores: Stores,
  index: ProgrammeIndex,
  today: PlainDate,
): Promise<readonly Disagreement[]> => {
  const stored = new Map((await stores.assessments.all()).map((one) => [keyOf(one), JSON.stringify(one)]));
  const { yearStart } = index.programme;
  const found: Disagreement[] = [];
  for (const indicator of index.programme.indicators) {
    const observations = await stores.observations.current({ indicators: [indicator.code] });
    const context = { index, today, ledger: ledgerOf(observations, yearStart) };
    const years = new Set(observations.map(({ period }) => yearOf(period, yearStart)));
    for (const year of years) {
      for (const { period, basis } of sheetKeys(context, indicator, year)) {
        for (const assessment of assessSheet(context, indicator, period, basis)) {
          const key = keyOf(assessment);
          const kept = stored.get(key);
          stored.delete(key);
          if (kept === undefined) found.push({ check: 'assessment-missing', detail: key });
          else if (kept !== JSON.stringify(assessment))
            found.push({ check: 'assessment-differs', detail: key });
        }
      }
    }
  }
  for (const key of stored.keys()) found.push({ check: 'assessment-without-figures', detail: key });
  return found;
};
