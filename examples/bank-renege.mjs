// Shows: a bank whose customers lose patience (renege), by processes.
// Patience stands in the request, its end is an outcome of the yield; beside it Erlang A, exactly.
// npm run build, then: node examples/bank-renege.mjs
import { Simulation } from '@hallsim/kernel';
import { Level, Tally } from '@hallsim/stats';
import { erlangA } from '@hallsim/theory';

// minutes: 3 tellers of 5 each could serve 0.6 a minute; 0.7 a minute come
const GAP = 1 / 0.7;
const SERVICE = 5;
const PATIENCE = 8;
const TELLERS = 3;

const sim = new Simulation({ seed: 'bank' });
const tellers = sim.resource('tellers', { capacity: TELLERS });
const gaps = sim.stream('gaps');
const patience = sim.stream('patience');
const service = sim.stream('service');
const outcomes = { served: 0, reneged: 0 };

function* customer() {
  const outcome = yield tellers.request({ patience: patience.exponential(PATIENCE) });
  outcomes[outcome === 'granted' ? 'served' : 'reneged']++;
  if (outcome !== 'granted') return;
  yield sim.hold(service.exponential(SERVICE));
  tellers.release();
}

function* door() {
  for (;;) {
    yield sim.hold(gaps.exponential(GAP));
    sim.start(customer);
  }
}

sim.start(door);
const wait = new Tally();
const line = new Level();
tellers.observe({ waits: wait, waiting: line });
sim.run({ until: 300_000 });
line.observeUntil(sim.now);

const exact = erlangA({
  arrivalRate: 1 / GAP,
  serviceRate: 1 / SERVICE,
  servers: TELLERS,
  patienceMean: PATIENCE,
});
const { served, reneged } = outcomes;
const row = (what, simulated, theory, digits) =>
  console.log(what.padEnd(24), simulated.toFixed(digits), theory.toFixed(digits));
console.log(`${served + reneged} customers`.padEnd(24), 'simulated, exact');
row('share who leave', reneged / (served + reneged), exact.abandoned, 4);
row('wait of the served, min', wait.mean, exact.waitMean, 3);
row('people in line', line.mean, exact.queueMean, 3);
