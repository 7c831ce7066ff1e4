import { createHash, randomBytes } from 'node:crypto';

const tokenShape = /^[A-Za-z0-9_-]{43}$/;

/** 256 random bits as 43 letters: what a session cookie or a one-time link carries. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** SHA-256 of a token, 64 hexadecimal digits: all that is kept of it. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Whether a text could be a token at all. */
export const isToken = (text: string): boolean => tokenShape.test(text);

/** Id of a new account, 128 random bits. */
export const newAccountId = (): string => `a-${randomBytes(16).toString('base64url')}`;
