import {
  Calendar,
  type EventHandle,
  lognormal,
  network,
  type NetworkSpec,
  type Process,
  quantile,
  RANK,
  Simulation,
  type Stream,
  type Variate,
  exponential,
} from '@hallsim/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

/** One customer's times, as every face tells them. */
interface Times {
  readonly who: string;
  readonly joined: number;
  /** NaN for who left in vain. */
  readonly started: number;
  readonly ended: number;
}

const CUSTOMERS = 200;

interface Desk {
  readonly servers: number;
  readonly gap: Variate;
  readonly service: Variate;
  readonly patience: Variate;
}

const desk: fc.Arbitrary<Desk> = fc.record({
  servers: fc.integer({ min: 1, max: 4 }),
  gap: fc.constantFrom(exponential(1), exponential(0.4)),
  service: fc.constantFrom(exponential(1), lognormal(1.5, 0.8)),
  patience: fc.constantFrom(exponential(3), lognormal(2, 0.5)),
});

const byNumber = (times: readonly Times[]) => [...times].sort((a, b) => a.who.localeCompare(b.who));
const who = (n: number) => String(n).padStart(4, '0');

function asNetwork({ servers, gap, service, patience }: Desk, seed: string): Times[] {
  const spec: NetworkSpec = {
    sources: { door: { arrivals: { every: gap }, to: 'desk' } },
    stations: { desk: { servers, service, patience } },
  };
  const times: Times[] = [];
  network(spec).run({
    seed,
    customers: CUSTOMERS,
    onVisit: ({ number, joined, started, ended }) =>
      times.push({ who: who(number), joined, started, ended }),
  });
  return byNumber(times);
}

/** What the network's customer n draws, by name. */
class Chance {
  readonly #sim: Simulation;

  constructor(sim: Simulation) {
    this.#sim = sim;
  }

  draw(variate: Variate, purpose: string, n: number): number {
    const stream: Stream = this.#sim.stream(`door/${purpose}`);
    return quantile(variate, stream.at(n));
  }
}

function asProcesses({ servers, gap, service, patience }: Desk, seed: string): Times[] {
  const sim = new Simulation({ seed });
  const chance = new Chance(sim);
  const desk = sim.resource('desk', { capacity: servers });
  const times: Times[] = [];
  function* customer(n: number): Process {
    const joined = sim.now;
    const granted = yield desk.request({ patience: chance.draw(patience, 'patience', n) });
    if (granted === 'reneged') {
      times.push({ who: who(n), joined, started: NaN, ended: sim.now });
      return;
    }
    const started = sim.now;
    yield sim.hold(chance.draw(service, 'service', n));
    desk.release();
    times.push({ who: who(n), joined, started, ended: sim.now });
  }
  function* door(): Process {
    for (let n = 0; n < CUSTOMERS; n++) {
      yield sim.hold(chance.draw(gap, 'arrivals', n));
      sim.start(customer(n));
    }
  }
  sim.start(door());
  sim.run();
  return byNumber(times);
}

function asHandlers({ servers, gap, service, patience }: Desk, seed: string): Times[] {
  const calendar = new Calendar();
  const chance = new Chance(new Simulation({ seed }));
  const joined = new Float64Array(CUSTOMERS);
  const started = new Float64Array(CUSTOMERS).fill(NaN);
  const giveUp: EventHandle[] = [];
  const line: number[] = [];
  const times: Times[] = [];
  let busy = 0;
  const end = (n: number) =>
    times.push({ who: who(n), joined: joined[n]!, started: started[n]!, ended: calendar.now });
  const serve = (n: number) => {
    busy++;
    started[n] = calendar.now;
    calendar.schedule(chance.draw(service, 'service', n), done, n, RANK.completion);
  };
  const done = calendar.on('done', (n) => {
    busy--;
    end(n);
    const next = line.shift();
    if (next === undefined) return;
    calendar.cancel(giveUp[next]!);
    serve(next);
  });
  const impatient = calendar.on('impatient', (n) => {
    line.splice(line.indexOf(n), 1);
    end(n);
  });
  const arrive = calendar.on('arrive', (n) => {
    joined[n] = calendar.now;
    if (busy < servers) {
      serve(n);
    } else {
      line.push(n);
      const span = chance.draw(patience, 'patience', n);
      giveUp[n] = calendar.schedule(span, impatient, n, RANK.patience);
    }
    if (n + 1 < CUSTOMERS) calendar.schedule(chance.draw(gap, 'arrivals', n + 1), arrive, n + 1);
  });
  calendar.schedule(chance.draw(gap, 'arrivals', 0), arrive, 0);
  calendar.run();
  return byNumber(times);
}

describe('one model, three faces', () => {
  test('a desk with impatient customers gives everybody the same times to the last bit', () => {
    fc.assert(
      fc.property(desk, fc.string(), (declared, seed) => {
        const times = asNetwork(declared, seed);
        expect(times.length).toBe(CUSTOMERS);
        expect(asProcesses(declared, seed)).toEqual(times);
        expect(asHandlers(declared, seed)).toEqual(times);
      }),
      { numRuns: 60 },
    );
  });

  test('priorities: a network and its processes serve in the same order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 }), fc.string(), (servers, seed) => {
        const service = exponential(1.2);
        const spec: NetworkSpec = {
          sources: {
            vip: { arrivals: { every: exponential(4 / servers) }, to: 'desk' },
            walk: { arrivals: { every: exponential(2 / servers) }, to: 'desk' },
          },
          stations: { desk: { servers, service, discipline: 'priority', priority: { walk: 1 } } },
        };
        const found: Times[] = [];
        network(spec).run({
          seed,
          customers: CUSTOMERS,
          onVisit: ({ source, number, joined, started, ended }) =>
            found.push({ who: `${source}${who(number)}`, joined, started, ended }),
        });
        const sim = new Simulation({ seed });
        const counter = sim.resource('desk', { capacity: servers, line: 'priority' });
        const times: Times[] = [];
        let left = CUSTOMERS;
        function* customer(kind: string, n: number): Process {
          const joined = sim.now;
          yield counter.request({ priority: kind === 'vip' ? 0 : 1 });
          const started = sim.now;
          yield sim.hold(quantile(service, sim.stream(`${kind}/service`).at(n)));
          counter.release();
          times.push({ who: `${kind}${who(n)}`, joined, started, ended: sim.now });
        }
        function* door(kind: string, gap: Variate): Process {
          for (let n = 0; ; n++) {
            yield sim.hold(quantile(gap, sim.stream(`${kind}/arrivals`).at(n)));
            if (left-- <= 0) return;
            sim.start(customer(kind, n));
          }
        }
        sim.start(door('vip', exponential(4 / servers)));
        sim.start(door('walk', exponential(2 / servers)));
        sim.run();
        expect(byNumber(times)).toEqual(byNumber(found));
      }),
      { numRuns: 40 },
    );
  });
});
