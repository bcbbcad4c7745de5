import { type Process, Simulation } from '@hallsim/kernel';
import { type Case, number } from '../cases.js';
import type { Answer } from '../row.js';
import { longRun, WARM_UP } from '../steady.js';
import type { World } from '../world.js';

/**
 * Two classes before one desk, the first one served first and with counters kept free for it;
 * everybody gives up after an exponential time.
 */
export function keptForTheFirst(one: Case, world: World): Answer {
  const servers = number(one, 'servers');
  const kept = number(one, 'reservedForClass1');
  const classes = [1, 2].map((nth) => ({
    gap: 1 / number(one, `lambda${nth}_per_min`),
    service: world.serviceMean(1 / number(one, `mu${nth}`)),
    patience: 1 / number(one, `abandonRate${nth}`),
    spare: nth === 1 ? 0 : kept,
  }));
  const measured = Number(/\[class (\d)\]/.exec(one.metric)?.[1] ?? 0) - 1;
  const shareOfMeasured =
    1 / (classes[measured]?.gap ?? NaN) / classes.reduce((sum, { gap }) => sum + 1 / gap, 0);
  const endless = world.mutant === 'endless-patience';
  return longRun(
    (seed, replication, size) => {
      const sim = new Simulation({ seed, replication });
      const desk = sim.resource('desk', { capacity: servers, line: 'priority' });
      let sum = 0;
      const count = (who: number, nth: number, value: number) => {
        if (who !== measured || nth < WARM_UP * shareOfMeasured) return;
        sum += value;
        sim.depart();
      };
      const streams = classes.map((_, who) => ({
        gaps: sim.stream(`gaps ${who}`),
        work: sim.stream(`work ${who}`),
        limits: sim.stream(`patience ${who}`),
      }));
      function* customer(who: number, nth: number): Process {
        const { service, patience, spare } = classes[who]!;
        const { work, limits } = streams[who]!;
        const came = sim.now;
        const limit = limits.exponential(patience);
        const outcome = yield desk.request({
          priority: who,
          spare,
          ...(endless ? {} : { patience: limit }),
        });
        const wait = sim.now - came;
        if (one.metric.startsWith('meanTimeInQueue')) count(who, nth, wait);
        else if (one.metric.startsWith('probWait')) count(who, nth, Number(wait > 0));
        else count(who, nth, Number(outcome === 'reneged'));
        if (outcome === 'reneged') return;
        yield sim.hold(work.exponential(service));
        desk.release();
      }
      function* door(who: number): Process {
        for (let nth = 0; ; nth++) {
          yield sim.hold(streams[who]!.gaps.exponential(classes[who]!.gap));
          sim.start(customer(who, nth));
        }
      }
      classes.forEach((_, who) => sim.start(door(who)));
      sim.run({ customers: size });
      return sum / size;
    },
    { customersPerUnit: 1 / shareOfMeasured },
  );
}
