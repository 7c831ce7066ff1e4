import { expect, test } from 'vitest';
import { isEvidence, mostEvidenceBytes } from '.';

const beginning = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(`${hex}00112233`, 'hex'));

test('scans, pictures and office documents are evidence, whatever case their names are in', () => {
  for (const [name, hex] of [
    ['快检记录.pdf', '25504446'],
    ['现场.JPG', 'ffd8ffe0'],
    ['现场.jpeg', 'ffd8ffe1'],
    ['a.b.png', '89504e470d0a1a0a'],
    ['表.xlsx', '504b0304'],
    ['方案.docx', '504b0304'],
  ] as const)
    expect([name, isEvidence(name, beginning(hex))]).toEqual([name, true]);
});

test('what begins otherwise than its name says, pages, programs, and names without a kind are not', () => {
  for (const [name, hex] of [
    ['记录.pdf', '3c68746d6c'],
    ['记录.html', '3c68746d6c'],
    ['图.svg', '3c737667'],
    ['记录.exe', '4d5a'],
    ['记录.pdf.js', '25504446'],
    ['pdf', '25504446'],
    ['x.constructor', '25504446'],
    ['图.png', 'ffd8ff'],
  ] as const)
    expect([name, isEvidence(name, beginning(hex))]).toEqual([name, false]);
  expect(isEvidence('空.pdf', new Uint8Array())).toBe(false);
});

test('a file above the limit is not, one at the limit is', () => {
  const large = new Uint8Array(mostEvidenceBytes + 1);
  large.set(beginning('25504446'));
  expect(isEvidence('大.pdf', large)).toBe(false);
  expect(isEvidence('大.pdf', large.subarray(0, mostEvidenceBytes))).toBe(true);
});
