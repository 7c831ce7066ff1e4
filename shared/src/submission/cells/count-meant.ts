/**
 * The count that a text which is none most likely means, for a message only: letters that look like digits (53O for
 * 530), or a unit of measure behind the digits (985批). Never read by itself (rule P6); null when nothing is plain.
 */
export function countMeant(text: string): string | null {
  if (text.length > 20) return null;
  const body = text.normalize('NFKC').replace(/\s+/g, '').replace(UNIT, '');
  const digits = body.replace(/[Oo〇]/g, '0').replace(/[lI|丨]/g, '1');
  return /\d/.test(body) && /^\d{1,9}$/.test(digits) ? String(Number(digits)) : null;
}

const UNIT = /(?:批次?|项次?|个|家|件|组)$/;
