import type { Stream } from '@hallsim/kernel';
import { type Case, number, numbers } from '../cases.js';
import { Fifo } from '../fifo.js';
import { type Hall, levelOf, meanOf } from '../handlers.js';
import type { Answer } from '../row.js';
import { longRun } from '../steady.js';
import type { World } from '../world.js';

/** Counters that open when the line is long and close when it is short. */
export function thresholdOpening(one: Case, world: World): Answer {
  const arrivals = number(one, 'lambda_per_min');
  const service = world.serviceMean(1 / number(one, 'mu_per_min'));
  const [least, most, openAt, closeAt] = [
    'minServers',
    'maxServers',
    'openWhenQueueAtLeast',
    'closeWhenQueueAtMost',
  ].map((name) => number(one, name)) as [number, number, number, number];
  const model = (hall: Hall) => {
    const gaps = hall.stream('gaps');
    const work = hall.stream('work');
    const line = new Fifo();
    let open = least;
    let busy = 0;
    let called = 0;
    hall.setLevel(open);
    const call = () => {
      busy++;
      hall.count(called++, hall.now - line.shift());
      hall.schedule(work.exponential(service), free);
    };
    const free = hall.on('end of service', () => {
      busy--;
      if (line.size <= closeAt && open > least) hall.setLevel(--open);
      else if (line.size > 0) call();
    });
    const arrive = hall.on('arrival', () => {
      line.push(hall.now);
      if (busy < open) call();
      else if (line.size >= openAt && open < most) {
        hall.setLevel(++open);
        call();
      }
      hall.schedule(gaps.exponential(1 / arrivals), arrive);
    });
    hall.schedule(gaps.exponential(1 / arrivals), arrive);
  };
  return longRun(one.metric === 'meanWait' ? meanOf(model) : levelOf(arrivals, model));
}

/** Two pools: one class is served by both, the other by the second pool only, which serves it first. */
export function nDesign(one: Case, world: World): Answer {
  const arrivals = [number(one, 'lambda1_per_min'), number(one, 'lambda2_per_min')];
  const [mean11, mean12, mean22] = ['mu11', 'mu12', 'mu22'].map((name) =>
    world.serviceMean(1 / number(one, name)),
  ) as [number, number, number];
  const pools = [number(one, 'pool1'), number(one, 'pool2')] as [number, number];
  const ofClass = /\[class (\d)\]/.exec(one.metric)?.[1];
  const model = (hall: Hall) => {
    const gaps = ['gaps 1', 'gaps 2'].map((name) => hall.stream(name)) as [Stream, Stream];
    const work = hall.stream('work');
    const lines = [new Fifo(), new Fifo()] as [Fifo, Fifo];
    const busy = [0, 0] as [number, number];
    const called = [0, 0] as [number, number];
    let lent = 0;
    const observe = () =>
      hall.setLevel(one.metric === 'meanPool2ServersOnClass1' ? lent : busy[0] / pools[0]);
    const start = (who: 0 | 1, pool: 0 | 1) => {
      const wait = hall.now - lines[who].shift();
      if (ofClass === String(who + 1)) hall.count(called[who]++, wait);
      busy[pool]++;
      if (who === 0 && pool === 1) lent++;
      observe();
      const mean = who === 1 ? mean22 : pool === 0 ? mean11 : mean12;
      hall.schedule(work.exponential(mean), free, 2 * who + pool);
    };
    const free = hall.on('end of service', (code) => {
      const pool = (code & 1) as 0 | 1;
      busy[pool]--;
      if (code === 1) lent--;
      observe();
      if (pool === 1 && lines[1].size > 0) start(1, 1);
      else if (lines[0].size > 0) start(0, pool);
    });
    const arrive = hall.on('arrival', (code) => {
      const who = code as 0 | 1;
      lines[who].push(hall.now);
      if (who === 0 && busy[0] < pools[0]) start(0, 0);
      else if (busy[1] < pools[1]) start(who, 1);
      comeAgain(who);
    });
    const comeAgain = (who: 0 | 1) =>
      hall.schedule(gaps[who].exponential(1 / (arrivals[who] ?? 0)), arrive, who);
    comeAgain(0);
    comeAgain(1);
  };
  const perMinute = (arrivals[0] ?? 0) + (arrivals[1] ?? 0);
  if (ofClass === undefined) return longRun(levelOf(perMinute, model));
  // a run is as long as it takes the class that is looked at
  const share = (arrivals[Number(ofClass) - 1] ?? 0) / perMinute;
  return longRun(meanOf(model), { customersPerUnit: 1 / share });
}

/** Servers of different speed; who comes takes the fastest who is free. */
export function unequalServers(one: Case, world: World): Answer {
  const arrivals = number(one, 'lambda_per_min');
  const means = numbers(one, 'mu_each').map((perMinute) => world.serviceMean(1 / perMinute));
  const fastest = means.map((_, i) => i).sort((a, b) => (means[a] ?? 0) - (means[b] ?? 0));
  const measured = Number(/\[server (\d)\]/.exec(one.metric)?.[1] ?? -1);
  const model = (hall: Hall) => {
    const gaps = hall.stream('gaps');
    const work = hall.stream('work');
    const line = new Fifo();
    const atWork = means.map(() => false);
    let called = 0;
    let busy = 0;
    const observe = () =>
      hall.setLevel(measured >= 0 ? Number(atWork[measured]) : Number(busy === means.length));
    const start = (server: number) => {
      atWork[server] = true;
      busy++;
      hall.count(called++, hall.now - line.shift());
      hall.schedule(work.exponential(means[server] ?? 0), free, server);
    };
    const free = hall.on('end of service', (server) => {
      atWork[server] = false;
      busy--;
      if (line.size > 0) start(server);
      observe();
    });
    const arrive = hall.on('arrival', () => {
      line.push(hall.now);
      const server = fastest.find((i) => atWork[i] === false);
      if (server !== undefined) start(server);
      observe();
      hall.schedule(gaps.exponential(1 / arrivals), arrive);
    });
    hall.schedule(gaps.exponential(1 / arrivals), arrive);
  };
  return longRun(one.metric === 'meanWait' ? meanOf(model) : levelOf(arrivals, model));
}

/**
 * Everybody draws a ticket; who sees too many numbers between theirs and the last one called leaves,
 * but the number stays.
 */
export function ticketQueue(one: Case, world: World): Answer {
  const arrivals = number(one, 'lambda_per_min');
  const servers = number(one, 'servers');
  const service = world.serviceMean(1 / number(one, 'mu_per_min'));
  const patience = number(one, 'patienceTickets');
  const balks = one.metric === 'probBalk';
  const model = (hall: Hall) => {
    const gaps = hall.stream('gaps');
    const work = hall.stream('work');
    const tickets = new Fifo();
    const times = new Fifo();
    let issued = 0;
    let lastCalled = 0;
    let busy = 0;
    let served = 0;
    const call = () => {
      busy++;
      lastCalled = tickets.shift();
      const wait = hall.now - times.shift();
      if (!balks) hall.count(served++, wait);
      hall.schedule(work.exponential(service), free);
      hall.setLevel(busy / servers);
    };
    const free = hall.on('end of service', () => {
      busy--;
      hall.setLevel(busy / servers);
      if (times.size > 0) call();
      else lastCalled = issued; // the rest is called, and nobody comes
    });
    const arrive = hall.on('arrival', () => {
      issued++;
      const joins = busy < servers || issued - lastCalled <= patience;
      if (balks) hall.count(issued - 1, Number(!joins));
      if (joins) {
        tickets.push(issued);
        times.push(hall.now);
        if (busy < servers) call();
      }
      hall.schedule(gaps.exponential(1 / arrivals), arrive);
    });
    hall.schedule(gaps.exponential(1 / arrivals), arrive);
  };
  return longRun(one.metric === 'utilisation' ? levelOf(arrivals, model) : meanOf(model));
}
