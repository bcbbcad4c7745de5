import { exponential, type Process, Simulation } from '@hallsim/kernel';
import { type Case, number } from '../cases.js';
import { Fifo } from '../fifo.js';
import { meanOf } from '../handlers.js';
import type { Answer } from '../row.js';
import { longRun, WARM_UP } from '../steady.js';
import type { World } from '../world.js';

/** A server who takes a break whenever the line is empty, and another one if it still is. */
export function vacations(one: Case, world: World): Answer {
  const gap = 1 / number(one, 'lambda_per_min');
  const service = world.serviceMean(1 / number(one, 'mu_per_min'));
  const vacation = number(one, 'vacationMean_min');
  return longRun(
    meanOf((hall) => {
      const gaps = hall.stream('gaps');
      const work = hall.stream('work');
      const breaks = hall.stream('breaks');
      const line = new Fifo();
      let called = 0;
      const next = () => {
        if (line.size === 0) hall.schedule(breaks.exponential(vacation), free);
        else {
          hall.count(called++, hall.now - line.shift());
          hall.schedule(work.exponential(service), free);
        }
      };
      const free = hall.on('server is back or free', next);
      const arrive = hall.on('arrival', () => {
        line.push(hall.now);
        hall.schedule(gaps.exponential(gap), arrive);
      });
      hall.schedule(gaps.exponential(gap), arrive);
      next();
    }),
  );
}

/** A server who goes round two lines and stays at each until it is empty. */
export function polling(one: Case, world: World): Answer {
  const gap = 1 / number(one, 'lambdaEach_per_min');
  const service = world.serviceMean(1 / number(one, 'mu_per_min'));
  const way = number(one, 'switchMean_min');
  const queues = number(one, 'queues');
  return longRun(
    meanOf((hall) => {
      const gaps = Array.from({ length: queues }, (_, i) => hall.stream(`gaps ${i}`));
      const work = hall.stream('work');
      const ways = hall.stream('ways');
      const lines = gaps.map(() => new Fifo());
      let at = 0;
      let called = 0;
      const next = () => {
        const line = lines[at];
        if (line === undefined || line.size === 0) {
          at = (at + 1) % queues;
          hall.schedule(ways.exponential(way), free);
        } else {
          hall.count(called++, hall.now - line.shift());
          hall.schedule(work.exponential(service), free);
        }
      };
      const free = hall.on('server is there or free', next);
      const arrive = hall.on('arrival', (queue) => {
        lines[queue]?.push(hall.now);
        comeAgain(queue);
      });
      const comeAgain = (queue: number) =>
        hall.schedule(gaps[queue]?.exponential(gap) ?? 0, arrive, queue);
      gaps.forEach((_, queue) => comeAgain(queue));
      next();
    }),
  );
}

/** A server who breaks down, idle or only at work, and then goes on where they were. */
export function breakdowns(one: Case, world: World): Answer {
  const [gap, mean, up, repair] = [
    'lambda_per_min',
    'mu_per_min',
    'failRate_per_min',
    'repairRate_per_min',
  ].map((name) => 1 / number(one, name)) as [number, number, number, number];
  const service = world.serviceMean(mean);
  const whenIdle = one.params['failsWhenIdle'] === true;
  const inSystem = one.metric === 'meanNumberInSystem';
  return longRun((seed, replication, size) => {
    const sim = new Simulation({ seed, replication });
    const desk = sim.resource('desk', {
      capacity: number(one, 'servers'),
      breakdowns: {
        up: exponential(up),
        repair: exponential(repair),
        whenIdle,
        rule: 'resume',
      },
    });
    const gaps = sim.stream('gaps');
    const work = sim.stream('work');
    let area = 0;
    let people = 0;
    let since = 0;
    const change = (by: number) => {
      area += (sim.now - since) * people;
      since = sim.now;
      people += by;
    };
    let timeSum = 0;
    function* customer(nth: number): Process {
      const came = sim.now;
      change(1);
      yield desk.serve(work.exponential(service));
      change(-1);
      if (nth < WARM_UP) return;
      timeSum += sim.now - came;
      sim.depart();
    }
    function* door(): Process {
      for (let nth = 0; ; nth++) {
        yield sim.hold(gaps.exponential(gap));
        sim.start(customer(nth));
      }
    }
    sim.start(door());
    if (!inSystem) {
      sim.run({ customers: size });
      return timeSum / size;
    }
    const from = WARM_UP * gap;
    sim.run({ until: from });
    change(0);
    area = 0;
    sim.run({ until: from + size * gap });
    change(0);
    return area / (size * gap);
  });
}
