import { type Case, number, numbers } from '../cases.js';
import type { Answer } from '../row.js';
import { rate } from '../spreads.js';
import { longRun } from '../steady.js';
import type { World } from '../world.js';

/** From the beginning of one session to that of the next: everybody has left long before. */
const APART = 3000;

/** Customers with an appointment: the same times again and again, far apart. */
export function appointments(one: Case, world: World): Answer {
  const slots = numbers(one, 'slotTimes_min');
  const last = slots[slots.length - 1] ?? 0;
  return longRun(
    (seed, replication, size) => {
      const times = Array.from({ length: size }, (_, session) =>
        slots.map((slot) => session * APART + slot),
      ).flat();
      const net = world.network({
        sources: { list: { arrivals: { times }, to: 'desk' } },
        stations: {
          desk: { servers: number(one, 'servers'), service: rate(number(one, 'mu_per_min')) },
        },
      });
      const customers = times.length;
      if (one.metric === 'meanWaitOverShows') {
        return net.run({ seed, replication, customers, observe: [] }).stations.desk.wait.mean;
      }
      let sum = 0;
      net.run({
        seed,
        replication,
        customers,
        observe: [],
        onVisit: (visit) => {
          if (visit.number % slots.length !== slots.length - 1) return;
          const session = (visit.number + 1) / slots.length - 1;
          // whoever has the last slot leaves last: first come, first served
          sum +=
            one.metric === 'meanWaitLastSlot'
              ? visit.started - visit.joined
              : visit.ended - (session * APART + last);
        },
      });
      return sum / size;
    },
    { unit: 'sessions', customersPerUnit: slots.length, atLeast: 500 },
  );
}
