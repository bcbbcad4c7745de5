import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LineOrder, type Process, type ProcessHandle, Simulation } from './index.js';

interface Visit {
  readonly gap: number;
  readonly service: number;
  readonly patience: number;
  readonly priority: number;
}

const visits = fc.array(
  fc.record({
    gap: fc.integer({ min: 0, max: 4 }),
    service: fc.integer({ min: 0, max: 9 }),
    patience: fc.oneof(fc.constant(Infinity), fc.integer({ min: 0, max: 12 })),
    priority: fc.integer({ min: 0, max: 3 }),
  }),
  { minLength: 1, maxLength: 40 },
);
const orders: readonly LineOrder[] = [
  'first-come',
  'last-come',
  'random',
  'priority',
  'preemptive',
];
const servers = fc.integer({ min: 1, max: 4 });
const order = fc.constantFrom(...orders);

interface Record {
  readonly came: number;
  start: number;
  left: number;
  outcome: string;
}

/** Lets customers pass a resource; `watch` is called after every event. */
function pass(
  list: readonly Visit[],
  capacity: number,
  line: LineOrder,
  options: { served?: boolean; scale?: number; watch?: (sim: Simulation) => void } = {},
): { records: Record[]; areaLine: number; areaBusy: number } {
  const { served = true, scale = 1 } = options;
  const sim = new Simulation({ seed: 7 });
  const desk = sim.resource('desk', { capacity, line });
  const records: Record[] = [];
  function* customer({ service, patience, priority }: Visit): Process {
    const mine: Record = { came: sim.now, start: NaN, left: NaN, outcome: '' };
    records.push(mine);
    const asked = { patience: patience * scale, priority, onPreempt: 'resume' } as const;
    if (served) {
      mine.outcome = yield desk.serve(() => {
        mine.start = sim.now;
        return service * scale;
      }, asked);
    } else {
      mine.outcome = yield desk.request(asked);
      if (mine.outcome === 'granted') {
        mine.outcome = 'served';
        mine.start = sim.now;
        yield sim.hold(service * scale);
        desk.release();
      }
    }
    mine.left = sim.now;
  }
  sim.start(function* door() {
    for (const visit of list) {
      yield sim.hold(visit.gap * scale);
      sim.start(customer(visit));
    }
  });
  let areaLine = 0;
  let areaBusy = 0;
  for (let last = sim.now; sim.nextTime < Infinity; last = sim.now) {
    const [waiting, busy] = [desk.waiting, desk.busy];
    sim.step();
    areaLine += waiting * (sim.now - last);
    areaBusy += busy * (sim.now - last);
    if (sim.nextTime > sim.now) {
      // work conservation: nobody waits beside a free server, and servers are not more than they are
      expect(desk.busy).toBeLessThanOrEqual(capacity);
      if (desk.waiting > 0) expect(desk.busy).toBe(capacity);
    }
  }
  expect([desk.busy, desk.waiting, sim.active]).toEqual([0, 0, undefined]);
  return { records, areaLine, areaBusy };
}

describe('any line', () => {
  it('loses nobody and keeps nobody: everybody is served or reneges, and work is conserved', () => {
    fc.assert(
      fc.property(visits, servers, order, (list, capacity, line) => {
        const { records, areaBusy } = pass(list, capacity, line);
        expect(records).toHaveLength(list.length);
        let work = 0;
        for (const [i, { came, left, outcome }] of records.entries()) {
          const { service, patience } = list[i]!;
          if (outcome === 'served') {
            work += service;
            expect(left).toBeGreaterThanOrEqual(came + service);
          } else {
            expect(outcome).toBe('reneged');
            expect(left).toBe(came + patience);
          }
        }
        expect(areaBusy).toBe(work);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it("obeys Little's law: time in line summed over customers is the line summed over time", () => {
    fc.assert(
      fc.property(visits, servers, order, (list, capacity, line) => {
        const { records, areaLine } = pass(list, capacity, line);
        let waited = 0;
        for (const [i, { came, left, outcome }] of records.entries()) {
          waited += left - came - (outcome === 'served' ? list[i]!.service : 0);
        }
        expect(areaLine).toBe(waited);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('gives the same times whether the resource serves or the process holds and releases', () => {
    fc.assert(
      fc.property(visits, servers, order, (list, capacity, line) => {
        const byHand = pass(list, capacity, line, { served: false });
        expect(byHand).toEqual(pass(list, capacity, line));
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('does not know the unit of time', () => {
    fc.assert(
      fc.property(visits, servers, order, (list, capacity, line) => {
        const { records } = pass(list, capacity, line);
        const scaled = pass(list, capacity, line, { scale: 8 }).records;
        expect(scaled).toEqual(
          records.map(({ came, start, left, outcome }) => {
            return { came: came * 8, start: start * 8, left: left * 8, outcome };
          }),
        );
      }),
      { seed: 1, numRuns: 100 },
    );
  });
});

describe('a line in order', () => {
  it('lets nobody overtake', () => {
    fc.assert(
      fc.property(visits, servers, (list, capacity) => {
        const { records } = pass(list, capacity, 'first-come');
        const starts = records.map(({ start }) => start).filter((start) => !Number.isNaN(start));
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('makes nobody wait longer with one more server', () => {
    fc.assert(
      fc.property(visits, servers, (list, capacity) => {
        const patient = list.map((visit) => ({ ...visit, patience: Infinity }));
        const few = pass(patient, capacity, 'first-come').records;
        const many = pass(patient, capacity + 1, 'first-come').records;
        for (const [i, { start }] of many.entries()) {
          expect(start).toBeLessThanOrEqual(few[i]!.start);
        }
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe('interrupts, cancels, moves and cuts at any time', () => {
  const action = fc.record({
    time: fc.integer({ min: 0, max: 60 }),
    what: fc.constantFrom('interrupt', 'cancel', 'leave', 'move', 'cut', 'hand over'),
    whom: fc.nat(39),
    to: fc.integer({ min: 0, max: 3 }),
  });

  it('leave the resource whole: no unit is lost, nothing resumes after its end', () => {
    fc.assert(
      fc.property(
        visits,
        order,
        fc.array(action, { maxLength: 30 }),
        fc.boolean(),
        (list, line, actions, served) => {
          const sim = new Simulation({ seed: 7 });
          const desk = sim.resource('desk', { capacity: 2, line });
          const other = sim.resource('other', { limit: 3 });
          const handles: ProcessHandle[] = [];
          function* customer({ service, patience, priority }: Visit): Process {
            const asked = { patience, priority };
            const resume = priority % 2 === 0 ? 'resume' : 'interrupt';
            try {
              if (served) yield desk.serve(service, asked);
              else if ((yield desk.request({ ...asked, onPreempt: resume })) === 'granted') {
                yield sim.hold(service);
              }
            } catch {
              yield sim.hold(1);
            }
            expect(sim.active?.state).toBe('active');
          }
          sim.start(function* door() {
            for (const visit of list) {
              yield sim.hold(visit.gap);
              handles.push(sim.start(customer(visit)));
            }
          });
          const act = sim.on('action', (index) => {
            const { what, whom, to } = actions[index]!;
            const handle = handles[whom];
            if (what === 'cut') desk.setCapacity(to, 'interrupt');
            else if (what === 'hand over') desk.setCapacity(to, 'hand-over');
            else if (handle === undefined) return;
            else if (what === 'interrupt') handle.interrupt();
            else if (what === 'cancel') handle.cancel();
            else if (what === 'leave') desk.leave(handle);
            else desk.move(handle, other);
          });
          actions.forEach(({ time }, index) => sim.scheduleAt(time, act, index));
          sim.scheduleAt(
            200,
            sim.on('open', () => desk.setCapacity(2)),
          );
          for (;;) {
            try {
              if (sim.run() === 'empty') break;
            } catch (error) {
              // a process that forgets to release is told so, and loses its units; who is interrupted once
              // more while it recovers ends by that
              expect((error as Error).message).toMatch(
                /it ended while it held 1 of|nobody caught: Interrupted/,
              );
            }
          }
          expect([desk.busy, desk.waiting, desk.free]).toEqual([0, 0, 2]);
          expect([other.busy, other.waiting]).toEqual([0, 0]);
          for (const { state } of handles) expect(state).not.toBe('active');
        },
      ),
      { seed: 1, numRuns: 400 },
    );
  });
});
