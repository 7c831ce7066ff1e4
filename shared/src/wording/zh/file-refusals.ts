import type { FileRefusalCode } from '../../submission';

/** One sentence per way in which a whole file is refused: why, and how to save it so that it can be read. */
export const zhFileRefusals: Readonly<Record<FileRefusalCode, string>> = {
  'file.empty': '这是空文件，里面没有内容。请确认选对了文件后重新上传。',
  'file.too-large': '文件有 {found} MB，超过上限 {allowed} MB。请拆成几个文件上传。',
  'file.unknown-type':
    '这不是可以读的表格文件（内容：{kind}）。请用 Excel 或 WPS 另存为 .xlsx 或 .csv 格式后上传。',
  'file.wrong-extension':
    '扩展名 .{extension} 与内容不符：内容其实是“{kind}”，格式对不上。请用 Excel 或 WPS 打开，另存为 .xlsx 或 .csv 后上传。',
  'file.no-extension':
    '文件名“{name}”没有扩展名，无法确定文件类型。请把文件名改为以 .xlsx 或 .csv 结尾后上传。',
  'file.legacy-xls': '这是旧版 Excel 97-2003 的 .xls 文件。请用 Excel 或 WPS 打开，另存为 .xlsx 后上传。',
  'file.html-as-xls':
    '这其实是网页（HTML）表格，只是取了表格的扩展名。请用 Excel 或 WPS 打开，另存为 .xlsx 后上传。',
  'file.encrypted': '文件设有打开密码（已加密），无法读取。请取消密码，另存为 .xlsx 后上传。',
  'file.macros': '文件带有宏（VBA，即 .xlsm），不接收带宏的文件。请另存为不带宏的 .xlsx 后上传。',
  'file.broken': '文件已损坏或不完整，无法读取[[（{part}）]]。请重新打开并保存，或重新传一次。',
  'file.unpacks-too-large':
    '文件解压后过大，超过 {allowed} MB 的上限。请删去多余的工作表、图片和空行，另存为 .xlsx 后上传。',
  'file.sizes-disagree':
    '解压后的实际大小超过文件自己声明的大小，压缩包已损坏或被改动过，已停止解压。请用 Excel 或 WPS 另存为 .xlsx 后上传。',
  'file.too-many-parts':
    '压缩包里有 {found} 个部件，超过上限 {allowed} 个。请只保留数据表，另存为 .xlsx 后上传。',
  'file.unsafe-xml':
    '文件里有不安全的内容（DOCTYPE 或外部实体），不允许上传。请用 Excel 或 WPS 另存为 .xlsx 后上传。',
  'file.unsafe-part-name':
    '压缩包里有不安全或重复的部件名，不允许上传。请用 Excel 或 WPS 另存为 .xlsx 后上传。',
  'file.unreadable-text':
    '文字编码无法识别，只能读 UTF-8、带标记的 UTF-16 和 GB18030（GBK）。请另存为 .xlsx 或“CSV UTF-8”后上传。',
  'file.unclosed-quote': '第 {row} 行有一个引号没有配对，后面的内容无法分列。请补上或删去这个引号。',
  'file.too-many-rows': '数据行数超过上限 {allowed} 行。请删去多余的行，或拆成几个文件上传。',
  'file.too-many-columns': '第 {row} 行有 {found} 列，列数超过上限 {allowed} 列。请删去多余的列。',
  'file.cell-outside': '单元格位置“{cell}”无效，超出了表格的范围。请用 Excel 或 WPS 重新保存后上传。',
  'file.cell-too-long': '有单元格的内容过长，超过 {allowed} 个字符的上限。请缩短后上传。',
  'file.no-header':
    '没有找到表头。前 30 行里应有一行写着“指标、地区、期间、合格数、抽检数”等列名，上面可以有标题行。请对照模板检查。',
  'file.missing-columns': '[[工作表“{sheet}”]]表头（第 {row} 行）缺少这些列：{columns}。请补上后重新上传。',
  'file.duplicate-columns': '表头里有两列都表示“{column}”：{headings}。请只保留一列。',
  'file.no-rows': '只有表头，没有数据行（0 行）。请填写数据后上传。',
  'file.reading-interrupted': '服务中断，这个文件没有读完，什么都没有保存。请重新上传。',
  'file.took-too-long': '文件读了 {seconds} 秒还没有读完，已停止。请删去多余的内容，另存为 .xlsx 后上传。',
  'file.took-too-much-memory':
    '文件内容过大，占用的内存超过上限，已停止。请删去多余的内容，另存为 .xlsx 后上传。',
};

/** What a file turned out to be. */
export const zhFileKinds: Readonly<Record<string, string>> & { readonly binary: string } = {
  xlsx: 'Excel 工作簿',
  csv: '文本',
  zip: '压缩包',
  png: 'PNG 图片',
  jpeg: 'JPEG 图片',
  gif: 'GIF 图片',
  pdf: 'PDF 文档',
  word: 'Word 文档',
  slides: '演示文稿',
  ods: 'ODS 表格',
  xlsb: '二进制工作簿（.xlsb）',
  'xml-table': 'XML 表格',
  ole: '旧版 Office 文件',
  rar: 'RAR 压缩包',
  '7z': '7z 压缩包',
  gzip: 'GZIP 压缩包',
  binary: '无法识别的二进制数据',
};
