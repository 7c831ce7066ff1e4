import type { Actor } from '@zhibiao/shared/access';

/** Who did something, as it is kept with what they did: the name stays what it was on that day. */
export type Author = Pick<Actor, 'id' | 'role' | 'name'>;
