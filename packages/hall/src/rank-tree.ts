/**
 * Counts over ranks 0, 1, …: adds at one rank, sums over all ranks below one, both in the logarithm of
 * their number (P. M. Fenwick, "A new data structure for cumulative frequency tables", Software:
 * Practice and Experience 24 (1994), p. 327).
 */
export class RankTree {
  readonly #sums: Int32Array;

  constructor(ranks: number) {
    this.#sums = new Int32Array(ranks + 1);
  }

  add(rank: number, amount: number): void {
    for (let i = rank + 1; i < this.#sums.length; i += i & -i) this.#sums[i]! += amount;
  }

  /** Sum over the ranks 0 to `rank` - 1. */
  below(rank: number): number {
    let sum = 0;
    for (let i = rank; i > 0; i -= i & -i) sum += this.#sums[i]!;
    return sum;
  }
}
