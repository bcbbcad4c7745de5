// Shows: your own process, a generator that yields what it waits for.
// Two clerks, customers who leave after 12 minutes in line; one day, then what 200 days say.
// npm run build, then: node examples/own-process.mjs
import { Simulation } from '@hallsim/kernel';
import { Tally, meanInterval } from '@hallsim/stats';

const DAY = 480; // minutes

function day(replication) {
  const sim = new Simulation({ seed: 42, replication });
  const desk = sim.resource('desk', { capacity: 2 });
  const gaps = sim.stream('gaps');
  const work = sim.stream('work');
  const waits = new Tally();
  desk.observe({ waits });
  let came = 0;
  let lost = 0;

  function* customer() {
    came++;
    if ((yield desk.request({ patience: 12 })) === 'reneged') {
      lost++;
      return;
    }
    yield sim.hold(work.exponential(4));
    desk.release();
  }
  function* door() {
    for (;;) {
      yield sim.hold(gaps.exponential(2.2));
      sim.start(customer());
    }
  }
  sim.start(door());
  sim.run({ until: DAY });
  return { came, lost, wait: waits.mean, longest: waits.max };
}

const one = day(0);
console.log(`one day: ${one.came} came, ${one.lost} left without service`);
console.log(`wait: mean ${one.wait.toFixed(2)} min, longest ${one.longest.toFixed(2)} min`);

const means = Float64Array.from({ length: 200 }, (_, replication) => day(replication).wait);
const { value, low, high } = meanInterval(means, 0.95);
const [mean, from, to] = [value, low, high].map((minutes) => minutes?.toFixed(2));
console.log(`200 days: mean wait ${mean} min (${from} to ${to})`);
