import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  Calendar,
  childKey,
  seedKey,
  word,
  type EventHandle,
  type EventKind,
  type RunEnd,
} from '@hallsim/kernel';

const EVENTS = 400;

/** What a model needs of a calendar. */
type Face = Pick<
  Calendar,
  'now' | 'on' | 'schedule' | 'post' | 'atOnce' | 'cancel' | 'depart' | 'stop'
>;

interface Entry {
  readonly time: number;
  readonly rank: number;
  readonly kind: number;
  readonly entity: number;
  readonly handle: EventHandle;
}

/** The rules of the calendar in the shortest words: a sorted array, and a queue that goes first. */
class NaiveCalendar implements Face {
  now = 0;
  readonly #handlers: ((entity: number) => void)[] = [];
  readonly #list: Entry[] = [];
  readonly #queue: { readonly kind: number; readonly entity: number }[] = [];
  #handles = 0;

  on(_name: string, handler: (entity: number) => void): EventKind {
    return (this.#handlers.push(handler) - 1) as EventKind;
  }

  schedule(delay: number, kind: EventKind, entity: number = 0, rank: number = 0): EventHandle {
    const handle = ++this.#handles as EventHandle;
    this.#list.push({ time: this.now + delay, rank, kind, entity, handle });
    this.#list.sort((a, b) => a.time - b.time || a.rank - b.rank || a.handle - b.handle);
    return handle;
  }

  post(time: number, kind: EventKind, entity: number = 0, rank: number = 0): void {
    this.schedule(time - this.now, kind, entity, rank);
  }

  atOnce(kind: EventKind, entity: number = 0): void {
    this.#queue.push({ kind, entity });
  }

  cancel(handle: EventHandle): boolean {
    const place = this.#list.findIndex((entry) => entry.handle === handle);
    if (place >= 0) this.#list.splice(place, 1);
    return place >= 0;
  }

  depart(): void {}
  stop(): void {}

  run(): void {
    for (;;) {
      const event = this.#queue.shift() ?? this.#list.shift();
      if (!event) return;
      if ('time' in event) this.now = (event as Entry).time;
      this.#handlers[event.kind]!(event.entity);
    }
  }
}

/**
 * A model whose events schedule, cancel, call at once, depart and stop at random. What an event
 * does depends on its place in the history only, so two runs differ as soon as one event does.
 */
class RandomModel<Calendars extends Face> {
  readonly calendar: Calendars;
  readonly history: [time: number, kind: number, entity: number][] = [];
  readonly #handles: EventHandle[] = [];
  readonly #cancelled = new Set<number>();
  readonly #seed: { readonly low: number; readonly high: number };
  readonly #kinds: readonly EventKind[];
  #scheduled = 0;

  constructor(seed: number, calendar: Calendars) {
    this.calendar = calendar;
    this.#seed = childKey(seedKey('model'), seed);
    this.#kinds = [0, 1, 2].map((kind) =>
      this.calendar.on(`kind ${kind}`, (entity) => this.#happen(kind, entity)),
    );
    for (let i = 0; i < 5; i++) this.#schedule(3 * i);
  }

  #random(place: number, limit: number): number {
    return (word(this.#seed.low, this.#seed.high, place) >>> 0) % limit;
  }

  #schedule(place: number): void {
    if (this.#scheduled >= EVENTS) return;
    const entity = this.#scheduled++;
    const kind = this.#kinds[this.#random(place, 3)]!;
    if (this.#random(place + 1, 5) === 0) this.calendar.atOnce(kind, entity);
    else {
      // many delays are equal, some are zero: most instants hold several events
      const delay = this.#random(place + 2, 4) / 2;
      const rank = (place % 3) - 1;
      if (entity % 7 === 0) this.calendar.post(this.calendar.now + delay, kind, entity, rank);
      else this.#handles[entity] = this.calendar.schedule(delay, kind, entity, rank);
    }
  }

  #happen(kind: number, entity: number): void {
    expect(this.#cancelled.has(entity)).toBe(false);
    const place = 100 + 20 * this.history.push([this.calendar.now, kind, entity]);
    const children = this.#random(place, 8) === 0 ? 0 : 1 + this.#random(place + 1, 2);
    for (let i = 0; i < children; i++) this.#schedule(place + 2 + 3 * i);
    const victim = this.#random(place + 8, 3 * this.#scheduled);
    const handle = this.#handles[victim];
    if (handle !== undefined && this.calendar.cancel(handle)) this.#cancelled.add(victim);
    if (this.#random(place + 9, 3) === 0) this.calendar.depart(this.#random(place + 10, 3));
    if (this.#random(place + 11, 20) === 0) this.calendar.stop();
  }
}

/** Runs on, over every stop of the model, until nothing is pending. */
function finish(model: RandomModel<Calendar>): RandomModel<Calendar> {
  while (model.calendar.run() === 'stopped');
  return model;
}

const seeds = fc.nat(1_000_000);

test('the calendar keeps its rules: the history is that of a sorted array and a queue', () => {
  let longest = 0;
  fc.assert(
    fc.property(seeds, (seed) => {
      const { history } = finish(new RandomModel(seed, new Calendar()));
      const naive = new RandomModel(seed, new NaiveCalendar());
      naive.calendar.run();
      expect(history).toEqual(naive.history);
      longest = Math.max(longest, history.length);
    }),
    { numRuns: 200, seed: 3 },
  );
  expect(longest).toBeGreaterThan(200);
});

test('any division into runs gives the history of one run', () => {
  const runs = fc.array(
    fc.oneof(
      fc.record({ until: fc.integer({ min: 0, max: 12 }).map((quarters) => quarters / 4) }),
      fc.record({ events: fc.nat(40) }),
      fc.record({ customers: fc.nat(10) }),
      fc.record({ until: fc.nat(8), events: fc.nat(40), customers: fc.nat(20) }),
      fc.constant('step' as const),
      fc.constant('aborted' as const),
    ),
    { maxLength: 60, size: 'max' },
  );
  const ends = new Set<RunEnd | boolean>();
  fc.assert(
    fc.property(seeds, runs, (seed, division) => {
      const whole = finish(new RandomModel(seed, new Calendar()));
      const divided = new RandomModel(seed, new Calendar());
      const { calendar, history } = divided;
      for (const limits of division) {
        if (limits === 'step') ends.add(calendar.step());
        else if (limits === 'aborted') ends.add(calendar.run({ signal: { aborted: true } }));
        else if ('until' in limits) {
          const until = calendar.now + limits.until;
          const before = history.length;
          const end = calendar.run({ ...limits, until });
          expect(history.slice(before).filter(([time]) => time >= until)).toEqual([]);
          if (end === 'until') expect(calendar.now).toBe(until);
          if (end === 'until') expect(calendar.nextTime).toBeGreaterThanOrEqual(until);
          ends.add(end);
        } else ends.add(calendar.run(limits));
      }
      expect(finish(divided).history).toEqual(whole.history);
    }),
    { numRuns: 200, seed: 3 },
  );
  expect(ends).toEqual(
    new Set([true, false, 'empty', 'until', 'events', 'customers', 'stopped', 'aborted']),
  );
});

test('a trace shows every event of the history, and changes nothing', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const silent = finish(new RandomModel(seed, new Calendar()));
      const traced = new RandomModel(seed, new Calendar());
      const seen: [time: number, kind: number, entity: number][] = [];
      traced.calendar.trace = ({ time, event, entity }) =>
        seen.push([time, Number(event.slice(-1)), entity]);
      finish(traced);
      expect(traced.history).toEqual(silent.history);
      expect(seen).toEqual(silent.history);
    }),
    { seed: 3 },
  );
});
