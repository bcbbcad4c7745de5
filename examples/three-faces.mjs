// Shows: one queue written three times, with handlers, with processes and as a network.
// The streams have the same names, so the customers are the same, and so is every bit of the result.
// npm run build, then: node examples/three-faces.mjs
import { exponential, network, RANK, Simulation } from '@hallsim/kernel';

const SEED = 'faces';
const CUSTOMERS = 100_000;
const GAP = 1.25; // minutes, mean
const SERVICE = 1; // minutes, mean

/** Integers and functions: nothing is allocated while it runs. */
function handlers() {
  const sim = new Simulation({ seed: SEED });
  const gaps = sim.stream('door/arrivals');
  const service = sim.stream('door/service');
  const joined = new Float64Array(CUSTOMERS);
  const work = new Float64Array(CUSTOMERS);
  let inside = 0;
  let waits = 0;

  const arrive = sim.on('arrive', (customer) => {
    joined[customer] = sim.now;
    work[customer] = service.exponential(SERVICE);
    if (inside++ === 0) begin(customer);
    if (customer + 1 < CUSTOMERS) sim.schedule(gaps.exponential(GAP), arrive, customer + 1);
  });
  const finish = sim.on('finish', (customer) => {
    if (--inside > 0) begin(customer + 1);
  });
  function begin(customer) {
    waits += sim.now - joined[customer];
    sim.schedule(work[customer], finish, customer, RANK.completion);
  }
  sim.schedule(gaps.exponential(GAP), arrive, 0);
  sim.run();
  return waits / CUSTOMERS;
}

/** A customer's story, told in order. */
function processes() {
  const sim = new Simulation({ seed: SEED });
  const desk = sim.resource('desk');
  const gaps = sim.stream('door/arrivals');
  const service = sim.stream('door/service');
  let waits = 0;

  function* customer() {
    const joined = sim.now;
    const work = service.exponential(SERVICE);
    yield desk.request();
    waits += sim.now - joined;
    yield sim.hold(work);
    desk.release();
  }
  function* door() {
    for (let i = 0; i < CUSTOMERS; i++) {
      yield sim.hold(gaps.exponential(GAP));
      sim.start(customer);
    }
  }
  sim.start(door);
  sim.run();
  return waits / CUSTOMERS;
}

/** Declared, not programmed. */
function declared() {
  const hall = network({
    sources: { door: { arrivals: { every: exponential(GAP) }, to: 'desk' } },
    stations: { desk: { servers: 1, service: exponential(SERVICE) } },
  });
  return hall.run({ seed: SEED, customers: CUSTOMERS }).stations.desk.wait.mean;
}

console.log(`handlers   ${handlers()} min`);
console.log(`processes  ${processes()} min`);
console.log(`network    ${declared()} min`);
