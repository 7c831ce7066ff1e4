interface Said {
  readonly who: string;
  readonly period: string;
  readonly dueOn: string;
  readonly count: number;
}

/** What reminders of the reporting calendar say in Chinese. */
export const zhReminders = {
  soonTitle: ({ period, dueOn, count, days }: Said & { readonly days: number }): string =>
    `${period}还有 ${count} 项待报，${days} 天后（${dueOn}）截止`,
  lateTitle: ({ period, dueOn, count }: Said): string => `${period}有 ${count} 项逾期未报，${dueOn} 已截止`,
  line: (name: string, units: readonly string[]): string =>
    units.length === 0 ? name : `${name}：${units.join('、')}`,
  body: ({
    who,
    title,
    lines,
    isLate,
  }: Said & {
    readonly title: string;
    readonly lines: readonly string[];
    readonly isLate: boolean;
  }): string =>
    `${who}：\n${title}。\n${lines.map((line, place) => `${place + 1}. ${line}`).join('\n')}\n${
      isLate ? '请尽快报送；确实没有发生的，抽检数填 0 并说明。' : '请在“数据报送”下载模板，填好后上传。'
    }`,
};
