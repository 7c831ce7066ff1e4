export { refreshAlerts, type AlertRound } from './refresh-alerts';
export type { AlertStore } from './alert.store';
