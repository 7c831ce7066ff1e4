/** How files of the kinds that prove something begin, in hexadecimal; by the extension that they must have. */
const beginnings: Readonly<Record<string, string>> = {
  pdf: '25504446',
  png: '89504e470d0a1a0a',
  jpg: 'ffd8ff',
  jpeg: 'ffd8ff',
  // Packages of office programs.
  xlsx: '504b0304',
  docx: '504b0304',
};

/** Largest file of evidence, in bytes. */
export const mostEvidenceBytes = 10_000_000;

/**
 * Whether a file may prove something: a scan, a picture or an office document whose first bytes are what its name says.
 * Pages and programs are not among them.
 */
export const isEvidence = (name: string, bytes: Uint8Array): boolean => {
  const extension = /\.([a-z]{3,4})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const beginning = Object.hasOwn(beginnings, extension) ? beginnings[extension] : undefined;
  if (beginning === undefined || bytes.length > mostEvidenceBytes) return false;
  const first = Array.from(bytes.subarray(0, beginning.length / 2), (byte) =>
    byte.toString(16).padStart(2, '0'),
  );
  return first.join('') === beginning;
};
