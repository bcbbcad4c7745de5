// Shows: two stations in a row with little room between them, as a network.
// Who is done at the counter keeps the clerk until there is a place at the cash desk.
// npm run build, then: node examples/tandem-blocking.mjs
import { exponential, network, poisson } from '@hallsim/kernel';
import { tandemBlocking } from '@hallsim/theory';

// minutes: 0.5 customers a minute; counter 2 clerks of 3, cash desk 1 clerk of 1.5 and 2 places to wait
const ARRIVALS = 0.5;
const line = network({
  sources: { door: { arrivals: poisson(ARRIVALS), to: 'counter' } },
  stations: {
    counter: { servers: 2, service: exponential(3) },
    cash: { servers: 1, service: exponential(1.5), places: 3, whenFull: 'block' },
  },
  routes: { counter: { cash: 1 } },
});
const { stations, sojourn, inside } = line.run({
  seed: 'tandem',
  customers: 300_000,
  warmUp: 2_000,
});
const { level, wait } = stations.counter;

const exact = tandemBlocking({
  arrivalRate: ARRIVALS,
  firstRate: 1 / 3,
  secondRate: 1 / 1.5,
  firstServers: 2,
  secondServers: 1,
  places: 3,
});
const row = (what, simulated, theory) =>
  console.log(what.padEnd(24), simulated.toFixed(3), theory.toFixed(3));
console.log(`${sojourn.count} customers`.padEnd(24), 'simulated, exact');
row('wait for the counter, min', wait.mean, exact.firstWaitMean);
row('both stations, min', sojourn.mean, exact.systemTimeMean);
row('clerks who cannot go on', level.present - level.waiting - level.busy, exact.blockedMean);
