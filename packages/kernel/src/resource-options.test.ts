import { describe, expect, it } from 'vitest';
import { type Process, Simulation } from './index.js';

describe('options that make no sense', () => {
  it.each([
    [{ capacity: -1 }, /capacity of "desk" is -1: give a whole number of at least 0/],
    [{ capacity: 1.5 }, /capacity of "desk" is 1.5/],
    [{ limit: -1 }, /limit of "desk" is -1/],
    [{ schedule: [] }, /schedule of "desk" is \[\]: give at least one step/],
    [{ rank: 3 as never }, /rank of "desk" is 3: give a function/],
    [{ line: 'fifo' as 'random' }, /line of "desk" is "fifo": there are first-come, last-come/],
    [
      { line: 'random' as const, rank: () => 0 },
      /line of "desk" is "random": leave it out with a rank/,
    ],
  ])('are refused when a resource is made: %o', (options, message) => {
    expect(() => new Simulation().resource('desk', options)).toThrow(message);
  });

  it.each([
    [{ patience: -1 }, /patience of "desk" is -1/],
    [{ patience: NaN }, /patience of "desk" is NaN/],
    [{ units: 0 }, /units of "desk" is 0/],
    [{ priority: NaN }, /priority of "desk" is NaN/],
    [{ spare: -1 }, /spare of "desk" is -1/],
  ])('are refused in a request: %o', (options, message) => {
    const sim = new Simulation();
    const desk = sim.resource('desk');
    sim.start(function* () {
      yield desk.request(options);
    });
    expect(() => sim.run()).toThrow(message);
  });

  it.each([-1, NaN, Infinity])('are refused as time of a service: %d', (time) => {
    const sim = new Simulation();
    const desk = sim.resource('desk');
    sim.start(function* () {
      yield desk.serve(time);
    });
    sim.start(function* () {
      yield desk.serve(() => time);
    });
    expect(() => sim.run()).toThrow(/time of a service of "desk" is/);
    expect(() => sim.run()).toThrow(/time of a service of "desk" is/);
    expect([desk.busy, desk.waiting]).toEqual([0, 0]);
  });
});

describe('a resource', () => {
  it('can be observed: units in use, the line, and waits', () => {
    const sim = new Simulation();
    const desk = sim.resource('desk');
    const busy: number[][] = [];
    const line: number[][] = [];
    const waits: number[] = [];
    desk.observe({
      busy: { set: (time, value) => busy.push([time, value]) },
      waiting: { set: (time, value) => line.push([time, value]) },
      waits: { add: (wait) => waits.push(wait) },
    });
    function* customer(): Process {
      yield desk.serve(2);
    }
    sim.start(customer);
    sim.start(customer);
    sim.run();
    expect(waits).toEqual([0, 2]);
    expect(busy.at(-1)).toEqual([4, 0]);
    expect(Math.max(...line.map(([, value]) => value!))).toBe(1);
    expect(line.at(-1)).toEqual([4, 0]);
  });
});
