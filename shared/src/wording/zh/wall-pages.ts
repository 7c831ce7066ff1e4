type P<K extends string> = Readonly<Record<K, string>>;
type N<K extends string> = Readonly<Record<K, number>>;

/** The part of `zhPages` that the wall speaks. */
export const zhWallPages = {
  'wall.title': '大屏',
  'wall.open': '大屏',
  'wall.allowed': (p: P<'allowed' | 'unit'>) => `${p.unit}（允许 ${p.allowed} ${p.unit}）`,
  'wall.ranking': '各县区（横线为 95% 区间）',
  'wall.lowest': (p: N<'count' | 'of'>) => `，共 ${p.of} 个，列最低 ${p.count} 个`,
  'wall.noUnits': '各县区还没有数',
  'wall.course': '近几期',
  'wall.courseShort': '满两期后画出走势',
  'wall.through': (p: P<'day'> & N<'number'>) => `数据截至 ${p.day}，第 ${p.number} 版`,
  'wall.alert': (p: P<'name' | 'figure' | 'owner'>) => `${p.name} ${p.figure}，责任单位：${p.owner}`,
  'wall.turn': (p: N<'at' | 'of'>) => `${p.at} / ${p.of}`,
  'wall.paused': '已暂停',
  'wall.keys': '左右键换指标，空格键停走，Esc 退出',
  'wall.lost': (p: P<'time'>) => `连接中断，显示的是 ${p.time} 的数据`,
  'wall.waiting': '正在连接',
};
