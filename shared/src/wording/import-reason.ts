import type { Text } from '../programme';

/** Why figures change when a file is imported from the command line and nobody says more. */
export const importReason: Text = { zh: '由命令行导入', en: 'Imported from the command line' };
