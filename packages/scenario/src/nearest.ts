// Damerau-Levenshtein distance in its restricted form (a letter is moved at most once): a swap of
// two neighbours, the commonest slip of a keyboard, counts as one.
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

const plainly = (word: string): string => word.toLowerCase().replace(/[^a-z0-9]/g, '');

/**
 * The known word that was probably meant, or `null` when none is near: at most a third of the
 * letters may differ (capitals, hyphens and blanks do not count). The first of equals wins.
 */
export function nearest(word: string, known: readonly string[]): string | null {
  if (word.length > 60) return null;
  const meant = plainly(word);
  let best: string | null = null;
  let least = Math.max(1, Math.floor(meant.length / 3)) + 1;
  for (const candidate of known) {
    if (candidate === word || candidate.length > 60) continue;
    const d = distance(meant, plainly(candidate));
    if (d < least) {
      least = d;
      best = candidate;
    }
  }
  return best;
}
