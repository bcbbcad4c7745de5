import {
  exponential,
  gamma,
  type Process,
  type ProcessHandle,
  type Resource,
  Simulation,
} from '@hallsim/kernel';
import { BitHash } from './hash.js';

/**
 * Customers as processes, with all that may befall them: lines of every order, patience, preemption,
 * breakdowns, a schedule, jockeying, interrupts, cancels, stores, sharing and conditions. Returns the
 * fingerprint of what the trace tells.
 */
export function processHistory(): string {
  const sim = new Simulation({ seed: 'riverside', replication: 1 });
  const hash = new BitHash();
  const told = (text: string) => [...text].map((letter) => letter.codePointAt(0)!);
  sim.trace = ({ time, event, who = '', what = '' }) =>
    hash.addAll([time, ...told(`${event} ${who} ${what}`)]);
  const stream = sim.stream('customers');
  const up = exponential(30);
  const desks: Resource[] = [
    sim.resource('plain'),
    sim.resource('random', { line: 'random', limit: 1 }),
    sim.resource('last', {
      line: 'last-come',
      schedule: [
        [0, 2],
        [90, 0],
        [120, 1],
      ],
      rule: 'hand-over',
    }),
    sim.resource('important', { line: 'preemptive' }),
    sim.resource('credit', { rank: (who, now) => (who.joined - now) * (1 + who.priority) }),
    sim.resource('fragile', { capacity: 2, breakdowns: { up, repair: gamma(5, 0.5) } }),
  ];
  const cpu = sim.sharing('cpu');
  const tank = sim.level('tank', { capacity: 20, start: 5 });
  const shelf = sim.store<number>('shelf', { capacity: 3 });
  const bell = sim.signal('bell');

  function* customer(n: number): Process {
    const desk = desks[stream.pick(desks.length)]!;
    const work = stream.exponential(4);
    const priority = stream.pick(3);
    const onPreempt = n % 2 === 0 ? 'lose' : 'restart';
    yield desk.serve(work, { priority, onPreempt, patience: stream.exponential(9) });
    yield cpu.serve(stream.exponential(0.5));
    if (n % 3 === 0) yield sim.any(bell, sim.timeout(stream.exponential(5)));
    else if (n % 3 === 1) yield tank.get(1 + stream.pick(3), { patience: 20 });
    else yield* shelf.take({ filter: (thing) => thing % 2 === n % 2, patience: 6 });
    sim.depart();
  }
  function* supplier(): Process {
    for (let n = 0; ; n++) {
      yield sim.hold(stream.exponential(3));
      yield tank.put(2, { patience: 1 });
      yield shelf.put(n, { patience: 1 });
      if (n % 5 === 0) bell.fire();
    }
  }
  function* door(): Process {
    const earlier: ProcessHandle[] = [];
    for (let n = 0; ; n++) {
      yield sim.hold(stream.exponential(1.5));
      earlier.push(
        sim.start(function* () {
          try {
            yield* customer(n);
          } catch (error) {
            if (!(error instanceof Error)) throw error;
            yield sim.hold(0.5);
          }
        }),
      );
      const other = earlier[Math.max(0, n - stream.pick(6))]!;
      if (n % 7 === 0) desks[0]!.move(other, desks[3]!);
      if (n % 5 === 0) other.interrupt('alarm');
      if (n % 6 === 0) other.cancel();
    }
  }
  sim.start(supplier);
  sim.start(door);
  sim.run({ until: 1_000 });
  return hash.addAll([sim.now, sim.pending, sim.departed]).toString();
}
