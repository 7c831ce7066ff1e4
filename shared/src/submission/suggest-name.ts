/**
 * The known name nearest to an unknown one, for a message only: near names are never accepted (rule P8). One must
 * contain the other, or they differ by one character in four at most. Null when nothing is near.
 */
export function suggestName(unknown: string, known: readonly string[]): string | null {
  const text = unknown.normalize('NFKC').replace(/\s+/g, '').slice(0, 60);
  if (text.length < 2) return null;
  let best: { readonly name: string; readonly distance: number } | null = null;
  for (const name of known) {
    const contained = name.length >= 2 && (name.includes(text) || text.includes(name));
    const allowed = Math.max(1, Math.floor(Math.max(name.length, text.length) / 4));
    const differing = contained ? 0.5 : editDistance(text, name, allowed);
    if (differing > allowed) continue;
    // 陆丰县 is nearer to 陆丰市 than to 海丰县: people get endings wrong.
    const distance = differing - sharedStart(text, name) / 100;
    if (best === null || distance < best.distance) best = { name, distance };
  }
  return best?.name ?? null;
}

function sharedStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

/** Levenshtein distance; anything above `limit` comes back as `limit + 1`. */
function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const substituted = (above[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1);
      line.push(Math.min(substituted, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1));
    }
    above = line;
  }
  return above[other.length] ?? limit + 1;
}
