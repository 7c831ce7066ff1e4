import type { zhCollectionPages } from '../zh/collection-pages';
import { many } from './many';

/** The part of `enPages` that the reporting calendar speaks. */
export const enCollectionPages: typeof zhCollectionPages extends infer Source
  ? {
      readonly [K in keyof Source]: Source[K] extends (params: infer Q) => string
        ? (params: Q) => string
        : string;
    }
  : never = {
  'nav.collection': 'Progress',
  'collection.title': 'Reporting progress',
  'collection.allDone': (p) => `${p.period}: all ${many(p.done, 'figure')} owed are in the ledger.`,
  'collection.partDone': (p) =>
    `${p.period}: ${many(p.owed, 'figure')} owed, ${p.done} in the ledger${p.waiting > 0 ? `, ${p.waiting} with the reviewers` : ''}.`,
  'collection.noneOwed': (p) => `${p.period}: nothing is owed yet.`,
  'collection.lateNow': (p) => `${many(p.count, 'figure')} overdue in this year and the last.`,
  'collection.noneLate': 'Nothing is overdue in this year and the last.',
  'collection.late': (p) => `Overdue: ${p.count}`,
  'collection.lateHint': 'This year and the last, longest first, until a reviewer lets it in',
  'collection.lateMore': (p) => `Only the first ${p.count} are listed`,
  'collection.unit': 'Unit',
  'collection.indicator': 'Indicator',
  'collection.period': 'Period',
  'collection.due': 'Due',
  'collection.state': 'State',
  'collection.department': 'Department',
  'collection.matrix': 'Units and indicators',
  'collection.matrixHint':
    'Told by the figures in the ledger, not by a button; of several periods the one that asks most',
  'collection.complete': 'Complete',
  'collection.onTime': 'On time',
  'collection.rateNone': '—',
  'collection.doneOf': (p) => `${p.done} / ${p.owed}`,
  'collection.progress': 'Completeness',
  'collection.bar': (p) =>
    `${p.done} in the ledger, ${p.waiting} with the reviewers, ${p.late} overdue, ${p.rest} not due yet`,
  'collection.done': 'In the ledger',
  'collection.waiting': 'With the reviewers',
  'collection.lateShort': 'Overdue',
  'collection.rest': 'Not due yet',
  'collection.byDepartment': 'By lead department',
  'collection.onTimeNote':
    'On time = figures first submitted or stored by their deadline ÷ figures due or reported',
  'collection.empty': 'There are no tasks that you may see',
  'collection.notAsked': 'n/a',
  'collection.s.waived': 'Waived',
  'collection.s.notOpen': 'Not open',
  'collection.s.open': (p) => `by ${p.day}`,
  'collection.s.dueSoon': (p) => (p.days === 0 ? 'Today' : `${many(p.days, 'day')} left`),
  'collection.s.late': (p) => `${many(p.days, 'day')} late`,
  'collection.s.waiting': 'In review',
  'collection.s.waitingLate': (p) => `${many(p.days, 'day')} late, in review`,
  'collection.s.onTime': 'On time',
  'collection.s.doneLate': (p) => `${many(p.days, 'day')} late`,
  'collection.legend.open': 'Owed, with its deadline',
  'collection.legend.dueSoon': 'Due within five days',
  'collection.legend.late': 'Past the deadline, no figure',
  'collection.legend.waiting': 'Submitted, not reviewed',
  'collection.legend.onTime': 'Submitted by the deadline',
  'collection.legend.doneLate': 'Reported late',
  'collection.cell': (p) => `${p.unit}, ${p.indicator}, ${p.period}: ${p.state}, due ${p.day}`,
  'collection.waivedWhy': (p) => `Waived: ${p.reason}`,
  'collection.toSubmissions': 'Submit',
  'own.title': 'What you owe',
  'own.none': 'You owe no figure',
  'own.noneHint': 'The next period will stand here once it opens.',
  'own.now': (p) => `${p.period}: ${many(p.count, 'figure')} owed, due ${p.day}`,
  'own.late': (p) => `and ${many(p.count, 'figure')} overdue`,
  'own.onlyLate': (p) => `${many(p.count, 'figure')} overdue`,
  'own.template': 'Template for this period',
  'own.templateLate': (p) => `Template for ${p.period}`,
  'own.all': 'All progress',
};
