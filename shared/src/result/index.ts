export { ok, refuse, type Result } from './result';
export type { Refusal, RefusalCode } from './refusal';
export type { AccountRefusal, RefusedGrants, RefusedPassword } from './account-refusal';
