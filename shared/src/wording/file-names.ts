import type { Text } from '../programme';

/** Name of the sheet from which figures that were published on a day would have come. */
export const publishedFileName = (day: string): string => `已公布参照数据 ${day}.csv`;

/** Name under which the sheet for statisticians is downloaded. */
export const templateFileName: Text = { zh: '质量指标报送表.xlsx', en: 'Quality figures.xlsx' };
