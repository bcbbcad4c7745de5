import { describe, expect, it } from 'vitest';
import { exponential, fixed, type Process, Simulation, type Variate } from './index.js';

/** What JavaScript lets through: a value of whatever type is asked for. */
const slip = (value: unknown) => value as never;

/** Runs a process made for one wrong call. */
function running(body: (sim: Simulation) => Process): () => unknown {
  const sim = new Simulation();
  sim.start(body(sim));
  return () => sim.run();
}

describe('an option that does not exist is refused with those that do', () => {
  it.each<[string, (sim: Simulation) => unknown, RegExp]>([
    [
      'resource',
      (sim) => sim.resource('d', slip({ capcity: 4 })),
      /d\.capcity is 4: there are capa/,
    ],
    [
      'level',
      (sim) => sim.level('tank', slip({ init: 4 })),
      /tank\.init is 4: there are capacity, st/,
    ],
    [
      'store',
      (sim) => sim.store('shelf', slip({ size: 4 })),
      /shelf\.size is 4: there is capacity\./,
    ],
    [
      'sharing',
      (sim) => sim.sharing('cpu', slip({ servers: 2 })),
      /cpu\.servers is 2: there are cap/,
    ],
    [
      'signal',
      (sim) => sim.signal('bell', slip({ stay: true })),
      /bell\.stay is true: there is stays/,
    ],
    [
      'start',
      (sim) => sim.start(function* () {}, slip({ label: 'Ann' })),
      /process\.label is "Ann": there is name/,
    ],
    [
      'breakdowns',
      (sim) =>
        sim.resource('press', {
          breakdowns: slip({ up: fixed(1), repair: fixed(1), wenIdle: true }),
        }),
      /breakdowns of press\.wenIdle is true: there are up, repair, whenIdle, rule/,
    ],
    [
      'observe, where it cannot be told',
      (sim) => sim.resource('desk').observe({ waits: { set: () => undefined } as never }),
      /waits of "desk" is \{\}: give what has add\(\), as a Tally has/,
    ],
    [
      'observe of a store, where it cannot be told',
      (sim) => sim.level('tank').observe({ level: { add: () => undefined } as never }),
      /level of "tank" is \{\}: give what has set\(\), as a Level has/,
    ],
    [
      'observe',
      (sim) => sim.resource('desk').observe(slip({ wait: () => 0 })),
      /desk\.wait is a function: there are busy, waiting, waits/,
    ],
  ])('of %s', (_, call, message) => {
    expect(() => call(new Simulation())).toThrow(message);
  });

  it('of a simulation', () => {
    expect(() => new Simulation(slip({ sed: 1 }))).toThrow(
      'simulation.sed is 1: there are seed, replication, start.',
    );
    for (const seed of [slip({ text: 'a' }), NaN, Infinity]) {
      expect(() => new Simulation({ seed })).toThrow(/seed of "simulation" is/);
    }
  });

  it.each<[string, (sim: Simulation) => Process, RegExp]>([
    [
      'request',
      function* (sim) {
        yield sim.resource('desk').request(slip({ patients: 3 }));
      },
      /desk\.patients is 3: there are patience, priority, units, spare, preempt, onPreempt/,
    ],
    [
      'serve',
      function* (sim) {
        yield sim.resource('desk').serve(3, slip({ prio: 3 }));
      },
      /desk\.prio is 3/,
    ],
    [
      'get',
      function* (sim) {
        yield sim.level('tank', { start: 5 }).get(3, slip({ patients: 3 }));
      },
      /tank\.patients is 3: there is patience\./,
    ],
    [
      'take',
      function* (sim) {
        yield* sim.store('shelf').take(slip({ filters: () => true }));
      },
      /shelf\.filters is a function: there are patience, filter/,
    ],
  ])('of %s', (_, body, message) => {
    expect(running(body)).toThrow(message);
  });
});

describe('what is no set of options is refused', () => {
  it.each<[string, (sim: Simulation) => unknown, RegExp]>([
    [
      'a number',
      (sim) => sim.resource('d', slip(2)),
      /options of d is 2: there are capacity, line/,
    ],
    [
      'null',
      (sim) => sim.level('d', slip(null)),
      /options of d is null: there are capacity, start/,
    ],
    [
      'options where the name should be',
      (sim) => sim.resource(slip({ capacity: 2 })),
      /name of a resource is {"capacity":2}: give a text/,
    ],
    ['a nameless stream', (sim) => sim.stream(slip(undefined)), /name of a stream is missing/],
    ['a nameless signal', (sim) => sim.signal(slip({ stays: true })), /name of a signal is/],
  ])('such as %s', (_, call, message) => {
    expect(() => call(new Simulation())).toThrow(message);
  });

  it('also in a request', () => {
    expect(
      running(function* (sim) {
        yield sim.resource('desk').request(slip(2));
      }),
    ).toThrow(/options of desk is 2: there are patience/);
  });
});

describe('a text where a number is meant is refused', () => {
  it.each<[string, (sim: Simulation) => Process, RegExp]>([
    [
      'as the time of a hold',
      function* (sim) {
        yield sim.hold(slip('5'));
      },
      /time of hold is "5": give a finite number of at least 0/,
    ],
    [
      'as the end of a hold',
      function* (sim) {
        yield sim.holdUntil(slip('5'));
      },
      /time of holdUntil is "5"/,
    ],
    [
      'as the time of a service',
      function* (sim) {
        yield sim.resource('desk').serve(slip('5'));
      },
      /time of a service of "desk" is "5"/,
    ],
    [
      'as a drawn time of a service',
      function* (sim) {
        yield sim.resource('desk').serve(() => slip('5'));
      },
      /time of a service of "desk" is "5"/,
    ],
    [
      'as patience',
      function* (sim) {
        yield sim.resource('desk').request({ patience: slip('5') });
      },
      /patience of "desk" is "5"/,
    ],
    [
      'as a priority',
      function* (sim) {
        yield sim.resource('desk').request({ priority: slip('5') });
      },
      /priority of "desk" is "5"/,
    ],
    [
      'as an amount',
      function* (sim) {
        yield sim.level('tank').put(slip('5'));
      },
      /put of "tank" is "5"/,
    ],
    [
      'as work',
      function* (sim) {
        yield sim.sharing('cpu').serve(slip('5'));
      },
      /work of "cpu" is "5"/,
    ],
  ])('%s', (_, body, message) => {
    expect(running(body)).toThrow(message);
  });

  it('as a capacity, a start, a limit, a bound of a spread', () => {
    const sim = new Simulation();
    expect(() => sim.level('a', { capacity: slip('5') })).toThrow(/capacity of "a" is "5"/);
    expect(() => sim.level('a', { start: slip('5') })).toThrow(/start of "a" is "5"/);
    expect(() => sim.sharing('a', { limit: slip('5') })).toThrow(/limit of "a" is "5"/);
    expect(() => sim.resource('a', { schedule: [[slip('5'), 1]] })).toThrow(
      /schedule of "a"\[0\]\[0\] is "5"/,
    );
    expect(() => sim.stream('a').uniform(slip('5'), 6)).toThrow(/finite from <= to/);
  });
});

describe('a spread of a file where a variate is meant is refused with the way out', () => {
  const spread: Variate = slip({ family: 'uniform', from: 3, to: 4 });
  const message =
    /is {"family":"uniform","from":3,"to":4}: give a spread such as exponential\(4\), or variateOf\(/;

  it('by draw and fill of a stream', () => {
    const stream = new Simulation().stream('work');
    expect(() => stream.draw(spread)).toThrow(message);
    expect(() => stream.fill(spread, new Float64Array(3))).toThrow(message);
    expect(() => stream.draw(slip(5))).toThrow(/draw is 5: give a spread/);
    expect(() => stream.draw(slip(undefined))).toThrow(/draw is missing: give a spread/);
    expect(stream.index).toBe(0);
  });

  it('by breakdowns, when the resource is made', () => {
    const sim = new Simulation();
    expect(() =>
      sim.resource('press', { breakdowns: { up: spread, repair: exponential(3) } }),
    ).toThrow(message);
    expect(() => sim.resource('press', { breakdowns: slip({ up: exponential(3) }) })).toThrow(
      /breakdowns of press\.repair is missing/,
    );
  });
});

describe('start', () => {
  it('refuses a generator function that takes arguments, and says how to give them', () => {
    function* customer(minutes: number): Process {
      yield new Simulation().hold(minutes);
    }
    expect(() => new Simulation().start(slip(customer))).toThrow(
      'start(the function customer itself): give what a generator function returns, as in start(customer(3)).',
    );
  });

  it('refuses a generator that was started before, while it waits, after its end and in another simulation', () => {
    const sim = new Simulation();
    const ends: number[] = [];
    function* customer(): Process {
      yield sim.hold(3);
      ends.push(sim.now);
    }
    const one = customer();
    sim.start(one);
    const again = () => sim.start(one);
    const elsewhere = () => new Simulation().start(() => one);
    const message = /this generator was started before; each start wants one of its own/;
    expect(again).toThrow(message);
    sim.run({ until: 1 });
    expect(again).toThrow(message);
    sim.run();
    expect(again).toThrow(message);
    expect(elsewhere).toThrow(message);
    expect(ends).toEqual([3]);
  });

  it('starts a generator function as often as one likes, under its own name or another', () => {
    const sim = new Simulation();
    function* customer(): Process {
      yield sim.hold(3);
    }
    function* guest(): Process {
      yield sim.hold(1);
    }
    const names = [
      sim.start(customer),
      sim.start(customer),
      sim.start(customer, { name: 'Ann' }),
      sim.start(customer()),
      sim.start(guest),
      sim.start(() => customer()),
      sim.start(guest),
      sim.start(customer),
    ].map(({ name }) => name.replace(/ ?\(.*/, ''));
    expect(names).toEqual([
      'customer',
      'customer',
      'Ann',
      'process 3',
      'guest',
      'process 5',
      'guest',
      'customer',
    ]);
    sim.run();
    expect(sim.now).toBe(3);
  });
});
