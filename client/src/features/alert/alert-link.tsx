import { Link } from '@tanstack/react-router';
import type { Alert } from '@zhibiao/shared/alert';
import type { ReactElement, ReactNode } from 'react';
import type { Catalogue } from '../../api/use-catalogue';

/** Leads from an alert to the figures of its indicator and unit. */
export const AlertLink = ({
  alert,
  catalogue,
  children,
}: {
  readonly alert: Alert;
  readonly catalogue: Catalogue;
  readonly children: ReactNode;
}): ReactElement => (
  <Link
    to="/indicators/$code"
    params={{ code: alert.indicator }}
    search={catalogue.unit(alert.unit)?.kind === 'part' ? { unit: alert.unit } : {}}
  >
    {children}
  </Link>
);
