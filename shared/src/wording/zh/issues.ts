import type { IssueCode } from '../../submission';

/** One sentence per issue: what was found, what is allowed, what to do. Where it sits is said before it. */
export const zhIssues: Readonly<Record<IssueCode, string>> = {
  'submission.indicator-unknown':
    '指标“{value}”不在监测方案里[[，可能是“{suggestion}”]]。请改为方案里的指标名称。',
  'submission.indicator-missing': '指标为空。请填写方案里的指标名称。',
  'submission.unit-unknown':
    '地区“{value}”不在报告单位名单里[[，可能是“{suggestion}”]]。请改为名单里的名称。',
  'submission.unit-missing': '地区为空。请填写县（市、区）名称。',
  'submission.unit-excluded': '地区“{value}”不计入本市：{reason}。请删除这一行。',
  'submission.period-missing': '期间为空。请填写报告期，例如 2025Q1 或 2025年第一季度。',
  'submission.period-unreadable':
    '期间“{value}”无法识别。请写成 2025Q1、2025年第一季度、2025年3月、2025年上半年或 2025年 这样的格式。',
  'submission.period-is-date': '期间“{value}”是一个日期，不能确定指哪个报告期。请改为文本格式，例如 2025Q1。',
  'submission.period-future': '期间“{value}”晚于当前期间（今天是 {today}），尚未开始。请核对年份和期间。',
  'submission.period-year-range': '期间“{value}”的年份超出范围，应在 {first} 至 {last} 年之间。请核对年份。',
  'submission.period-not-ended': '期间“{value}”到 {end} 才结束，现在报的是未满期的数。结束后请再报一次。',
  'submission.basis-unreadable': '口径“{value}”无法识别。请填写“当期”或“累计”，或者留空。',
  'submission.basis-disagrees': '口径“{value}”与期间“{period}”说的口径不一致。请改正其中一个。',
  'submission.row-id-wins':
    '这一行的标识属于“{meant}”，填写的是“{value}”，按标识读取。要报别的，请清空标识再填。',
  'submission.row-id-unknown': '行标识“{value}”不是模板给出的，按填写的名称读取。',
  'submission.scheme-other':
    '抽检类型“{value}”与指标“{indicator}”规定的“{allowed}”不同，两种数不能混在一起。请只报“{allowed}”的数。',
  'submission.count-missing': '{column}为空。请填写整数；确实没有抽检的，两个数都填“—”。',
  'submission.count-not-number':
    '{column}“{value}”不是数[[，可能是 {suggestion}]]。请只填整数，不带“约”、单位、括号等文字或符号。',
  'submission.count-not-whole': '{column}“{value}”不是整数。批次等数量只能是整数，请核对。',
  'submission.count-scientific':
    '{column}“{value}”是科学计数法，可能已丢失位数。请把数字格式改为整数后重填。',
  'submission.count-negative': '{column}“{value}”是负数，不能小于 0。请核对原始记录。',
  'submission.count-too-large': '{column}“{value}”超过上限 1,000,000,000。请核对位数。',
  'submission.passes-exceed-total': '{column}（{passes}）大于抽检数（{total}）。请核对两个数。',
  'submission.counts-disagree':
    '{column}（{failures}）加合格数（{passes}）不等于抽检数（{total}）。请核对三个数。',
  'submission.total-zero': '抽检数为 0，按“未抽检、无样本”保存，不计算合格率。如不属实请补填。',
  'submission.rate-not-number': '{column}“{value}”不是数。合格率应为 0 到 100，例如 98.5 或 98.5%。',
  'submission.rate-out-of-range': '{column}“{value}”超出范围，合格率应在 0 到 100 之间。请核对小数点。',
  'submission.rate-mismatch':
    '{column}填的是 {value}，按 {passes}/{total} 计算是 {computed}，两者不一致[[，可能应为 {suggestion}]]。系统以合格数和抽检数为准。请核对三个数；确实如此请说明。',
  'submission.rate-rounded':
    '{column}填的是 {value}，是取整后的数；按 {passes}/{total} 计算是 {computed}%。是否达标以合格数和抽检数为准。',
  'submission.rate-read-as-fraction':
    '{column}填的是 {value}，没有百分号，按 {percent}% 理解：与 {passes}/{total} 计算的 {computed}% 一致。',
  'submission.rate-ambiguous':
    '{column}“{value}”没有百分号也没有数量可对照，无法确定是 {value}% 还是 {percent}%。请带百分号填写。',
  'submission.rate-needed': '{column}为空。这个指标是得分，请填写分值。',
  'submission.counts-needed':
    '只有合格率，没有合格数和抽检数，不能计入全市汇总。请补填两个数；实在没有的可以不填。',
  'submission.duplicate-key': '与其他行重复：第 {rows} 行是同一指标、地区、期间和口径。请只保留一行。',
  'submission.formula-used':
    '“{column}”列有 {count} 个单元格是公式，采用了文件里保存的计算结果。请确认结果已更新。',
  'submission.formula-external':
    '“{column}”列有 {count} 个单元格的公式链接到外部工作簿，采用了文件里保存的结果，没有访问外部文件。请确认数值正确。',
  'submission.formula-without-result':
    '“{column}”是公式，但文件里没有保存计算结果。请用 Excel 或 WPS 打开，重新计算并保存，或直接填数。',
  'submission.error-value': '“{column}”是错误值 {value}。请改正公式或直接填数。',
  'submission.formula-text':
    '“{column}”的内容以 =、+、- 或 @ 开头，像公式。已按普通文字保存，不会运算：{value}',
  'submission.full-width': '{column}“{value}”用了全角字符，已读作 {read}。请核对。',
  'submission.thousands': '{column}“{value}”带千位分隔，已读作 {read}。请核对。',
  'submission.invisible-characters': '“{column}”里有不可见字符（零宽或方向控制字符），已去掉：{value}',
  'submission.control-characters':
    '“{column}”里有控制字符（如空字符 NUL），不能保存：{value}。请删除后重填。',
  'submission.cell-too-long': '“{column}”有 {length} 个字符，超过上限 {allowed} 个：{value}。请缩短。',
  'submission.name-too-long':
    '“{column}”的名称过长，有 {length} 个字符，超过上限 {allowed} 个：{value}。请改为规范名称。',
  'submission.note-too-long': '备注过长，有 {length} 个字符，超过上限 {allowed} 个：{value}。请缩短。',
  'submission.too-few-fields': '只有 {found} 列，表头有 {expected} 列，缺少后面的字段。请补齐。',
  'submission.too-many-fields':
    '有 {found} 列，表头只有 {expected} 列，多出的字段有内容。请检查是否多了逗号。',
  'submission.total-row-skipped': '“{value}”是合计行，不读入，系统自己汇总。',
  'submission.missing-figure-skipped': '{unit}的数填为“没有”，这一行不读入。补到数后请再报。',
  'submission.remark-skipped': '“{value}”是表下说明，不读入。',
  'submission.hidden-sheet-skipped': '工作表“{sheet}”是隐藏的，没有读入。需要读入的，请取消隐藏后重新上传。',
  'submission.number-as-text': '{column}有 {count} 个数是文本格式，已按数读入。',
  'submission.rate-not-computed': '这个公式没有保存结果，合格率以合格数和抽检数计算：{percent}%。',
  'submission.rate-error-value': '单元格显示“{value}”，不采用；合格率以合格数和抽检数为准。',
  'submission.rate-with-space': '“{value}”中间有空格，不采用；按合格数和抽检数计算是 {percent}%。',
  'submission.fraction-is-date':
    '单元格显示 {shown}，实际存的是日期 {value}：表格软件把“合格数/抽检数”当成了日期。请把单元格设为文本后重新填写，例如 11/12。',
  'submission.fraction-unreadable':
    '{column}“{value}”读不出合格数和抽检数。请写成“合格数/抽检数”，例如 11/12。',
  'submission.fraction-like-date':
    '{column}有 {count} 处写成 2/2 这样的分数，表格软件容易把它变成日期。已按“合格数/抽检数”读入；建议分成两列填写。',
  'submission.total-row-disagrees':
    '合计行填的是 {passes}/{total}，以上各行相加是 {sumPasses}/{sumTotal}，两者不一致。合计行不读入，请核对。',
  'submission.total-rate-is-average':
    '合计行的 {value}% 是各行合格率的平均，不是总合格率；按合计数计算是 {percent}%。合计行不读入。',
  'submission.total-rate-disagrees':
    '合计行的合格率填的是 {value}%，按合计数计算是 {percent}%。合计行不读入，请核对。',
  'submission.part-row-skipped': '“{value}”是上面一行的一部分（其中），不重复计入。',
  'submission.part-without-whole':
    '这一行写明“其中”，但“{value}”在上面找不到它所属的行，可能写错了期间或类别。请核对。',
  'submission.hidden-row-read': '这一行是隐藏的（可能被筛选掉），已照常读入。不该报送的，请删除后重新上传。',
  'submission.hidden-row-skipped': '这一行是隐藏的，并写明“{value}”一行作废，没有读入。',
  'submission.hidden-column-read': '{column}这一列是隐藏的，已照常读入。请确认它是要报送的数。',
  'submission.void-row-skipped': '“{value}”：这一行写明作废，没有读入。',
  'submission.methods-mixed': '“{value}”把几种检测方式加在一起，不能作为一项指标的数。请只报送各方式的行。',
  'submission.columns-needed':
    '[[工作表“{sheet}”]]的表头里没有{columns}，但有看不懂的列。请在下面的问题里说明哪一列是{columns}；说明之前，这张表一行也不读。',
  'submission.unit-needed': '[[工作表“{sheet}”]]没有写明是哪个地区的数。请选择地区。',
  'submission.indicator-needed': '[[工作表“{sheet}”]]没有写明是哪项指标的数。请选择指标。',
  'submission.period-needed': '[[工作表“{sheet}”]]没有写明是哪个期间的数。请选择期间。',
  'submission.duplicate-sample': '样品 {value} 与第 {row} 行是同一个编号，只计一批。',
  'submission.sample-conflict': '样品 {value} 既列为合格又列为不合格，没有说明复检。请核对后只保留一处。',
  'submission.sample-verdict-missing': '样品 {value} 没有写明合格还是不合格。请补填检验结论。',
  'submission.sample-elsewhere': '样品编号 {value} 属于 {found}，与所报地区或年份不符。请核对。',
  'submission.outside-scope': '{unit}的“{indicator}”不在你的报送范围内。请删除这一行，由负责的单位报送。',
  'submission.rate-hides-failure':
    '合格率填的是 {value}%，但 {total} 个样本中有 {failures} 个不合格，四舍五入掩盖了不合格。请多填一位小数，或者说明。',
  'submission.rate-directed-rounding':
    '合格率填的是 {value}%，按 {passes}/{total} 计算是 {computed}%：像是只舍不入或只入不舍。请核对，确实如此请说明。',
  'submission.rate-as-fraction':
    '合格率填的是 {value}，像是小数；按 {passes}/{total} 计算是 {computed}%。请填 {percent}%，或者说明。',
  'submission.rate-of-failures':
    '合格率填的是 {value}%，像是不合格率；按 {passes}/{total} 计算合格率是 {computed}%。请改为合格率，或者说明。',
  'submission.rate-without-samples':
    '抽检数为 0，却填了合格率 {value}%。没有抽检就没有合格率。请核对，确实如此请说明。',
  'submission.running-total-falls':
    '累计抽检数 {now} 少于上期累计的 {before}。累计数不会减少，请核对是否填成了当期数。',
  'submission.running-passes-fall':
    '累计合格数 {now} 少于上期累计的 {before}。累计数不会减少，请核对；上期有误的请先更正上期。',
  'submission.running-failures-fall':
    '累计不合格数 {now} 少于上期累计的 {before}。累计数不会减少，请核对；上期有误的请先更正上期。',
  'submission.no-new-samples': '累计数与上期相同（{total}），本期没有新的抽检。如不属实请改正。',
  'submission.looks-cumulative':
    '连续 {periods} 期的当期数逐期增大，相加为 {sum}[[，超过年度计划 {planned}]]，像是累计数。请核对口径；确为当期数请说明。',
  'submission.outlier':
    '前 {periods} 期[[ {pastAll} 个样本全部合格]][[ {pastSome} 个样本中 {pastFailed} 个不合格（合格率 {usual}%）]]，本期 {total} 个样本[[中有 {many} 个不合格，偏多]][[中只有 {few} 个不合格，偏少]]，出现概率[[约 {chance}%]][[不足 {below}%]][[，可能应为 {suggestion}]]。请核对，确实如此请说明。',
  'submission.outlier-confirm':
    '前 {periods} 期[[ {pastAll} 个样本全部合格]][[ {pastSome} 个样本中 {pastFailed} 个不合格（合格率 {usual}%）]]，本期 {total} 个样本[[中有 {many} 个不合格，明显偏多]][[中只有 {few} 个不合格，明显偏少]]，出现概率[[约 {chance}%]][[不足 {below}%]][[，可能应为 {suggestion}]]。请核对，确实如此请说明。',
  'submission.repeats-counts':
    '合格数和抽检数（{passes}/{total}）与近四期中的一期完全相同。请核对是否重复填报；确实如此请说明。',
  'submission.repeats-perfect-counts':
    '合格数和抽检数（{passes}/{total}）与前两期完全相同。请核对是否沿用了旧数；确实如此请说明。',
  'submission.samples-unusual':
    '抽检数 {total} 与以往（一般为 {usual}）相差三倍以上[[，可能应为 {suggestion}]]。请核对，确实如此请说明。',
  'submission.sample-number-missing':
    '抽样编号[[“{value}”]]为空或无法识别。每个样品要有编号，系统按编号计批次，复检时也按编号更正。',
  'submission.sample-verdict-unreadable': '检验结论[[“{value}”]]看不出合格还是不合格。请填“合格”或“不合格”。',
  'submission.sample-verdict-disagrees':
    '检验结论是合格，却列有不合格项目“{item}”。请核对；复检合格的请在备注写明“复检合格”。',
  'submission.sample-day-unreadable': '日期“{value}”无法识别。请写成 2025-08-12 这样的形式。',
  'submission.sample-day-outside': '日期“{value}”不在报告期 {period} 之内，按报告期计入。请核对。',
  'submission.sample-repeated': '抽样编号 {number} 与第 {row} 行是同一样品，只计一批次。',
  'submission.sample-contradicts':
    '抽样编号 {number} 在第 {row} 行已有，地区、类别、报告期或结论不同。请核对；复检的请在备注写明。',
  'submission.sample-personal-dropped': '“{column}”列涉及个人信息，没有保存。',
  'submission.units-do-not-add-up':
    '全市填报 {passes}/{total}，各县（市、区）相加是 {sumPasses}/{sumTotal}，两者不等。请核对哪一方有误并改正。',
  'submission.periods-do-not-add-up':
    '全期填报 {passes}/{total}，各分期相加是 {sumPasses}/{sumTotal}，两者不等。请核对哪一方有误并改正。',
};
