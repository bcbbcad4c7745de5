declare const handleBrand: unique symbol;

/**
 * One scheduled event, for {@link EventList.cancel}. A plain number (slot and generation), safe to
 * keep for ever: once its event has happened or was cancelled it names nothing, also when the slot
 * serves another event. Never 0, which can stand for "none". Needs a Float64Array to be kept in.
 */
export type EventHandle = number & { readonly [handleBrand]: 'EventHandle' };

/** Slots in a handle's low part: so many events may be pending at once. */
const SLOTS = 0x400_0000;
/** A slot whose generations are used up is never used again, so that no handle ever comes back. */
const LAST_GENERATION = 0x7ff_ffff;
/** Kind of an event that was cancelled and still lies in the heap. */
const DEAD = -1;
/** Below this many cancelled events the heap is not worth sweeping. */
const SWEEP_FROM = 64;
/** What a row says of the event in a slot; the entity of a free one is the next free slot. */
const RANK = 0;
const KIND = 1;
const ENTITY = 2;
const GENERATION = 3;
/** A row has 2 to this many places. */
const ROW = 2;
const NONE = -1;

/**
 * Future event list: pending events in strict total order, by time, then rank, then insertion. An
 * event is two integers, a kind (>= 0) and an entity; their meaning is the caller's.
 *
 * A binary heap of (time, slot) over typed arrays; the rest of an event stands in the row of its slot
 * and is read only at ties. Rows are parts of one array, which V8 checks once. Cancelled events stay where they are until they surface or until they are the
 * majority, so cancelling costs O(1) amortised. Taking the earliest event leaves a hole at the top,
 * which the next insertion fills in one descent: most events schedule their successor.
 *
 * Hot path: no objects, no callbacks, no checks of times (the calendar checks them).
 */
export class EventList {
  #times: Float64Array;
  #slots: Int32Array;
  #size = 0;
  #hole = false;
  #dead = 0;
  #rows: Int32Array;
  #insertions: Float64Array;
  /** The free slot that was used last. */
  #free = NONE;
  #usedSlots = 0;
  #inserted = 0;
  #headKind = DEAD;
  #headEntity = 0;

  /** @param capacity room at the start; the list grows by itself. Default 64. */
  constructor(capacity: number = 64) {
    this.#times = new Float64Array(capacity);
    this.#slots = new Int32Array(capacity);
    this.#rows = new Int32Array(capacity << ROW);
    this.#insertions = new Float64Array(capacity);
  }

  /** Number of pending events. */
  get size(): number {
    return this.#size - this.#dead - (this.#hole ? 1 : 0);
  }

  /** Kind of the event last taken; -1 before the first. */
  get kind(): number {
    return this.#headKind;
  }

  /** Entity of the event last taken. */
  get entity(): number {
    return this.#headEntity;
  }

  /**
   * Time of the earliest pending event; `Infinity` when there is none. The event stays pending:
   * {@link EventList.take} takes it.
   */
  nextTime(): number {
    if (this.#hole) this.#closeHole();
    while (this.#size > 0) {
      const slot = this.#slots[0]!;
      if (this.#rows[(slot << ROW) + KIND]! !== DEAD) return this.#times[0]!;
      this.#dead--;
      this.#release(slot);
      this.#closeHole();
    }
    return Infinity;
  }

  /**
   * Takes the event that {@link EventList.nextTime} has just shown; `kind` and `entity` then tell
   * what it is. To be called once after a finite `nextTime()` and before anything else.
   */
  take(): void {
    const slot = this.#slots[0]!;
    const rows = this.#rows;
    const row = slot << ROW;
    this.#headKind = rows[row + KIND]!;
    this.#headEntity = rows[row + ENTITY]!;
    rows[row + GENERATION]!++;
    this.#release(slot);
    this.#hole = true;
  }

  /** Adds an event. `time` must be finite; `rank` an integer of 32 bits, smaller goes first. */
  push(time: number, rank: number, kind: number, entity: number): EventHandle {
    return this.handleOf(this.insert(time, rank, kind, entity));
  }

  /** As {@link EventList.push}, but gives the event's slot: a small integer, which V8 need not box. */
  insert(time: number, rank: number, kind: number, entity: number): number {
    if (this.#free === NONE) this.#addSlot();
    const slot = this.#free;
    const rows = this.#rows;
    const row = slot << ROW;
    this.#free = rows[row + ENTITY]!;
    rows[row + RANK] = rank;
    rows[row + KIND] = kind;
    rows[row + ENTITY] = entity;
    this.#insertions[slot] = this.#inserted++;
    if (this.#hole) {
      this.#hole = false;
      this.#sink(time, slot, this.#size, 0);
    } else {
      this.#rise(time, slot);
    }
    return slot;
  }

  /** The handle of the event that has just been inserted into `slot`. */
  handleOf(slot: number): EventHandle {
    return (this.#rows[(slot << ROW) + GENERATION]! * SLOTS + slot) as EventHandle;
  }

  /** True while the event of `handle` is pending. Any number is legal; it then names no event. */
  isPending(handle: EventHandle): boolean {
    return this.#slotOf(handle) >= 0;
  }

  /** Time, or `NaN` when the event is not pending any more. For looking, not for the hot path: O(n). */
  timeOf(handle: EventHandle): number {
    const slot = this.#slotOf(handle);
    if (slot < 0) return NaN;
    for (let i = this.#hole ? 1 : 0; i < this.#size; i++) {
      if (this.#slots[i]! === slot) return this.#times[i]!;
    }
    return NaN;
  }

  /** Cancels a pending event; false, and nothing happens, when it has happened or was cancelled. */
  cancel(handle: EventHandle): boolean {
    const slot = this.#slotOf(handle);
    if (slot < 0) return false;
    const row = slot << ROW;
    this.#rows[row + KIND] = DEAD;
    this.#rows[row + GENERATION]!++;
    this.#dead++;
    if (this.#dead > SWEEP_FROM && 2 * this.#dead > this.#size) this.#sweep();
    return true;
  }

  #slotOf(handle: number): number {
    const slot = handle % SLOTS;
    if (!(slot >= 0 && slot < this.#usedSlots && (slot | 0) === slot)) return -1;
    const row = slot << ROW;
    return this.#rows[row + GENERATION]! === (handle - slot) / SLOTS &&
      this.#rows[row + KIND]! !== DEAD
      ? slot
      : -1;
  }

  /** A slot that no event uses any more. */
  #release(slot: number): void {
    const rows = this.#rows;
    const row = slot << ROW;
    rows[row + KIND] = DEAD;
    if (rows[row + GENERATION]! === LAST_GENERATION) return;
    rows[row + ENTITY] = this.#free;
    this.#free = slot;
  }

  #addSlot(): void {
    if (this.#usedSlots === this.#insertions.length) this.#grow();
    if (this.#usedSlots === SLOTS) {
      throw new RangeError(`More than ${SLOTS} events are pending; the list holds no more.`);
    }
    this.#rows[(this.#usedSlots << ROW) + GENERATION] = 1;
    this.#release(this.#usedSlots++);
  }

  /** True if the event in slot a goes before the one in slot b at one and the same time. */
  #first(a: number, b: number): boolean {
    const rankA = this.#rows[(a << ROW) + RANK]!;
    const rankB = this.#rows[(b << ROW) + RANK]!;
    return rankA < rankB || (rankA === rankB && this.#insertions[a]! < this.#insertions[b]!);
  }

  #rise(time: number, slot: number): void {
    const times = this.#times;
    const slots = this.#slots;
    // here and below + and | 0 tell V8 once what these are; it then spends half the instructions
    const at = +time;
    let place = this.#size++ | 0;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const above = times[parent]!;
      if (above < at || (above === at && this.#first(slots[parent]!, slot))) break;
      times[place] = above;
      slots[place] = slots[parent]!;
      place = parent;
    }
    times[place] = at;
    slots[place] = slot;
  }

  /** Lets an event sink from `from` in a heap of `entries`. */
  #sink(time: number, slot: number, entries: number, from: number): void {
    const times = this.#times;
    const slots = this.#slots;
    const at = +time;
    const size = entries | 0;
    let place = from | 0;
    for (;;) {
      let child = ((place << 1) + 1) | 0;
      if (child >= size) break;
      const other = (child + 1) | 0;
      if (other < size) {
        // no processor can guess which is earlier, so that is added instead of asked for
        if (times[other]! === times[child]!) {
          if (this.#first(slots[other]!, slots[child]!)) child = other;
        } else child = (child + +(times[other]! < times[child]!)) | 0;
      }
      const earliest = times[child]!;
      if (at < earliest || (at === earliest && this.#first(slot, slots[child]!))) break;
      times[place] = earliest;
      slots[place] = slots[child]!;
      place = child;
    }
    times[place] = at;
    slots[place] = slot;
  }

  /** Fills the top with the last entry. */
  #closeHole(): void {
    this.#hole = false;
    const last = --this.#size;
    if (last > 0) this.#sink(this.#times[last]!, this.#slots[last]!, last, 0);
  }

  /** Throws the cancelled events out and builds the heap anew. */
  #sweep(): void {
    const first = this.#hole ? 1 : 0;
    this.#hole = false;
    let kept = 0;
    for (let i = first; i < this.#size; i++) {
      const slot = this.#slots[i]!;
      if (this.#rows[(slot << ROW) + KIND]! === DEAD) {
        this.#release(slot);
      } else {
        this.#times[kept] = this.#times[i]!;
        this.#slots[kept++] = slot;
      }
    }
    this.#size = kept;
    this.#dead = 0;
    for (let i = (kept >> 1) - 1; i >= 0; i--) {
      this.#sink(this.#times[i]!, this.#slots[i]!, kept, i);
    }
  }

  #grow(): void {
    const room = 2 * this.#insertions.length + 1;
    this.#times = grown(this.#times, new Float64Array(room));
    this.#slots = grown(this.#slots, new Int32Array(room));
    this.#rows = grown(this.#rows, new Int32Array(room << ROW));
    this.#insertions = grown(this.#insertions, new Float64Array(room));
  }
}

/** The larger `column`, with what the old one holds. */
export function grown<Column extends Float64Array | Int32Array>(
  old: Column,
  column: Column,
): Column {
  column.set(old);
  return column;
}
