export type { Actor, Role } from './types';
export { mayDo, operations, type Operation } from './who-may';
export { mayReport } from './may-report';
export { demonstrationActors, type DemonstrationActor } from './demonstration-actors';
