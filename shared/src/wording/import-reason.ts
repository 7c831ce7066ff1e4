import type { Text } from '../programme';

/** Why figures change when a file is imported from the command line and nobody says more. */
export const importReason: Text = { zh: '由命令行导入', en: 'Imported from the command line' };

/**
 * What stands for an explanation of strange figures when a file is imported from the command line and nobody
 * explains them: the reviewer sees that they were not, and may return the submission.
 */
export const importExplanation: Text = {
  zh: '由命令行导入，未作说明',
  en: 'Imported from the command line, not explained',
};
