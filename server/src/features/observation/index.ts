export type {
  HistoryEntry,
  LedgerEntry,
  NewLedgerEntry,
  ObservationFilter,
  ObservationStore,
  StandingObservation,
} from './observation.store';
