export { publish, type Publisher } from './publish';
export { dueTimer } from './due-timer';
export { touchedSince } from './touched-since';
export { viewsOf } from './views';
export type { PublicationStore } from './publication.store';
