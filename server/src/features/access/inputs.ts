import { longestPassword } from '@zhibiao/shared/access';
import { z } from 'zod';

/** A password as it is typed. Longer than allowed is taken as far as the rules can say so, never cut. */
export const passwordInput = z
  .string()
  .min(1)
  .max(4 * longestPassword);

/** A code of the second factor, or a recovery code with its dashes. */
export const codeText = z.string().min(6).max(40);

/** The token of a one-time link. */
export const tokenText = z.string().max(100);

/** A sign-in name before it is folded and checked. */
export const signInNameText = z.string().min(1).max(160);

const spoken = z
  .string()
  .trim()
  .min(1)
  .max(60)
  // Control and format characters would turn a list of people around.
  .regex(/^[^\p{C}]+$/u);

/** What a person is called, in both languages. */
export const nameText = z.strictObject({ zh: spoken, en: spoken });

/** Id of an account. */
export const accountIdText = z.string().min(1).max(64);
