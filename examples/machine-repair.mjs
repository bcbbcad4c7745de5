// Shows: machine repair, a fixed number of customers who come again and again.
// Each machine is a process for ever; observation begins when the warm-up is over.
// npm run build, then: node examples/machine-repair.mjs
import { Simulation } from '@hallsim/kernel';
import { Level, Tally } from '@hallsim/stats';
import { finiteSource } from '@hallsim/theory';

// hours: 12 machines run 60 on average, a repair takes 8, and there are 2 repairers
const MACHINES = 12;
const UP = 60;
const REPAIR = 8;
const REPAIRERS = 2;

const sim = new Simulation({ seed: 'workshop' });
const crew = sim.resource('crew', { capacity: REPAIRERS });

function* machine(number) {
  const up = sim.stream(`machine ${number} up`);
  const repair = sim.stream(`machine ${number} repair`);
  for (;;) {
    yield sim.hold(up.exponential(UP));
    yield crew.serve(repair.exponential(REPAIR));
  }
}

for (let number = 0; number < MACHINES; number++) sim.start(machine(number));

const WARM_UP = 2_000;
const END = 602_000;
sim.run({ until: WARM_UP });
const waits = new Tally();
const waiting = new Level(sim.now, crew.waiting);
const busy = new Level(sim.now, crew.busy);
crew.observe({ waits, waiting, busy });
sim.run({ until: END });
waiting.observeUntil(sim.now);
busy.observeUntil(sim.now);

const exact = finiteSource({
  population: MACHINES,
  arrivalRateEach: 1 / UP,
  serviceRate: 1 / REPAIR,
  servers: REPAIRERS,
});
const row = (what, simulated, theory) =>
  console.log(what.padEnd(24), simulated.toFixed(3), theory.toFixed(3));
console.log(`${waits.count} repairs`.padEnd(24), 'simulated, exact');
row('wait for a repairer, h', waits.mean, exact.waitMean);
row('machines down', waiting.mean + busy.mean, exact.systemMean);
row('a repairer is busy', busy.mean / REPAIRERS, exact.utilisation);
row('repairs a day', (24 * waits.count) / (END - WARM_UP), 24 * exact.throughput);
