// Shows: batch arrival and batch service. Parties come together, a ferry takes up to 8 people at once.
// Its deck is a resource with no units except while it boards.
// npm run build, then: node examples/ferry-batches.mjs
import { arrivalTimes, discrete, exponential, Simulation } from '@hallsim/kernel';
import { Histogram, Level, Tally } from '@hallsim/stats';

// minutes: a party every 5, a crossing takes 6 in each direction
const SEATS = 8;
const CROSSING = 6;
const party = discrete([
  [1, 0.5],
  [2, 0.3],
  [4, 0.2],
]);

const sim = new Simulation({ seed: 'ferry' });
const deck = sim.resource('deck', { capacity: 0 });
const landing = sim.signal('landing');
const waits = new Tally();
const longWaits = new Histogram();
const line = new Level(sim.now, 0);
const aboard = new Tally();
let full = 0;
deck.observe({ waits, waiting: line });
deck.observe({ waits: longWaits });

function* passenger() {
  yield deck.request();
  yield landing;
  deck.release();
}

function* road() {
  const arrivals = { every: exponential(5), batch: party, until: 100_000 };
  for (const time of arrivalTimes(arrivals, sim.stream('road'))) {
    yield sim.holdUntil(time); // the same time for all of a party
    sim.start(passenger);
  }
}

function* ferry() {
  while (sim.now < 100_000) {
    deck.setCapacity(SEATS); // who waits goes aboard, in order
    deck.setCapacity(0); // who comes now waits, who is aboard stays
    aboard.add(deck.busy);
    if (deck.busy === SEATS) full++;
    yield sim.hold(CROSSING);
    landing.fire();
    yield sim.hold(CROSSING); // and back, empty
  }
}

sim.start(road);
sim.start(ferry);
sim.run({ until: 100_000 });
line.observeUntil(sim.now);

const perTrip = ((2 * CROSSING) / 5) * party.mean;
console.log(`aboard ${aboard.mean.toFixed(2)} on average (who comes, goes: ${perTrip.toFixed(2)})`);
console.log(`full on ${((100 * full) / aboard.count).toFixed(0)} % of the trips`);
console.log(
  `wait ${waits.mean.toFixed(1)} min, one in ten ${longWaits.quantile(0.9).toFixed(1)} or more`,
);
console.log(`on the quay ${line.mean.toFixed(1)}, at most ${line.max}`);
