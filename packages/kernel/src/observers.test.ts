import { describe, expect, it } from 'vitest';
import { Simulation } from './index.js';

/** Writes down every change as time:value. */
function notes(): { set: (time: number, value: number) => void; said: string[] } {
  const said: string[] = [];
  return { said, set: (time, value) => said.push(`${time}:${value}`) };
}

describe('what is observed', () => {
  it('is the level of a store of an amount, and who waits on either side', () => {
    const sim = new Simulation();
    const tank = sim.level('tank', { capacity: 10, start: 4 });
    const [level, getting, putting] = [notes(), notes(), notes()];
    tank.observe({ level, getting, putting });
    sim.start(function* () {
      yield sim.hold(1);
      yield tank.get(9, { patience: 5 });
    });
    sim.start(function* () {
      yield sim.hold(2);
      yield tank.put(8);
    });
    sim.start(function* () {
      yield sim.hold(7);
      yield tank.get(3);
    });
    sim.run();
    expect(level.said).toEqual(['0:4', '1:4', '2:4', '6:4', '7:9']);
    expect(getting.said).toEqual(['0:0', '1:1', '2:1', '6:0', '7:0']);
    expect(putting.said).toEqual(['0:0', '1:0', '2:1', '6:1', '7:0']);
  });

  it('is the number of things in a store, and who waits on either side', () => {
    const sim = new Simulation();
    const shelf = sim.store<string>('shelf', { capacity: 1 });
    const [size, taking, putting] = [notes(), notes(), notes()];
    shelf.observe({ size, taking, putting });
    sim.start(function* () {
      yield* shelf.take();
      yield sim.hold(3);
      yield* shelf.take();
    });
    sim.start(function* () {
      yield sim.hold(1);
      for (const thing of ['a', 'b', 'c']) yield shelf.put(thing);
    });
    sim.run();
    expect(size.said).toEqual(['0:0', '0:0', '1:0', '1:1', '1:1', '4:1']);
    expect(taking.said).toEqual(['0:0', '0:1', '1:0', '1:0', '1:0', '4:0']);
    expect(putting.said).toEqual(['0:0', '0:0', '1:0', '1:0', '1:1', '4:0']);
  });

  it('is the number of those whom a shared server serves', () => {
    const sim = new Simulation();
    const cpu = sim.sharing('cpu');
    const present = notes();
    cpu.observe({ present });
    for (const work of [1, 2]) {
      sim.start(function* () {
        yield cpu.serve(work);
      });
    }
    sim.run();
    expect(present.said).toEqual(['0:0', '0:1', '0:2', '2:1', '3:0']);
  });

  it('may be observed by several, each from when it begins', () => {
    const sim = new Simulation();
    const desk = sim.resource('desk');
    const [early, late] = [notes(), notes()];
    const waits: string[] = [];
    desk.observe({ busy: early, waits: { add: (wait) => waits.push(`early ${wait}`) } });
    const customer = () =>
      sim.start(function* () {
        yield desk.serve(2);
      });
    customer();
    customer();
    sim.run({ until: 1 });
    desk.observe({ busy: late, waits: { add: (wait) => waits.push(`late ${wait}`) } });
    sim.run();
    expect(waits).toEqual(['early 0', 'early 2', 'late 2']);
    expect(early.said.at(-1)).toBe('4:0');
    expect(late.said[0]).toBe('1:1');
    expect(early.said.slice(-late.said.length)).toEqual(late.said);
  });
});
