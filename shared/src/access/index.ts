export { roles, type Actor, type Role } from './types';
export { mayDo, operations, reachOf, type Operation, type Reach, type Rule } from './who-may';
export { mayReport } from './may-report';
export { demonstrationActors, type DemonstrationActor } from './demonstration-actors';
