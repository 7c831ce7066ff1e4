type P<K extends string> = Readonly<Record<K, string>>;

/** The part of `zhPages` that speaks of tokens for programs. */
export const zhTokenPages = {
  'token.title': '程序令牌',
  'token.hint':
    '让业务系统按同样的规则自动报送。令牌的权限不超过你本人；只显示一次，请存到系统的密钥设置里。',
  'token.titleOther': (p: P<'name'>) => `“${p.name}”的程序令牌`,
  'token.hintOther': '替此人的业务系统制作令牌：权限不超过此人的报送角色，只显示一次；须再输一次你的密码。',
  'token.document': '接口说明（OpenAPI）',
  'token.none': '还没有令牌',
  'token.label': '用在哪里',
  'token.days': '有效天数',
  'token.make': '制作令牌',
  'token.once': '新令牌，只显示这一次：',
  'token.copy': '复制',
  'token.copied': '已复制',
  'token.made': '制作',
  'token.until': '有效期至',
  'token.used': '最近使用',
  'token.never': '未用过',
  'token.state': '状态',
  'token.valid': '有效',
  'token.expired': '已过期',
  'token.revoked': '已撤销',
  'token.revoke': '撤销',
  'token.actions': '操作',
  'token.revokeOf': (p: P<'label'>) => `撤销“${p.label}”`,
} as const;
