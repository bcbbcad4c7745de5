// Shows: a car wash whose machine breaks down at work; the car in it waits and is then finished.
// Breakdowns are an option of the resource: the customer's process does not know of them.
// npm run build, then: node examples/car-wash-breakdowns.mjs
import { exponential, Simulation } from '@hallsim/kernel';
import { Tally } from '@hallsim/stats';
import { breakdownMg1, deterministic, exponential as exponentialLaw } from '@hallsim/theory';

// minutes: a wash takes 5; a breakdown after 60 of work on average, repaired in 15
const WASH = 5;
const UP = 60;
const REPAIR = 15;

function season(machines, gap) {
  const sim = new Simulation({ seed: 'car wash' });
  const wash = sim.resource('wash', {
    capacity: machines,
    breakdowns: { up: exponential(UP), repair: exponential(REPAIR), rule: 'resume' },
  });
  const gaps = sim.stream('gaps');
  const inside = new Tally();

  function* car() {
    const came = sim.now;
    yield wash.serve(WASH);
    inside.add(sim.now - came);
  }
  function* road() {
    for (;;) {
      yield sim.hold(gaps.exponential(gap));
      sim.start(car);
    }
  }
  sim.start(road);
  sim.run({ until: 1_000_000 });
  return inside;
}

const exact = breakdownMg1(
  { arrivalRate: 1 / 9, service: deterministic(WASH) },
  { failRate: 1 / UP, repair: exponentialLaw(REPAIR) },
);
const one = season(1, 9);
console.log(`one machine, a car every 9 min: ${one.count} cars`);
console.log(
  `  time at the wash, min: ${one.mean.toFixed(2)}, exact ${exact.systemTimeMean.toFixed(2)}`,
);
const two = season(2, 4.5);
console.log(`two machines, a car every 4.5 min: ${two.count} cars`);
console.log(`  time at the wash, min: ${two.mean.toFixed(2)}, no formula`);
