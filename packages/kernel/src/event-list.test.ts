import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EventList, type EventHandle } from '@hallsim/kernel';

interface Entry {
  readonly time: number;
  readonly rank: number;
  readonly entity: number;
  readonly handle: EventHandle;
}

/** Entries in the order in which they must leave. A stable sort: who came first stays first. */
class NaiveList {
  readonly entries: Entry[] = [];

  push(entry: Entry): void {
    this.entries.push(entry);
    this.entries.sort((a, b) => a.time - b.time || a.rank - b.rank);
  }

  remove(handle: EventHandle): boolean {
    const place = this.entries.findIndex((entry) => entry.handle === handle);
    if (place >= 0) this.entries.splice(place, 1);
    return place >= 0;
  }
}

/** The two lists side by side; every answer of the one is held against the other's. */
class Pair {
  readonly list: EventList = new EventList(1);
  readonly naive: NaiveList = new NaiveList();
  readonly handles: EventHandle[] = [];

  push(time: number, rank: number): void {
    const entity = this.handles.length;
    const handle = this.list.push(time, rank, entity % 7, entity);
    this.naive.push({ time, rank, entity, handle });
    this.handles.push(handle);
  }

  /** Returns the handle of the event that was taken. */
  take(): EventHandle | undefined {
    const first = this.naive.entries.shift();
    expect(this.list.nextTime()).toBe(first?.time ?? Infinity);
    if (!first) return undefined;
    this.list.take();
    expect([this.list.kind, this.list.entity]).toEqual([first.entity % 7, first.entity]);
    return first.handle;
  }

  /** Any handle ever given out: pending, happened or cancelled. */
  cancel(which: number): void {
    if (this.handles.length === 0) return;
    const handle = this.handles[which % this.handles.length]!;
    expect(this.list.cancel(handle)).toBe(this.naive.remove(handle));
  }

  /** Cancels two of three: they die all over the heap, until it is swept. */
  thin(from: number): void {
    for (const [i, { handle }] of [...this.naive.entries].entries()) {
      if ((i + from) % 3 === 0) continue;
      expect([this.list.cancel(handle), this.naive.remove(handle)]).toEqual([true, true]);
    }
  }

  check(): void {
    expect(this.list.size).toBe(this.naive.entries.length);
    const times = new Map(this.naive.entries.map(({ handle, time }) => [handle, time]));
    for (const handle of this.handles) {
      expect(this.list.isPending(handle)).toBe(times.has(handle));
      expect(this.list.timeOf(handle)).toBe(times.get(handle) ?? NaN);
    }
  }
}

const commands = fc.array(
  fc.record({
    what: fc.constantFrom('push', 'push', 'burst', 'take', 'take', 'cancel', 'thin'),
    // few times and ranks, so that there are many ties
    time: fc.nat(8),
    rank: fc.integer({ min: -1, max: 1 }),
    some: fc.nat(200),
  }),
  { maxLength: 60, size: 'max' },
);

test('events leave by time, then rank, then insertion, whatever is pushed, taken and cancelled between', () => {
  let swept = 0;
  fc.assert(
    fc.property(commands, (list) => {
      const pair = new Pair();
      for (const { what, time, rank, some } of list) {
        if (what === 'push') pair.push(time, rank);
        else if (what === 'take') pair.take();
        else if (what === 'cancel') pair.cancel(some);
        else if (what === 'thin') {
          if (pair.naive.entries.length > 100) swept++;
          pair.thin(some);
        } else for (let i = 0; i < some; i++) pair.push((time * i) % 9, (rank * i) % 3);
        expect(pair.list.size).toBe(pair.naive.entries.length);
      }
      pair.check();
      while (pair.take() !== undefined);
      pair.check();
      expect(new Set(pair.handles).size).toBe(pair.handles.length);
    }),
    { numRuns: 200, seed: 3 },
  );
  expect(swept).toBeGreaterThan(100);
});

test('times are told apart to the last bit, also the smallest and the largest', () => {
  const times = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0));
  fc.assert(
    fc.property(times, (list) => {
      const events = new EventList();
      for (const time of list) events.push(time, 0, 0, 0);
      const left = list.map(() => {
        const time = events.nextTime();
        events.take();
        return time;
      });
      expect(left).toEqual([...list].sort((a, b) => a - b));
      expect(events.nextTime()).toBe(Infinity);
    }),
    { seed: 1 },
  );
});

test('ranks may be any integer of 32 bits; smaller goes first', () => {
  const events = new EventList();
  const ranks = [0, 2147483647, -1, -2147483648, 1];
  for (const rank of ranks) events.push(5, rank, 0, rank);
  const left = ranks.map(() => {
    events.nextTime();
    events.take();
    return events.entity;
  });
  expect(left).toEqual([-2147483648, -1, 0, 1, 2147483647]);
});

test('the room of cancelled events is used again, whether they surface or not', () => {
  const events = new EventList();
  events.push(5, 0, 0, 0);
  let rooms = 0;
  for (let i = 0; i < 10_000; i++) {
    // cancelled far ahead, and cancelled right before its time
    for (const time of [9, 1]) {
      const handle = events.push(time, 0, 0, i);
      rooms = Math.max(rooms, handle % 2 ** 26);
      events.cancel(handle);
    }
    expect(events.nextTime()).toBe(5);
  }
  expect(rooms).toBeLessThan(100);
});

describe('a handle', () => {
  test('names its event while it is pending and nothing afterwards', () => {
    const events = new EventList();
    const first = events.push(3, 0, 0, 1);
    const second = events.push(2, 0, 0, 2);
    expect([events.timeOf(first), events.timeOf(second)]).toEqual([3, 2]);
    events.nextTime();
    events.take();
    expect([events.isPending(first), events.isPending(second)]).toEqual([true, false]);
    expect([events.cancel(second), events.timeOf(second)]).toEqual([false, NaN]);
    expect([events.cancel(first), events.cancel(first), events.size]).toEqual([true, false, 0]);
  });

  test('of an event that is over does not name the event that came into its slot', () => {
    const events = new EventList();
    const old = events.push(1, 0, 0, 1);
    events.nextTime();
    events.take();
    const young = events.push(2, 0, 0, 2);
    expect(events.cancel(old)).toBe(false);
    expect([events.isPending(young), events.size]).toEqual([true, 1]);
  });

  test('is never 0; 0 and numbers that are no handles name no event', () => {
    const events = new EventList();
    const handle = events.push(1, 0, 0, 1);
    expect(handle).toBeGreaterThan(0);
    const others = [
      0,
      -0,
      1,
      -1,
      0.5,
      handle + 0.5,
      handle + 1,
      -Number(handle),
      NaN,
      Infinity,
      -Infinity,
    ];
    for (const other of [...others, Number.MAX_VALUE] as EventHandle[]) {
      expect([events.isPending(other), events.cancel(other), events.timeOf(other)]).toEqual([
        false,
        false,
        NaN,
      ]);
    }
    expect(events.size).toBe(1);
  });

  test('never comes back: a slot that has used up its 2^27 - 2 generations is left for good', () => {
    const events = new EventList();
    const first = events.push(0, 0, 0, 0);
    let handle = first;
    let last = first;
    let used = 0;
    do {
      events.nextTime();
      events.take();
      last = handle;
      handle = events.push(0, 0, 0, 0);
      used++;
    } while (handle > last);
    expect(used).toBe(2 ** 27 - 2);
    expect(Number.isSafeInteger(last)).toBe(true);
    // the other slot has the remainder 1, so none of its handles is one of the first slot's
    expect([first % 2 ** 26, last % 2 ** 26, handle % 2 ** 26]).toEqual([0, 0, 1]);
    expect([events.isPending(last), events.cancel(last), events.cancel(first)]).toEqual([
      false,
      false,
      false,
    ]);
    expect([events.isPending(handle), events.size]).toEqual([true, 1]);
  });
});
