export type {
  HistoryEntry,
  LedgerEntry,
  NewLedgerEntry,
  ObservationFilter,
  ObservationReads,
  ObservationStore,
  StandingObservation,
} from './observation.store';
