import type { ReactElement } from 'react';
export const ComparePage = (): ReactElement => <main id="content" />;
