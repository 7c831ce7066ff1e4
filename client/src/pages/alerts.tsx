import type { ReactElement } from 'react';
export const AlertsPage = (): ReactElement => <main id="content" />;
