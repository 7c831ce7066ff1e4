import type { Text } from '../programme';

/** Name under which the sheet for statisticians is downloaded. */
export const templateFileName: Text = { zh: '质量指标报送表.xlsx', en: 'Quality figures.xlsx' };
