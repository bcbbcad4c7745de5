/**
 * The queue of w1.json and w2.json in the other face of the kernel: one process a customer.
 *
 * @param kernel `Simulation`: taken as an argument, as benches run what is built and tests what is
 *   written
 * @param seen called with each customer's wait, when service begins
 */
export function queueOfProcesses({ Simulation }, { seed, customers, arrivals, servers }, seen) {
  const sim = new Simulation({ seed });
  const desk = sim.resource('desk', { capacity: servers });
  const gaps = sim.stream('gaps');
  const work = sim.stream('work');

  function* customer() {
    const joined = sim.now;
    yield desk.request();
    seen(sim.now - joined);
    yield sim.hold(work.exponential(1));
    desk.release();
  }
  function* door() {
    for (let i = 0; i < customers; i++) {
      yield sim.hold(gaps.exponential(1 / arrivals));
      sim.start(customer);
    }
  }
  sim.start(door);
  sim.run();
}
