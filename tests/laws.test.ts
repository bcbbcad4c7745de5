import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, DemandField, DayRunner, integral, runDay, type VisitLog } from '@hallsim/hall';
import { drawn } from './drawn.js';
import { closures, desksOf, hasCounterLines, mayHelp } from './desks.js';
import { area, atCounter, covering, happened, inLine, type Visit, waited } from './observed-day.js';
import { everyDay } from './random-days.js';
import { randomHall } from './random-hall.js';

/** Sums of a few hundred numbers in different orders agree to this, relative to their size. */
const near = (a: number, b: number): void => {
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(a)));
};

describe('conservation', () => {
  test('everybody who came was served, abandoned, balked or unserved, and nobody is inside any more', () => {
    everyDay(({ demand, log, visits }) => {
      expect(log.length).toBe(demand.length);
      const wrong = visits.filter(
        ({ outcome, channel, reason, left }) =>
          outcome === 'inside' ||
          !happened(left) ||
          (channel === 'none') !== (outcome !== 'served') ||
          (reason === 'none') !== (outcome === 'served') ||
          (reason === 'patience') !== (outcome === 'abandoned') ||
          (reason === 'line' || reason === 'hall-full') !== (outcome === 'balked'),
      );
      expect(wrong).toEqual([]);
    });
  });

  test('what happened to a customer happened in order', () => {
    everyDay(({ visits }) => {
      const wrong = visits.filter(({ arrived, kioskStart, kioskEnd, joined, start, end, left }) => {
        const times = [arrived, kioskStart, kioskEnd, joined, start, end, left].filter(happened);
        return times.some((time, i) => i > 0 && time < times[i - 1]!);
      });
      expect(wrong).toEqual([]);
    });
  });

  test('only that happened to a customer which fits the way out', () => {
    everyDay(({ model, demand, visits }) => {
      const wrong = visits.filter((visit) => {
        const { arrived, kioskStart, kioskEnd, joined, waitFrom, left, channel } = visit;
        const tried = happened(kioskEnd);
        const ticket = demand.since?.[visit.row] ?? NaN;
        const first = happened(ticket) ? ticket : arrived;
        const place = !tried || model.kiosks!.keepsPlace ? first : joined;
        return !(
          happened(kioskStart) === tried &&
          happened(visit.start) === (channel === 'counter') &&
          happened(visit.end) === (channel === 'counter') &&
          (visit.group >= 0 && visit.counter >= 0) === (channel === 'counter') &&
          (channel !== 'counter' || left === visit.end) &&
          (channel !== 'kiosk' || left === kioskEnd) &&
          (visit.outcome !== 'abandoned' || happened(joined)) &&
          (visit.outcome !== 'balked' || (left === arrived && !happened(joined))) &&
          (happened(joined) ? joined === (tried ? kioskEnd : arrived) : true) &&
          // who turned round at the numbers may keep one in the line
          (happened(joined) ? waitFrom === place : !happened(waitFrom) || visit.reason === 'line')
        );
      });
      expect(wrong).toEqual([]);
    });
  });

  test("Little's law: person-minutes in counter lines are the sum of everybody's waits", () => {
    everyDay(({ visits }) => {
      const waiters = visits.filter(waited).map(inLine);
      const moments = waiters.flatMap(({ from, to }) => [from, to]);
      const people = area((t) => covering(waiters, t), moments, 0, Math.max(0, ...moments));
      near(
        people,
        waiters.reduce((sum, { from, to }) => sum + (to - from), 0),
      );
    });
  });
});

describe('counters', () => {
  test('no counter serves two at once', () => {
    everyDay(({ visits, model }) => {
      const seats = new Map<string, Visit[]>();
      for (const visit of visits.filter(({ start }) => happened(start))) {
        const seat = `${visit.group}/${visit.counter}`;
        seats.set(seat, [...(seats.get(seat) ?? []), visit]);
        expect(visit.counter).toBeLessThan(model.groups[visit.group]!.count);
      }
      for (const served of seats.values()) {
        served.sort((a, b) => a.start - b.start || a.end - b.end);
        served.slice(1).forEach(({ start }, i) => {
          expect(start).toBeGreaterThanOrEqual(served[i]!.end);
        });
      }
    });
  });

  test('when a service starts at a counter open by the clock, no more are busy than the roster allows', () => {
    everyDay(({ scenario, model, visits, log }) => {
      const desks = desksOf(scenario, model, log);
      for (const { start, group, counter } of visits.filter((visit) => happened(visit.start))) {
        if (desks[group]!.clerks) continue;
        if (hasCounterLines(scenario)) {
          // those with the lowest numbers are open
          expect(counter).toBeLessThan(desks[group]!.open(start));
          continue;
        }
        const busy = visits.filter((visit) => visit.group === group).map(atCounter);
        expect(covering(busy, start)).toBeLessThanOrEqual(desks[group]!.open(start));
      }
    });
  });

  test('a service lasts what the customer drew, at the speed of the clerk, whatever the roster does meanwhile', () => {
    everyDay(({ scenario, model, demand, visits, log }) => {
      const desks = desksOf(scenario, model, log);
      for (const { row, start, end, group } of visits.filter((visit) => happened(visit.start))) {
        const { time } = model.services[demand.service[row]!]!;
        const work = drawn(time, demand, row, 8);
        expect(end).toBe(start + work / desks[group]!.speed);
      }
    });
  });

  test('nobody is served by a group without the skill, or closed to the class', () => {
    everyDay(({ scenario, model, visits, log }) => {
      const desks = desksOf(scenario, model, log);
      const wrong = visits.filter(
        ({ group, service, customer }) =>
          group >= 0 &&
          !desks[group]!.serves(service, customer) &&
          !mayHelp(scenario, group, service, customer),
      );
      expect(wrong).toEqual([]);
    });
  });

  test('nobody starts at a counter or a kiosk while the hall is closed in between', () => {
    everyDay(({ scenario, visits }) => {
      const closed = closures(scenario);
      const wrong = visits.filter(
        ({ start, kioskStart }) => covering(closed, start) + covering(closed, kioskStart) > 0,
      );
      expect(wrong).toEqual([]);
    });
  });

  test('no counter that may work is idle while somebody waits whom it could serve, unless each has a line', () => {
    everyDay(({ scenario, model, visits, log }) => {
      if (hasCounterLines(scenario)) return;
      const desks = desksOf(scenario, model, log);
      const waiters = visits.filter(waited);
      const busy = desks.map((_, g) => visits.filter(({ group }) => group === g).map(atCounter));
      const moments = visits
        .flatMap(({ joined, start, end }) => [joined, start, end])
        .concat(desks.flatMap(({ changes }) => changes));
      for (const time of new Set(moments.filter(happened))) {
        const here = waiters.filter(({ joined, called }) => joined <= time && time < called);
        desks.forEach(({ serves, open, clerks }, g) => {
          if (clerks || covering(busy[g]!, time) >= open(time)) return;
          expect(here.filter(({ service, customer }) => serves(service, customer))).toEqual([]);
        });
      }
    });
  });

  test('whoever stands in the line of a counter found every open counter busy that could serve them', () => {
    everyDay(({ scenario, model, visits, log }) => {
      if (!hasCounterLines(scenario)) return;
      const desks = desksOf(scenario, model, log);
      for (const visit of visits.filter(waited)) {
        desks.forEach(({ serves, open, clerks }, g) => {
          if (clerks || !serves(visit.service, visit.customer)) return;
          for (let counter = 0; counter < open(visit.joined); counter++) {
            const own = visits.filter((one) => one.group === g && one.counter === counter);
            expect(covering(own.map(atCounter), visit.joined)).toBe(1);
          }
        });
      }
    });
  });

  test('overtime is what counters open by the clock work beyond the roster, after closing all of it', () => {
    everyDay(({ scenario, model, visits, log }) => {
      const last = Math.max(model.closes, ...visits.map(({ left }) => left));
      desksOf(scenario, model, log).forEach(({ open, changes, clerks }, g) => {
        if (clerks) return;
        const busy = visits.filter(({ group }) => group === g).map(atCounter);
        const moments = [...changes, ...busy.flatMap(({ from, to }) => [from, to]), model.closes];
        const beyond = (t: number): number =>
          Math.max(0, covering(busy, t) - (t < model.closes ? open(t) : 0));
        near(log.overtime[g]!, area(beyond, moments, model.measuredFrom, last));
      });
    });
  });

  test('the compiled roster of counters is the roster of the file', () => {
    everyDay(({ scenario, model, log }) => {
      desksOf(scenario, model, log).forEach(({ open, changes, clerks }, g) => {
        if (clerks) return;
        const whole = area(open, changes, model.opens, model.closes);
        expect(integral(model.groups[g]!.open, model.opens, model.closes)).toBe(whole);
      });
    });
  });
});

/** What a log says of the customers of its day; its columns may be longer. */
function said({ overtime, staffed, states, ...log }: VisitLog): unknown {
  const columns = Object.values(log).map((column) =>
    typeof column === 'number' ? column : [...column.subarray(0, log.length)],
  );
  const did = [states.unit, states.state, states.rostered, states.from].map((column) => [
    ...column.subarray(0, states.length),
  ]);
  return [...columns, ...did, [...overtime], [...staffed]];
}

test('a runner that has seen other days runs the next one as if it were the first', () => {
  fc.assert(
    fc.property(randomHall(), fc.string({ maxLength: 4 }), (hall, seed) => {
      const model = compile(hall);
      const field = new DemandField(model, seed);
      const runner = new DayRunner(model);
      let demand = field.draw(3);
      let log = runner.run(demand);
      for (const replication of [1, 0, 2]) {
        demand = field.draw(replication, demand);
        log = runner.run(demand, log);
        const alone = runDay(model, new DemandField(model, seed).draw(replication));
        expect(said(log)).toEqual(said(alone));
      }
    }),
    { seed: 3, numRuns: 100 },
  );
});
