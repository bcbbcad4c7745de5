import { expect, it } from 'vitest';
import { type Process, Simulation } from './index.js';

/** A run as a lesson shows it: what processes do, and what comes of it. */
function told(model: (sim: Simulation) => void): string[] {
  const sim = new Simulation();
  const lines: string[] = [];
  sim.trace = ({ time, event, who, what = '' }) => {
    if (who !== undefined) lines.push(`${time} ${who.replace(/ \(.*/, '')}: ${event} ${what}`);
  };
  model(sim);
  sim.run();
  return lines;
}

it('a trace tells the commands of each process by its name, and what comes of its waits', () => {
  const lines = told((sim) => {
    const desk = sim.resource('desk');
    function* customer(patience: number): Process {
      if ((yield desk.request({ patience })) === 'reneged') return;
      yield sim.hold(5);
      desk.release();
    }
    sim.start(customer(9), { name: 'Ann' });
    sim.start(customer(9), { name: 'Bo' });
    sim.start(customer(3), { name: 'Cy' });
  });
  expect(lines).toEqual([
    '0 Ann: process started',
    '0 Ann: request desk',
    '0 Ann: hold ',
    '0 Bo: process started',
    '0 Bo: request desk',
    '0 Cy: process started',
    '0 Cy: request desk',
    '3 Cy: process reneged',
    '5 Ann: hold elapsed',
    '5 Ann: release desk',
    '5 Bo: process granted',
    '5 Bo: hold ',
    '10 Bo: hold elapsed',
    '10 Bo: release desk',
  ]);
});

it('a trace tells of stores, services and interrupts, too', () => {
  const lines = told((sim) => {
    const tank = sim.level('tank');
    const desk = sim.resource('desk');
    const sleeper = sim.start(
      function* () {
        yield tank.put(3);
        yield desk.serve(2);
        try {
          yield sim.hold(9);
        } catch {
          yield tank.get(3);
        }
      },
      { name: 'Ann' },
    );
    sim.schedule(
      4,
      sim.on('phone', () => sleeper.interrupt()),
    );
  });
  expect(lines).toEqual([
    '0 Ann: process started',
    '0 Ann: put tank',
    '0 Ann: serve desk',
    '2 Ann: process served',
    '2 Ann: hold ',
    '4 Ann: process interrupted',
    '4 Ann: get tank',
  ]);
});

it('the history of a run is the same with a trace and without', () => {
  const history = (trace: boolean) => {
    const sim = new Simulation({ seed: 'trace' });
    const desk = sim.resource('desk', { line: 'preemptive' });
    const seen: number[] = [];
    for (let i = 0; i < 50; i++) {
      const stream = sim.stream(`customer ${i}`);
      sim.start(function* () {
        yield sim.hold(stream.exponential(20));
        yield desk.serve(stream.exponential(1), { priority: stream.pick(3) });
        seen.push(sim.now);
      });
    }
    if (trace) sim.trace = () => undefined;
    sim.run();
    return seen;
  };
  expect(history(true)).toEqual(history(false));
});
