import type { SamplePages } from '../zh/sample-pages';

/** The part of `enPages` that speaks of the samples behind a figure. */
export const enSamplePages = {
  'samples.title': 'Samples',
  'samples.behind': (p) => `${p.failures} of ${p.total} listed samples failed`,
  'samples.byUnit': 'Samples by unit',
  'samples.byCategory': 'Samples by category',
  'samples.unit': 'Unit',
  'samples.category': 'Category',
  'samples.noCategory': 'No category given',
  'samples.total': 'Samples',
  'samples.failures': 'Failed',
  'samples.rate': 'Rate (%)',
  'samples.pareto': 'Failing items',
  'samples.item': 'Item',
  'samples.noItem': 'No item given',
  'samples.findings': 'Findings',
  'samples.cumulative': 'Running share',
  'samples.comma': ', ',
  'samples.andMore': ' and more',
  'samples.bar': (p) => `${p.failures}, running ${p.percent}%`,
  'samples.finding': (p) =>
    p.few === 1
      ? `${p.findings} findings; ${p.names} alone makes ${p.percent}%`
      : `${p.findings} findings; the first ${p.few} items (${p.names}${p.more}) make ${p.percent}%`,
  'samples.noFindings': 'No sample failed',
  'samples.rest': (p) => `${p.items} more items with ${p.failures} findings`,
  'samples.failing': (p) => `Failing samples: ${p.category}`,
  'samples.close': 'Close',
  'samples.number': 'Sample number',
  'samples.day': 'Sampled on',
  'samples.product': 'Product',
  'samples.items': 'Failing items and results',
  'samples.limit': (p) => `(limit ${p.limit})`,
  'samples.retested': 'Failed the retest as well',
  'samples.more': (p) => `The newest ${p.shown} of ${p.total}`,
  'samples.sources': (p) => `Lists: ${p.names}`,
  'samples.notYours': 'Single samples are shown to those who report them and to reviewers',
} satisfies SamplePages;
