import {
  Calendar,
  type EventHandle,
  lognormal,
  network,
  type NetworkSpec,
  type Outcome,
  type Process,
  quantile,
  RANK,
  type ResourceOptions,
  type ServeOptions,
  Simulation,
  type StationSpec,
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

/** The same rule as a station and as a resource have it. */
interface Rule {
  readonly station: Partial<StationSpec>;
  readonly resource: ResourceOptions | 'sharing';
  readonly serve?: ServeOptions;
}

const STEPS = [
  [0, 2],
  [30, 0],
  [36, 3],
  [60, 1],
  [75, 2],
] as const;
const priority = { vip: 0, walk: 1 };

const RULES: Readonly<Record<string, Rule>> = {
  'last come': { station: { discipline: 'lifo' }, resource: { capacity: 2, line: 'last-come' } },
  priority: {
    station: { discipline: 'priority', priority },
    resource: { capacity: 2, line: 'priority' },
  },
  'preemption, resumed': {
    station: { discipline: 'preemptive-resume', priority },
    resource: { capacity: 2, line: 'preemptive' },
  },
  'preemption, begun again': {
    station: { discipline: 'preemptive-restart', priority },
    resource: { capacity: 2, line: 'preemptive' },
    serve: { onPreempt: 'restart' },
  },
  'preemption, lost': {
    station: { discipline: 'preemptive-lose', priority },
    resource: { capacity: 2, line: 'preemptive' },
    serve: { onPreempt: 'lose' },
  },
  'credit that grows with waiting': {
    station: { discipline: 'accumulating', priority: { vip: 3, walk: 1 } },
    resource: {
      capacity: 2,
      rank: (who, now) => (who.joined - now) * (who.priority === 0 ? 3 : 1),
    },
  },
  'a schedule, services finish': {
    station: { servers: { steps: STEPS } },
    resource: { schedule: STEPS },
  },
  'a schedule, services are handed over': {
    station: { servers: { steps: STEPS, atDecrease: 'interrupt' } },
    resource: { schedule: STEPS, rule: 'hand-over' },
    serve: { priority: 0 },
  },
  'few places': { station: { places: 4 }, resource: { capacity: 2, limit: 2 } },
  'processor sharing': { station: { discipline: 'processor-sharing' }, resource: 'sharing' },
};
const GAPS = { vip: exponential(2), walk: exponential(1) } as const;
type Kind = keyof typeof GAPS;
const WORK = lognormal(1.4, 0.9);
const PATIENCE = exponential(3);
const UNTIL = 150;

/** When and how each customer's visit ended, by name. */
type Ends = Record<string, string>;

function servedByNetwork({ station }: Rule, impatient: boolean, seed: string): Ends {
  const ends: Ends = {};
  const patience = impatient ? { patience: PATIENCE } : {};
  network({
    sources: {
      vip: { arrivals: { every: GAPS.vip }, to: 'desk' },
      walk: { arrivals: { every: GAPS.walk }, to: 'desk' },
    },
    stations: { desk: { servers: 2, service: WORK, ...patience, ...station } },
  }).run({
    seed,
    until: UNTIL,
    onVisit: ({ source, number, outcome, ended }) => {
      ends[`${source} ${number}`] = `${outcome} ${ended}`;
    },
  });
  return ends;
}

const OUTCOMES: Partial<Record<Outcome, string>> = {
  served: 'served',
  reneged: 'abandoned',
  preempted: 'interrupted',
};

function servedByProcesses({ resource, serve }: Rule, impatient: boolean, seed: string): Ends {
  const sim = new Simulation({ seed });
  const ends: Ends = {};
  const shared = resource === 'sharing' ? sim.sharing('desk', { capacity: 2 }) : undefined;
  const desk = sim.resource('desk', resource === 'sharing' ? {} : resource);
  const read = (variate: Variate, name: string, n: number) =>
    quantile(variate, sim.stream(name).at(n));
  function* customer(kind: Kind, n: number): Process {
    const work = read(WORK, `${kind}/service`, n);
    const patience = impatient ? read(PATIENCE, `${kind}/patience`, n) : Infinity;
    const outcome = yield shared === undefined
      ? desk.serve(work, { priority: priority[kind], patience, ...serve })
      : shared.serve(work);
    if (outcome !== 'rejected') ends[`${kind} ${n}`] = `${OUTCOMES[outcome]} ${sim.now}`;
  }
  function* door(kind: Kind): Process {
    for (let n = 0; ; n++) {
      yield sim.hold(read(GAPS[kind], `${kind}/arrivals`, n));
      sim.start(customer(kind, n));
    }
  }
  sim.start(door('vip'));
  sim.start(door('walk'));
  sim.run({ until: UNTIL });
  return ends;
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
      { seed: 1, numRuns: 60 },
    );
  });

  test.each(Object.entries(RULES))('a station and a resource are one: %s', (_, rule) => {
    // who is served at once has no patience
    const patience = rule.resource === 'sharing' ? fc.constant(false) : fc.boolean();
    fc.assert(
      fc.property(patience, fc.string(), (impatient, seed) => {
        const ends = servedByNetwork(rule, impatient, seed);
        expect(Object.keys(ends).length).toBeGreaterThan(50);
        expect(servedByProcesses(rule, impatient, seed)).toEqual(ends);
      }),
      { seed: 1, numRuns: 12 },
    );
  });
});
