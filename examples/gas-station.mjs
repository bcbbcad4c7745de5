// Shows: a gas station. Cars wait for an amount (fuel in a tank), its owner for a thing (a tanker).
// Who finds too little fuel waits at the pump until more is brought.
// npm run build, then: node examples/gas-station.mjs
import { Simulation } from '@hallsim/kernel';
import { Level, Tally } from '@hallsim/stats';

// minutes and litres
const sim = new Simulation({ seed: 'gas station' });
const pumps = sim.resource('pumps', { capacity: 3 });
const tank = sim.level('tank', { capacity: 3000, start: 3000 });
const depot = sim.store('depot');
const order = sim.signal('order');
const gaps = sim.stream('gaps');
const litres = sim.stream('litres');
const fuel = new Level(sim.now, tank.level);
const minutes = new Tally();
let droveOn = 0;
let waitedForFuel = 0;

function* car() {
  const came = sim.now;
  if ((yield pumps.request({ patience: 10 })) === 'reneged') {
    droveOn++;
    return;
  }
  const wanted = litres.uniform(20, 55);
  if (tank.level < wanted) waitedForFuel++;
  yield tank.get(wanted);
  fuel.set(sim.now, tank.level);
  if (tank.level < 900) order.fire();
  yield sim.hold(1 + wanted / 40); // a minute to pay, 40 litres a minute
  pumps.release();
  minutes.add(sim.now - came);
}

function* street() {
  for (;;) {
    yield sim.hold(gaps.exponential(1.2));
    sim.start(car);
  }
}

function* owner() {
  for (;;) {
    yield order;
    const tanker = yield* depot.take(); // the first that is back
    yield sim.hold(25);
    const clock = `${Math.floor(sim.now / 60)}:${String(Math.floor(sim.now % 60)).padStart(2, '0')}`;
    console.log(`${clock} ${tanker.name} brings ${tanker.load} l to ${tank.level.toFixed(0)} l`);
    yield tank.put(tanker.load); // as soon as all of it has room
    fuel.set(sim.now, tank.level);
    sim.start(wayBack(tanker));
  }
}

function* wayBack(tanker) {
  yield sim.hold(120); // and loading
  yield depot.put(tanker);
}

sim.start(function* morning() {
  yield depot.put({ name: 'small tanker', load: 1500 });
  yield depot.put({ name: 'large tanker', load: 2000 });
});
sim.start(owner);
sim.start(street);
sim.run({ until: 480 });

fuel.observeUntil(sim.now);
console.log(`${minutes.count} cars in 8 hours, ${minutes.mean.toFixed(1)} min each`);
console.log(`${waitedForFuel} waited for fuel, ${droveOn} did not wait for a pump`);
console.log(`in the tank: mean ${fuel.mean.toFixed(0)} l, least ${fuel.min.toFixed(0)} l`);
