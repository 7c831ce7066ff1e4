import type { RefusalSentences } from '../refusal-sentence';

/** One sentence per refusal: what was declined, why, and what to do next. */
export const zhRefusals: RefusalSentences = {
  'access.not-signed-in': () => '还没有登录，或登录已过期。请重新登录。',
  'access.not-allowed': () => '你的角色不能办理这件事。需要时请联系管理员。',
  'access.outside-scope': (r) => `${r.what}不在你的报送范围内。请由负责的单位办理。`,
  'access.unknown-role': () => '没有这个角色，请从列表中选择。',
  'access.too-many-calls': (r) => `请求太频繁，每分钟最多 ${r.perMinute} 次。请稍后再试。`,
  'programme.unknown-indicator': (r) => `监测方案里没有指标“${r.indicator}”。`,
  'programme.unknown-unit': (r) => `没有报告单位“${r.unit}”。`,
  'calendar.unknown-period': (r) => `“${r.period}”不是可选的报告期。`,
  'submission.unknown': () => '没有这份报送，可能已被放弃。',
  'submission.not-draft': () => '这份报送已经办结，不能再改。',
  'submission.has-errors': (r) => `还有 ${r.count} 处错误，改正后才能入库。`,
  'submission.ledger-moved': () => '核对之后库里又有了新数据，请按最新数据再看一遍变化。',
  'submission.nothing-to-store': () => '与库里完全相同，没有要写入的数值。',
  'submission.reason-missing': () => '有修订值，请写明修订原因。',
  'submission.correction-outside': (r) => `单元格 ${r.cell} 不在读到的表格里，不能在这里改。`,
  'submission.file-refused': (r) => r.message,
  'submission.upload-interrupted': () => '文件没有传完。请检查网络后重新上传。',
  'submission.too-many': (r) => `上传太频繁，每分钟最多 ${r.perMinute} 份。请稍后再试。`,
  'storage.busy': () => '正在写入其他数据，请稍后再试。',
  'storage.full': () => '服务器磁盘已满，这次没有存入任何数据。请联系管理员腾出空间后再试。',
  'storage.read-only': () => '服务器上的数据目前只能读、不能写，这次没有存入任何数据。请联系管理员。',
};
