import { describe, expect, test } from 'vitest';
import { appointments } from './appointments.js';
import { balkingQueue } from './balking.js';
import { batchArrivals } from './batch-arrivals.js';
import { UnstableError } from './check.js';
import { erlangA } from './erlang-a.js';
import { erlangB } from './erlang-b.js';
import { finiteSource } from './finite-source.js';
import { breakdownMg1, symmetricPolling, vacationMg1 } from './interruptions.js';
import { kioskOverflow } from './kiosk-overflow.js';
import { deterministic } from './laws/deterministic.js';
import { erlang } from './laws/erlang.js';
import { exponential } from './laws/exponential.js';
import { accumulatingPriority } from './accumulating-priority.js';
import { solveChain } from './markov-chain.js';
import { mg1 } from './mg1.js';
import { mm1 } from './mm1.js';
import { mmc } from './mmc.js';
import { mmck } from './mmck.js';
import { mmppQueue } from './mmpp-queue.js';
import { nDesign } from './n-design.js';
import { closedNetwork, jacksonNetwork } from './networks.js';
import { preemptiveMg1, priorityMg1, priorityMmc } from './priority.js';
import { retrialQueue } from './retrial.js';
import { shortestOfTwoQueues } from './shortest-queue.js';
import { saturatedTandem, tandemBlocking } from './tandem-blocking.js';
import { thresholdOpening } from './threshold-opening.js';
import { ticketQueue } from './ticket-queue.js';
import { twoClassAbandonment } from './two-class-abandonment.js';
import { unequalServers } from './unequal-servers.js';

const demand = { arrivalRate: 2.4, serviceRate: 1, servers: 3 };
const plain = mmc(demand);

describe('each chain is M/M/c where its own twist is taken out', () => {
  test.each<[string, number]>([
    ['servers of equal speed', unequalServers(2.4, [1, 1, 1]).waitMean],
    ['batches of one', batchArrivals({ ...demand, batchRate: 2.4, sizes: [1] }).waitMean],
    ['one mood', mmppQueue({ ...demand, arrivalRates: [2.4], switchRates: [1] }).waitMean],
    [
      'two moods alike',
      mmppQueue({ ...demand, arrivalRates: [2.4, 2.4], switchRates: [1, 2] }).waitMean,
    ],
    [
      'as many counters at least as at most',
      thresholdOpening({ ...demand, minServers: 3, maxServers: 3, openAt: 2, closeAt: 0 }).waitMean,
    ],
    [
      'nobody able to use a kiosk',
      kioskOverflow({
        arrivalRate: 2.4,
        able: 0,
        kiosks: 1,
        kioskRate: 1,
        counters: 3,
        counterRate: 1,
      }).waitMean,
    ],
    ['nobody balking', balkingQueue({ ...demand, joins: () => 1 }).waitMean],
    ['one station', jacksonNetwork([{ ...demand, next: [0] }]).stations[0]?.waitMean ?? NaN],
    ['one class', priorityMmc({ ...demand, arrivalRates: [2.4] })[0]?.waitMean ?? NaN],
  ])('%s', (_, waitMean) => expect(waitMean / plain.waitMean).toBeCloseTo(1, 10));

  test('customers who try again at once, nearly', () => {
    const eager = retrialQueue({ ...demand, retrialRate: 1e6 });
    expect(eager.waitMean / plain.waitMean).toBeCloseTo(1, 4);
  });

  test('many customers who come seldom, nearly', () => {
    const many = finiteSource({
      ...demand,
      population: 20_000,
      arrivalRateEach: 2.4 / 20_000,
    });
    expect(many.waitMean / plain.waitMean).toBeCloseTo(1, 2);
  });
});

describe('priorities', () => {
  const classes = [
    { arrivalRate: 0.2, service: exponential(1), slope: 4 },
    { arrivalRate: 0.3, service: erlang(1.5, 2), slope: 1 },
  ];

  test('move waiting from class to class but not the work that waits (Kleinrock 1965)', () => {
    const load = (waits: readonly { waitMean: number }[]): number =>
      waits.reduce(
        (sum, { waitMean }, i) =>
          sum + waitMean * (classes[i]?.arrivalRate ?? 0) * (classes[i]?.service.mean ?? 0),
        0,
      );
    const cobham = load(priorityMg1(classes));
    expect(load(accumulatingPriority(classes))).toBeCloseTo(cobham, 12);
    expect(load(priorityMg1([...classes].reverse()).reverse())).toBeCloseTo(cobham, 12);
  });

  test('that accumulate lie between first come, first served and strict priority', () => {
    const at = (slope: number) =>
      accumulatingPriority(classes.map((one, i) => ({ ...one, slope: i === 0 ? slope : 1 })));
    const [same, strict] = [at(1), priorityMg1(classes)];
    expect(same[0]?.waitMean).toBeCloseTo(same[1]?.waitMean ?? NaN, 12);
    expect(at(1e9)[0]?.waitMean).toBeCloseTo(strict[0]?.waitMean ?? NaN, 7);
    expect(at(4)[0]?.waitMean).toBeLessThan(same[0]?.waitMean ?? 0);
    expect(at(4)[0]?.waitMean).toBeGreaterThan(strict[0]?.waitMean ?? 1);
  });

  test('that interrupt leave the first class alone in the world', () => {
    const alone = mg1({ arrivalRate: 0.2, service: exponential(1) });
    expect(preemptiveMg1(classes)[0]?.waitMean).toBeCloseTo(alone.waitMean, 12);
  });

  test('with patience of one kind leave the whole share that gives up as in Erlang A', () => {
    const both = twoClassAbandonment({
      first: { arrivalRate: 1, abandonRate: 0.5 },
      second: { arrivalRate: 2, abandonRate: 0.5 },
      serviceRate: 1,
      servers: 3,
    });
    const one = erlangA({ arrivalRate: 3, serviceRate: 1, servers: 3, patienceMean: 2 });
    const all = (both.first.abandoned + 2 * both.second.abandoned) / 3;
    expect(all).toBeCloseTo(one.abandoned, 12);
    expect(both.first.waitProbability).toBeCloseTo(one.waitProbability, 12);
  });
});

describe('networks, interruptions and lines', () => {
  test('a network with feedback keeps the flow of each station', () => {
    const { flows } = jacksonNetwork([
      { arrivalRate: 1, serviceRate: 5, servers: 1, next: [0, 0.5] },
      { arrivalRate: 0.5, serviceRate: 5, servers: 1, next: [0.2, 0] },
    ]);
    expect(flows[0]).toBeCloseTo(1 + 0.2 * (flows[1] ?? NaN), 12);
    expect(flows[1]).toBeCloseTo(0.5 + 0.5 * (flows[0] ?? NaN), 12);
  });

  test('a closed network of away and counter is the finite source', () => {
    const source = finiteSource({
      population: 12,
      arrivalRateEach: 0.25,
      serviceRate: 1,
      servers: 2,
    });
    const closed = closedNetwork(
      [
        { visits: 1, serviceMean: 4, servers: Infinity },
        { visits: 1, serviceMean: 1, servers: 2 },
      ],
      12,
    );
    expect(closed.throughput).toBeCloseTo(source.throughput, 12);
    expect(closed.residences[1]).toBeCloseTo(source.waitMean + 1, 11);
    expect(closed.counts.reduce((sum, n) => sum + n, 0)).toBeCloseTo(12, 11);
    const huge = closedNetwork(
      [
        { visits: 1, serviceMean: 40, servers: Infinity },
        { visits: 1, serviceMean: 1, servers: 20 },
      ],
      2000,
    );
    expect(huge.throughput).toBeCloseTo(20, 9);
  });

  test('much room between two stations makes them two queues of their own', () => {
    const { systemTimeMean, blockedMean } = tandemBlocking({
      arrivalRate: 0.5,
      firstRate: 1,
      firstServers: 1,
      secondRate: 1,
      secondServers: 1,
      places: 60,
    });
    const one = mm1({ arrivalRate: 0.5, serviceRate: 1 }).systemTimeMean;
    expect(systemTimeMean).toBeCloseTo(2 * one, 9);
    expect(blockedMean).toBeLessThan(1e-12);
    expect(saturatedTandem(1, 1, 1e6)).toBeCloseTo(1, 5);
  });

  test('interruptions add to the wait of M/G/1, and vanish with their cause', () => {
    const input = { arrivalRate: 0.6, service: erlang(1, 3) };
    const quiet = mg1(input);
    expect(vacationMg1(input, deterministic(2)).waitMean).toBeCloseTo(quiet.waitMean + 1, 12);
    const rare = { failRate: 1e-9, repair: exponential(3) };
    expect(breakdownMg1(input, rare).waitMean).toBeCloseTo(quiet.waitMean, 6);
    const stroll = symmetricPolling(2, { ...input, arrivalRate: 0.3 }, deterministic(1e-9));
    expect(stroll.waitMean).toBeCloseTo(quiet.waitMean, 6);
  });

  test('tickets hide who has left: more balk than where the line is seen', () => {
    const ticket = ticketQueue({ arrivalRate: 0.22, serviceRate: 0.2, servers: 1, patience: 4 });
    const seen = mmck({ arrivalRate: 0.22, serviceRate: 0.2, servers: 1, capacity: 5 });
    expect(seen.blocked).toBeCloseTo(0.208734, 6);
    expect(ticket.balked).toBeGreaterThan(seen.blocked);
    expect(ticket.utilisation).toBeCloseTo(1.1 * (1 - ticket.balked), 12);
  });

  test('the shorter of two lines lies between one common line and lines at random', () => {
    const wait = shortestOfTwoQueues(1.4, 1);
    expect(wait).toBeGreaterThan(mmc({ arrivalRate: 1.4, serviceRate: 1, servers: 2 }).waitMean);
    expect(wait).toBeLessThan(mm1({ arrivalRate: 0.7, serviceRate: 1 }).waitMean);
  });

  test('generalists serve the class that only they can serve first', () => {
    const hall = nDesign({
      firstRate: 0.4,
      secondRate: 0.5,
      serviceRate: 1,
      specialists: 1,
      generalists: 1,
    });
    expect(hall.secondWait).toBeGreaterThan(hall.firstWait);
    expect(hall.specialistUtilisation + hall.generalistsOnFirst).toBeCloseTo(0.4, 9);
  });

  test('nobody waits for the last appointment if there is one only', () => {
    const one = appointments({ slots: [0], shows: 1, serviceRate: 0.1 });
    expect(one).toEqual({ waits: [0], waitMean: 0, workAfterLast: 10 });
    const sparse = appointments({ slots: [0, 1e4], shows: 0.5, serviceRate: 0.1 });
    expect(sparse.waitMean).toBeCloseTo(0, 12);
    expect(sparse.workAfterLast).toBeCloseTo(5, 12);
  });

  test('any chain can be solved from its moves', () => {
    const loss = solveChain([0], ([n = 0]) => [
      { to: [n + 1], rate: n < 7 ? 4 : 0 },
      { to: [n - 1], rate: n },
    ]);
    expect(loss.mean(([n]) => (n === 7 ? 1 : 0))).toBeCloseTo(erlangB(7, 4), 14);
    expect(loss.states.length).toBe(8);
  });

  test('what is overloaded says so', () => {
    const calls: (() => unknown)[] = [
      () => unequalServers(2, [1, 1]),
      () => batchArrivals({ batchRate: 1, sizes: [0, 1], serviceRate: 1, servers: 2 }),
      () => retrialQueue({ arrivalRate: 2, serviceRate: 1, servers: 2, retrialRate: 1 }),
      () => shortestOfTwoQueues(2, 1),
      () => balkingQueue({ arrivalRate: 3, serviceRate: 1, servers: 2, joins: () => 1 }),
      () => vacationMg1({ arrivalRate: 1, service: exponential(1) }, exponential(1)),
      () => jacksonNetwork([{ arrivalRate: 2, serviceRate: 1, servers: 2, next: [0] }]),
      () => priorityMg1([{ arrivalRate: 1, service: exponential(1) }]),
    ];
    for (const call of calls) expect(call).toThrow(UnstableError);
  });
});
