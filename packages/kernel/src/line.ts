import type { Claim } from './task.js';

/** Those who wait at one place, and who is next. */
export interface Line {
  readonly size: number;
  add(claim: Claim): void;
  /** Puts somebody back whose service was broken off. */
  putBack(claim: Claim): void;
  remove(claim: Claim): void;
  /** Who is next; to be called while somebody waits, and only when the answer is used. */
  next(): Claim;
  /** Everybody who waits. */
  [Symbol.iterator](): Iterator<Claim>;
}

/** A chain of claims: a line in which nobody overtakes, or in which the last comes first. */
export class Chain implements Line {
  readonly #lastFirst: boolean;
  head: Claim | undefined = undefined;
  tail: Claim | undefined = undefined;
  size = 0;

  constructor(lastFirst: boolean = false) {
    this.#lastFirst = lastFirst;
  }

  add(claim: Claim): void {
    if (this.#lastFirst) {
      this.putBack(claim);
      return;
    }
    const tail = this.tail;
    if (tail === undefined) this.head = claim;
    else {
      tail.after = claim;
      claim.before = tail;
    }
    this.tail = claim;
    this.size++;
  }

  putBack(claim: Claim): void {
    const head = this.head;
    if (head === undefined) this.tail = claim;
    else {
      head.before = claim;
      claim.after = head;
    }
    this.head = claim;
    this.size++;
  }

  remove(claim: Claim): void {
    const { before, after } = claim;
    if (before === undefined) this.head = after;
    else {
      before.after = after;
      claim.before = undefined;
    }
    if (after === undefined) this.tail = before;
    else {
      after.before = before;
      claim.after = undefined;
    }
    this.size--;
  }

  next(): Claim {
    return this.head!;
  }

  *[Symbol.iterator](): Iterator<Claim> {
    for (let claim = this.head; claim !== undefined; claim = claim.after) yield claim;
  }
}

/** Smallest priority first, in order of requests among equals: a binary heap. */
export class PriorityLine implements Line {
  readonly #heap: Claim[] = [];

  get size(): number {
    return this.#heap.length;
  }

  add(claim: Claim): void {
    this.#heap.push(claim);
    this.#rise(claim, this.#heap.length - 1);
  }

  putBack(claim: Claim): void {
    this.add(claim);
  }

  remove(claim: Claim): void {
    const last = this.#heap.pop()!;
    if (last !== claim) this.#sink(last, claim.place);
  }

  next(): Claim {
    return this.#heap[0]!;
  }

  [Symbol.iterator](): Iterator<Claim> {
    return this.#heap.slice().sort(byPriority)[Symbol.iterator]();
  }

  #rise(claim: Claim, from: number): void {
    const heap = this.#heap;
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const above = heap[parent]!;
      if (byPriority(above, claim) < 0) break;
      heap[place] = above;
      above.place = place;
      place = parent;
    }
    heap[place] = claim;
    claim.place = place;
  }

  #sink(claim: Claim, from: number): void {
    const heap = this.#heap;
    let place = from;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && byPriority(heap[child + 1]!, heap[child]!) < 0) child++;
      const below = heap[child]!;
      if (byPriority(claim, below) < 0) break;
      heap[place] = below;
      below.place = place;
      place = child;
    }
    this.#rise(claim, place);
  }
}

/** A line whose next is found when it is needed: at random, or by a rank that may change. */
export class Crowd implements Line {
  readonly #claims: Claim[] = [];
  readonly #choose: (claims: readonly Claim[]) => Claim;

  constructor(choose: (claims: readonly Claim[]) => Claim) {
    this.#choose = choose;
  }

  get size(): number {
    return this.#claims.length;
  }

  add(claim: Claim): void {
    claim.place = this.#claims.push(claim) - 1;
  }

  putBack(claim: Claim): void {
    this.add(claim);
  }

  remove(claim: Claim): void {
    const last = this.#claims.pop()!;
    if (last === claim) return;
    this.#claims[claim.place] = last;
    last.place = claim.place;
  }

  next(): Claim {
    return this.#choose(this.#claims);
  }

  [Symbol.iterator](): Iterator<Claim> {
    return this.#claims.slice().sort(byOrder)[Symbol.iterator]();
  }
}

/** Negative if `a` goes before `b`. */
function byPriority(a: Claim, b: Claim): number {
  return a.priority < b.priority ? -1 : a.priority > b.priority ? 1 : a.order - b.order;
}

function byOrder(a: Claim, b: Claim): number {
  return a.order - b.order;
}
