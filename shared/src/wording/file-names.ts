import type { Text } from '../programme';

/** Name of the sheet from which figures that were published on a day would have come. */
export const publishedFileName = (day: string): string => `已公布参照数据 ${day}.csv`;

/** Name of the workbook with the problems of a file marked: the file's own, with a word behind it. */
export const markedFileName = (fileName: string, language: 'zh' | 'en'): string =>
  `${fileName.replace(/\.[^.]{1,5}$/, '')} ${language === 'zh' ? '问题标注' : 'problems marked'}.xlsx`;

/** Name under which the sheet for statisticians is downloaded. */
export const templateFileName: Text = { zh: '质量指标报送表.xlsx', en: 'Quality figures.xlsx' };
