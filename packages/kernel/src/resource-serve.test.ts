import { describe, expect, it } from 'vitest';
import { type Interrupted, Simulation } from './index.js';

describe('a service', () => {
  it('that is interrupted gives its server to the next, and says what was left of it', () => {
    const sim = new Simulation();
    const desk = sim.resource('desk');
    const seen: unknown[] = [];
    const handle = sim.start(function* () {
      try {
        yield desk.serve(10);
      } catch (error) {
        seen.push(sim.now, (error as Interrupted).remaining);
      }
    });
    sim.start(function* () {
      seen.push(yield desk.serve(1), sim.now);
    });
    sim.schedule(
      4,
      sim.on('call', () => handle.interrupt()),
    );
    sim.run();
    expect(seen).toEqual([4, 6, 'served', 5]);
  });

  it('that is cancelled gives its server to the next', () => {
    const sim = new Simulation();
    const desk = sim.resource('desk');
    const handle = sim.start(function* () {
      yield desk.serve(10);
    });
    sim.start(function* () {
      yield desk.serve(1);
    });
    sim.schedule(
      4,
      sim.on('call', () => handle.cancel()),
    );
    sim.run();
    expect([sim.now, desk.busy]).toEqual([5, 0]);
  });
});
