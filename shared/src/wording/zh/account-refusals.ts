import type { AccountRefusal, RefusedGrants, RefusedPassword } from '../../result';
import type { RefusalSentences } from '../refusal-sentence';

type PasswordRefused = Extract<AccountRefusal, { code: 'access.password-refused' }>;

/** Why a sign-in, a password or a change of an account was declined. */
export const zhAccountRefusals: Pick<RefusalSentences, AccountRefusal['code']> = {
  'access.sign-in-failed': (r) =>
    r.left === 0
      ? `账号或密码不对，已暂停登录。请 ${r.minutes} 分钟后再试，忘记密码请联系本单位管理员。`
      : `账号或密码不对，还可以再试 ${r.left} 次。忘记密码请联系本单位管理员。`,
  'access.code-wrong': (r) =>
    r.left === 0
      ? `验证码不对，已暂停登录。请 ${r.minutes} 分钟后再试。`
      : `验证码不对或已经用过，还可以再试 ${r.left} 次。请等下一个验证码。`,
  'access.wrong-password': (r) =>
    r.left === 0
      ? `当前密码不对，已暂停验证。请 ${r.minutes} 分钟后再试。`
      : `当前密码不对，还可以再试 ${r.left} 次。`,
  'access.busy': () => '正在登录的人太多，请稍后再试。',
  'access.duty-first': (r) =>
    r.duty === 'change-password' ? '请先修改密码，再办别的事。' : '请先登记动态验证码，再办别的事。',
  'access.no-role': () => '这个账号还没有角色，请联系安全管理员授权。',
  'access.link-gone': () => '这个链接已经用过或已过期，请向管理员要一个新的。',
  'access.unknown-account': () => '没有这个账号。',
  'access.password-refused': (r) =>
    `不能用这个密码：${r.problems.map((problem) => passwordProblem(problem, r)).join('；')}。`,
  'access.name-taken': (r) => `账号“${r.name}”已有人用，请换一个。`,
  'access.name-refused': () => '账号应为 2 到 40 个字符，只用文字、数字和 . _ - @。',
  'access.grants-refused': (r) => grantProblem[r.problem],
  'access.oneself': () => '不能给自己办这件事，请由另一位管理员办理。',
  'access.token-refused': () =>
    '令牌无效：没有带令牌，或者它不存在、已过期、已撤销，或者所属账号已不能使用。请在“我的账户”重新制作。',
  'access.unknown-token': () => '没有这个令牌。',
  'access.too-many-tokens': (r) => `有效的令牌最多 ${r.most} 个，请先撤销不用的。`,
  'access.no-passwords': () => '演示里没有密码，账号只能看，不能改。',
};

const passwordProblem = (problem: RefusedPassword, r: PasswordRefused): string => {
  switch (problem) {
    case 'too-short':
      return `至少要 ${r.least} 个字符`;
    case 'too-long':
      return '太长，最多 200 个字符';
    case 'few-kinds':
      return `大写字母、小写字母、数字、符号中至少要有 ${r.kinds} 种`;
    case 'weak':
      return '太常见，容易被猜到';
    case 'personal':
      return '含有姓名、账号、地名、单位名或年份，容易被猜到';
    case 'used-before':
      return `最近 ${r.remembered} 个密码里用过`;
  }
};

const grantProblem: Readonly<Record<RefusedGrants, string>> = {
  twice: '同一个角色只能授予一次。',
  'administrators-apart': '系统管理员、安全管理员、审计员三者分设，一个账号只能担任其中一个。',
  'administrator-with-figures': '管理员和审计员不能同时经手数据，请另设账号。',
  'wall-alone': '大屏账号只能单独使用，不能再有别的角色。',
  unit: '县区数据员必须指定一个县区，其他角色不能指定。',
  departments: '只有统计员可以限定部门。',
  'unknown-scope': '监测方案里没有这个部门或县区。',
};
