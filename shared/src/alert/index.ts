export type { Alert, AlertState } from './types';
export { reconcileAlerts, type AlertChange, type OpenShortfall } from './reconcile-alerts';
