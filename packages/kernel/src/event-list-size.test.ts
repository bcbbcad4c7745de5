import { expect, test } from 'vitest';
import { EventList, type EventHandle } from '@hallsim/kernel';

/** Whole numbers from 0 to below `limit`, the same in every run. */
function numbers(): (limit: number) => number {
  let state = 20_261_121;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * limit);
  };
}

interface Pending {
  readonly time: number;
  readonly rank: number;
  readonly entity: number;
  readonly handle: EventHandle;
}

/** One list for each whole minute, in the order of insertion; the earliest is looked for by hand. */
class Buckets {
  readonly #minutes: Pending[][] = [];
  #first = 0;
  size = 0;

  add(event: Pending): void {
    (this.#minutes[event.time] ??= []).push(event);
    this.size++;
  }

  remove(event: Pending): boolean {
    const minute = this.#minutes[event.time]!;
    const place = minute.indexOf(event);
    if (place < 0) return false;
    minute.splice(place, 1);
    this.size--;
    return true;
  }

  take(): Pending {
    while (!this.#minutes[this.#first]?.length) this.#minutes[this.#first++] = [];
    const minute = this.#minutes[this.#first]!;
    const first = minute.reduce((best, event) => (event.rank < best.rank ? event : best));
    this.remove(first);
    return first;
  }
}

test('a million events with random cancels leave as from lists kept by hand', () => {
  const random = numbers();
  const events = new EventList();
  const naive = new Buckets();
  const made: Pending[] = [];
  let now = 0;
  let taken = 0;
  let cancelled = 0;
  const push = () => {
    const entity = made.length;
    // mostly near, sometimes far: old events pile up and die deep in the heap
    const time = now + random(random(10) === 0 ? 5_000 : 200);
    const rank = random(3) - 1;
    const event = { time, rank, entity, handle: events.push(time, rank, 1, entity) };
    made.push(event);
    naive.add(event);
  };
  const take = () => {
    const first = naive.take();
    now = first.time;
    const time = events.nextTime();
    events.take();
    if (time !== first.time || events.entity !== first.entity) {
      expect([time, events.entity]).toEqual([first.time, first.entity]);
    }
    taken++;
  };
  const cancel = (from: number) => {
    const event = made[from + random(made.length - from)]!;
    const wasPending = naive.remove(event);
    if (events.cancel(event.handle) !== wasPending) expect(event).toBe('cancelled like the other');
    if (wasPending) cancelled++;
  };

  while (made.length < 1_000_000) {
    // the number of pending events breathes between hardly any and some thousands
    const phase = Math.floor(made.length / 4_000) % 2;
    const choice = random(10);
    if (choice < (phase === 0 ? 7 : 4) || naive.size === 0) push();
    else if (choice < (phase === 0 ? 8 : 7)) take();
    else cancel(Math.max(0, made.length - 3_000));
  }
  for (let i = 0; i < 100_000; i++) cancel(0);
  expect(events.size).toBe(naive.size);
  while (naive.size > 0) take();
  expect([events.size, events.nextTime()]).toEqual([0, Infinity]);
  expect(taken + cancelled).toBe(1_000_000);
  expect(cancelled).toBeGreaterThan(200_000);
  expect(made.filter(({ handle }) => events.isPending(handle))).toEqual([]);
});

test('ten million events may be pending at once', () => {
  const random = numbers();
  const events = new EventList();
  const count = 10_000_000;
  const times = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    times[i] = random(0x1_0000_0000);
    events.push(times[i]!, 0, 0, i);
  }
  expect(events.size).toBe(count);
  // in the order of time; of equal times the one pushed first, whose number is smaller
  const sorted = times.slice().sort();
  let earlier = -1;
  for (let i = 0; i < 1_000_000; i++) {
    const time = events.nextTime();
    events.take();
    const tied = i > 0 && sorted[i - 1] === time;
    if (time !== sorted[i] || times[events.entity] !== time || (tied && events.entity <= earlier)) {
      expect([i, time, events.entity, earlier]).toEqual([i, sorted[i], 'next in order', '']);
    }
    earlier = events.entity;
  }
  expect(events.size).toBe(count - 1_000_000);
});
