import type { ReactElement } from 'react';
export const SubmissionsPage = (): ReactElement => <main id="content" />;
