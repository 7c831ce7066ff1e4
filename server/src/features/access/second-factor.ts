import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

/** A new second factor as the page shows it while it is enrolled. */
export interface FactorToEnrol {
  /** Base32, to be typed by hand. */
  readonly secret: string;
  /** `otpauth://totp/…`, for the square code. */
  readonly address: string;
}

const stepSeconds = 30;

const totpOf = (secret: string, label = ''): TOTP =>
  new TOTP({
    issuer: 'Zhibiao',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: stepSeconds,
    secret: Secret.fromBase32(secret),
  });

/** Draws a secret of 160 bits (RFC 4226 section 4) for an account. */
export const newFactor = (signInName: string): FactorToEnrol => {
  const secret = new Secret({ size: 20 }).base32;
  return { secret, address: totpOf(secret, signInName).toString() };
};

/** The time step of a code, one step early or late allowed; null when it fits none (RFC 6238). */
export const stepOfCode = (secret: string, code: string, milliseconds: number): number | null => {
  if (!/^\d{6}$/.test(code)) return null;
  const delta = totpOf(secret).validate({ token: code, timestamp: milliseconds, window: 1 });
  return delta === null ? null : Math.floor(milliseconds / 1000 / stepSeconds) + delta;
};

const recoveryCodes = 10;

/** Ten codes of 80 bits for the day on which the telephone is lost, `k3f9-a1b2-c3d4-e5f6-0789`. */
export const newRecoveryCodes = (): readonly string[] =>
  Array.from({ length: recoveryCodes }, () =>
    (randomBytes(10).toString('hex').match(/.{4}/g) ?? []).join('-'),
  );

/** The form in which a typed recovery code is hashed; null when it cannot be one. */
export const recoveryText = (typed: string): string | null => {
  const bare = typed.toLowerCase().replace(/[\s-]/g, '');
  return /^[0-9a-f]{20}$/.test(bare) ? bare : null;
};
