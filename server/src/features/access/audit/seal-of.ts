import { createHash } from 'node:crypto';
import { canonicalList } from '@zhibiao/shared/access';

/**
 * SHA-256 of a set of rows, 64 hexadecimal digits, whatever their order. An entry of the audit trail that carries it
 * (`publication.publish`) chains the set: one value changed afterwards no longer fits (reliability.md B12).
 */
export const sealOf = (rows: Iterable<readonly (string | number | null)[]>): string =>
  createHash('sha256').update(canonicalList(rows)).digest('hex');
