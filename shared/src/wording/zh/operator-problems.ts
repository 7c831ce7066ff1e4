/**
 * One sentence per reason for which a command or the server does not start: what is wrong, where, and what to
 * do. Settings are named, their values are not: one of them could hold a password.
 */
export const zhOperatorProblems = {
  'config.mode': '没有说明以哪种方式启动。请用 npm start（演示）或 npm run serve（正式）。',
  'config.not-https':
    '正式运行要经过 HTTPS，否则密码会在网络上明文传送。请在前面架设 HTTPS 代理，并把设置 {key} 写成 https:// 开头的网址；确实只能用 HTTP 时，请加 --insecure-http（或设置 ZHIBIAO_INSECURE_HTTP=1），每页都会显示红色提示。',
  'config.not-a-flag': '设置 {key} 只能是 1 或 0。',
  'config.not-a-profile': '设置 {key} 只能是 djbh（等级保护）或 asvs（OWASP ASVS）。',
  'config.not-addresses': '设置 {key} 应是用逗号隔开的 IP 地址。',
  'instance.key-weak':
    '密钥文件 {file} 不是本系统随机生成的密钥。请恢复原来的文件；没有备份时请删去它，重新启动后会生成新的（已登记的动态验证码须重新登记）。',
  'account.set-up-first': '这个实例还没有账号。请先启动服务，用打印出来的链接完成首次设置。',
  'account.unknown': '没有账号“{name}”。',
  'account.refused': '{reason}账号没有改动。',
  'config.unknown': '不认识设置 {key}。请检查拼写或删去它；可用的设置见 README 里的表格。',
  'config.empty': '设置 {key} 是空的。请填上值，或删去这个设置。',
  'config.not-a-number': '设置 {key} 应是 {lowest} 到 {highest} 的整数。',
  'config.not-a-url': '设置 {key} 应是以 http:// 或 https:// 开头的网址。',
  'config.not-an-instant': '设置 {key} 应是世界时的时刻，例如 2025-10-16T02:00:00Z。',
  'config.database-url': '本版本只用内置的 SQLite 存储，不连接别的数据库。请删去设置 {key}。',
  'config.not-loopback':
    '演示只在本机地址上提供，{key} 只能是 127.0.0.1、::1 或 localhost。请改正或删去这个设置。',
  'config.clock-in-live': '正式运行以真实时钟为准。请删去设置 {key}。',
  'config.port-in-use': '端口 {port} 已被占用（设置 {key}）。请换一个，例如 PORT=3001 npm start。',
  'config.address-unusable': '不能在 {host} 的端口 {port} 上提供服务（{detail}）。请改正设置 HOST 或 PORT。',
  'instance.other-mode':
    '数据目录 {folder} 属于另一种运行方式（{found}），不能以 {wanted} 方式打开。请用设置 ZHIBIAO_DATA 另选一个目录。',
  'instance.not-empty':
    '目录 {folder} 里有别的文件，不能用作数据目录。请用设置 ZHIBIAO_DATA 另选一个空目录。',
  'instance.mark-unreadable':
    '文件 {file} 读不懂，无法确认这个数据目录归谁使用。请用设置 ZHIBIAO_DATA 另选一个目录，或恢复这个文件。',
  'instance.folder-unusable':
    '数据目录 {folder} 不能使用（{detail}）。请检查它是不是目录、当前用户能不能读写，或用设置 ZHIBIAO_DATA 另选一个。',
  'instance.audit-heads':
    '审计链头文件 {file} 不能写入（{detail}）。请检查路径和权限，或用设置 ZHIBIAO_AUDIT_HEADS 另选一个文件。',
  'instance.file-unreadable': '文件 {file} 无法读取（{detail}）。请检查路径和权限。',
  'instance.not-json': '文件 {file} 不是 JSON：{detail}。',
  'instance.units-missing': '找不到 {file} 所写的报告单位文件。请把它放进旁边的 units 目录。',
  'instance.programme-wrong':
    '文件 {file} 有错，位置 {path}：{reason} 请运行 npm run --silent cli -- programme check {file} 查看全部问题。',
  'vectors.unknown': '文件 {file} 不是已知格式的校验数据，无法逐条核对。',
  'plans.no-column': '计划文件 {file} 缺少列 {column}。',
  'plans.unreadable': '计划文件 {file} 第 {row} 行无法分列（引号没有配对或字段过长）。',
  'plans.unknown-indicator': '计划文件 {file} 第 {row} 行：没有指标“{value}”。',
  'plans.unknown-unit': '计划文件 {file} 第 {row} 行：没有报告单位“{value}”。',
  'plans.not-a-year': '计划文件 {file} 第 {row} 行：“{value}”不是年份。',
  'plans.not-a-count': '计划文件 {file} 第 {row} 行：计划数“{value}”应是大于 0 的整数。',
  'storage.missing':
    '找不到数据库 {file}。如果是演示数据，请运行 npm run --silent cli -- demo reset 重建；否则请把备份放回这个位置。',
  'storage.empty-file':
    '数据库 {file} 是空文件，没有改动它。如果是演示数据，请运行 npm run --silent cli -- demo reset 重建；否则请用备份替换它。',
  'storage.foreign':
    '文件 {file} 不是质标的数据库，没有改动它。请用设置 ZHIBIAO_DATA 另选一个目录；如果是演示数据，请运行 npm run --silent cli -- demo reset 重建。',
  'storage.newer':
    '数据库 {file} 由更新的版本写成（结构 {found}，本程序只认识到 {known}），没有改动它。请换用新版程序。',
  'storage.older':
    '数据库 {file} 由旧版本写成（结构 {found}，本程序需要 {known}），只读方式打不开。请先启动一次服务，让它自动备份并升级。',
  'storage.corrupt':
    '数据库 {file} 已损坏，检查 {check} 没有通过：{detail}。没有改动它，请先把它另存一份。如果是演示数据，请运行 npm run --silent cli -- demo reset 重建；否则请用备份替换它。',
  'storage.in-use':
    '数据目录 {folder} 正由另一个进程使用[[（进程号 {pid}，{startedAt} 启动）]]。请先停掉它，或用设置 ZHIBIAO_DATA 另选一个目录。',
  'storage.read-only': '{file} 不能写入。请检查磁盘是否只读、当前用户有没有写权限。',
  'storage.full': '磁盘已满，{file} 写不进去，已入库的数据没有变化。请腾出空间后重试。',
  'storage.busy': '另一个程序正占用数据库。请稍后再试。',
  'storage.unsafe-settings':
    '数据库引擎不能保证数据安全落盘：{setting} 是 {found}，需要 {needed}。请用 npm ci 重新安装依赖。',
  'storage.failed': '磁盘读写 {file} 出错：{detail}。请检查磁盘和文件系统后重试。',
} as const;

/** Dotted and permanent name of a reason for which a command or the server does not start. */
export type OperatorProblemCode = keyof typeof zhOperatorProblems;
