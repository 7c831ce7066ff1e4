/**
 * @typedef {object} View
 * @property {string} name as the picture of the design is called
 * @property {string | null} as who looks; null for nobody signed in
 * @property {string} path where; `{map}`, `{check}` and `{changes}` stand for drafts
 * @property {'desk' | 'phone' | 'wall'} size
 */

/** One view of ours for each picture of the design that shows a page. @type {readonly View[]} */
export const views = [
  { name: '01-overview', as: 'demo-leader', path: '/overview', size: 'desk' },
  { name: '01b-overview-list', as: 'demo-leader', path: '/overview?view=list', size: 'desk' },
  { name: '02-wall', as: 'demo-leader', path: '/wall', size: 'wall' },
  { name: '03-indicator', as: 'demo-leader', path: '/indicators/food-pass-rate', size: 'desk' },
  { name: '04-compare', as: 'demo-leader', path: '/compare', size: 'desk' },
  { name: '05a-upload-map', as: 'demo-statistician', path: '/submissions?submission={map}', size: 'desk' },
  {
    name: '05b-upload-check',
    as: 'demo-statistician',
    path: '/submissions?submission={check}&view=rows',
    size: 'desk',
  },
  {
    name: '05c-upload-diff',
    as: 'demo-statistician',
    path: '/submissions?submission={changes}&view=changes',
    size: 'desk',
  },
  { name: '06-alerts', as: 'demo-leader', path: '/alerts?view=rectification', size: 'desk' },
  { name: '08a-review', as: 'demo-reviewer', path: '/review', size: 'desk' },
  { name: '08b-login', as: null, path: '/overview', size: 'desk' },
  { name: '09-mobile', as: 'demo-leader', path: '/overview', size: 'phone' },
];

/** Files of a statistician that lead to the three steps of a submission. */
export const drafts = {
  map: [
    '指标,地区,期间,合格数,查了多少',
    '食品抽检合格率,城区,2025Q3,91,95',
    '食品抽检合格率,红海,2025Q3,108,110',
  ].join('\n'),
  check: [
    '指标,地区,期间,合格数,抽检数,合格率(%)',
    '食品抽检合格率,城区,2025Q3,375,381,98.4',
    '食品抽检合格率,海丰县,2025Q3,460,469,98.1',
    '食品抽检合格率,陆丰市,2025Q3,523,53O,98.7',
    '食品抽检合格率,陆河县,2025Q3,190,191,98.6',
    '食品抽检合格率,红海湾区,2025Q3,,146,',
    '食品抽检合格率,华侨管理区,2025Q3,121,124,97.6',
  ].join('\n'),
  changes: [
    '指标,地区,期间,合格数,抽检数',
    '食品抽检合格率,城区,2025Q3,372,380',
    '食品抽检合格率,海丰县,2025Q3,455,469',
    '食品抽检合格率,陆河县,2025Q3,190,191',
  ].join('\n'),
};
