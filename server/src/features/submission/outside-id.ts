import { randomBytes } from 'node:crypto';
import { z } from 'zod';

/** A new id by which a submission is asked for from outside: 128 random bits as 32 hexadecimal digits. */
export const newOutsideId = (): string => randomBytes(16).toString('hex');

/** Such an id as requests carry it; nothing that merely looks like it (reliability.md F11). */
export const outsideIdInput = z.string().regex(/^[0-9a-f]{32}$/);
