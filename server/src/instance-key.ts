import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OperatorProblem, systemCode } from './operator-problem';

/** The one secret of an instance: what is sealed or hashed with it is worth nothing in a copied database. */
export interface InstanceKey {
  /** HMAC-SHA-256 of a text, 64 hexadecimal digits. */
  readonly hash: (text: string) => string;
  readonly seal: (text: string) => string;
  /** Null when the text was sealed with another key or changed since. */
  readonly unseal: (sealed: string) => string | null;
}

const keyName = 'instance.key';
const bytes = 32;
const version = 'gcm1';

/** A key that lives as long as the process: for the demonstration, which has nothing to seal. */
export const passingKey = (): InstanceKey => keyFrom(randomBytes(bytes));

/**
 * The key of a data folder, made on the first start by the system's random source with mode 0600. A file of
 * another length, or one that looks typed by hand, is refused (reliability.md H1).
 */
export const keyOf = async (folder: string): Promise<InstanceKey> => {
  const file = join(folder, keyName);
  const kept = await readFile(file, 'utf8').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return null;
    throw new OperatorProblem('instance.file-unreadable', { file, detail: systemCode(error) });
  });
  if (kept === null) {
    const key = randomBytes(bytes);
    await writeFile(file, `${key.toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
    return keyFrom(key);
  }
  const text = kept.trim();
  // 32 random bytes have about 30 different values; a sample value or a word has few.
  const key = /^[0-9a-f]{64}$/.test(text) ? Buffer.from(text, 'hex') : null;
  if (key === null || new Set(key).size < 16) throw new OperatorProblem('instance.key-weak', { file });
  return keyFrom(key);
};

const keyFrom = (root: Buffer): InstanceKey => {
  // One key a purpose, so that neither tells of the other.
  const derived = (purpose: string): Buffer => createHmac('sha256', root).update(purpose).digest();
  const [forHashes, forSeals] = [derived('zhibiao hash'), derived('zhibiao seal')];
  return {
    hash: (text) => createHmac('sha256', forHashes).update(text).digest('hex'),
    seal: (text) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', forSeals, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [version, ...[nonce, cipher.getAuthTag(), body].map((part) => part.toString('base64url'))].join(
        '.',
      );
    },
    unseal: (sealed) => {
      const [found, nonce = '', tag = '', body = ''] = sealed.split('.');
      if (found !== version) return null;
      try {
        const decipher = createDecipheriv('aes-256-gcm', forSeals, Buffer.from(nonce, 'base64url'));
        decipher.setAuthTag(Buffer.from(tag, 'base64url'));
        const text = decipher.update(Buffer.from(body, 'base64url'));
        return Buffer.concat([text, decipher.final()]).toString('utf8');
      } catch {
        // Another key, or somebody changed the text.
        return null;
      }
    },
  };
};
