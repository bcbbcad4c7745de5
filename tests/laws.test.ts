import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compile,
  DayRunner,
  DemandField,
  integral,
  levelAt,
  runDay,
  type VisitLog,
} from '@hallsim/hall';
import { checkScenario, minutes, share } from '@hallsim/scenario';
import { drawn, happens } from './drawn.js';
import { closures, type Desk, desksOf, hasCounterLines, mayHelp } from './desks.js';
import { area, covering, happened, inLine, type Span, type Visit, waited } from './observed-day.js';
import { everyDay, type LawDay } from './random-days.js';
import { randomHall } from './random-hall.js';
import { endOfWork } from './reference-hall/outages.js';
import { heldSpans, inOneGo, placesFor, tells, uncut } from './stays.js';

/** Sums of a few hundred numbers in different orders agree to this, relative to their size. */
const near = (a: number, b: number): void => {
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(a)));
};

/** Minutes of work at plain speed that a customer brings to the group that served. */
const workOf = ({ demand, model }: LawDay, { group, row }: Visit): number =>
  drawn(model.services[demand.service[row]!]!.times[group]!, demand, row, 8);

const mayErr = ({ clerks }: Desk): boolean => share(clerks?.errors ?? '0%') > 0;

/** Until when spans follow one another without a gap, from a moment on. */
const contiguous = (spans: readonly Span[], from: number): number =>
  spans.reduce((end, span) => (span.from === end ? span.to : end), from);

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

  test('whoever the notes of a file say to wait in vain is served by nobody', () => {
    let noted = 0;
    everyDay(({ scenario, visits }) => {
      const read = checkScenario(scenario);
      for (const { code, path, message } of read.ok ? read.notes : []) {
        // of some classes, or on some days only: told by stories in packages/scenario
        const general = /^No counter(?: for "[^"]+")? is ever open:/.test(message.en);
        if (!code.startsWith('never-open') || !general) continue;
        noted++;
        const service = code === 'never-open' ? null : path.replace('services.', '');
        const served = visits.filter(
          (visit) =>
            (service === null || visit.service === service) &&
            (visit.channel === 'counter' || (visit.channel === 'kiosk' && service !== null)),
        );
        expect(served).toEqual([]);
      }
    });
    expect(noted).toBeGreaterThan(0);
  });

  test('what happened to a customer happened in order', () => {
    everyDay(({ visits }) => {
      const wrong = visits.filter((visit) => {
        const { arrived, kioskStart, kioskEnd, joined, called, start, end, left } = visit;
        const line = happened(joined) ? [joined, called] : [];
        const times = [arrived, kioskStart, kioskEnd, ...line, start, end, left].filter(happened);
        return times.some((time, i) => i > 0 && time < times[i - 1]!);
      });
      expect(wrong).toEqual([]);
    });
  });

  test('only that happened to a customer which fits the way out', () => {
    everyDay(({ scenario, model, demand, visits }) => {
      const rule = scenario.rules?.atShiftEnd ?? 'finish-customer';
      // whom the end of a shift took the counter away, and nobody took over
      const reasons = {
        'finish-customer': [],
        stop: ['shift-end'],
        'hand-over': ['closing', 'no-counter'],
      };
      const brokenOff = (visit: Visit): boolean =>
        visit.group >= 0 && (reasons[rule] as string[]).includes(visit.reason);
      const wrong = visits.filter((visit) => {
        const { arrived, kioskStart, kioskEnd, joined, waitFrom, left, channel } = visit;
        const wasCalled = channel === 'counter' || brokenOff(visit);
        const tried = happened(kioskEnd);
        const ticket = demand.since?.[visit.row] ?? NaN;
        const first = happened(ticket) ? ticket : arrived;
        const place = !tried || model.kiosks!.keepsPlace ? first : joined;
        return !(
          happened(kioskStart) === tried &&
          (channel === 'counter' ? happened(visit.start) : wasCalled || !happened(visit.start)) &&
          happened(visit.end) === happened(visit.start) &&
          visit.group >= 0 === wasCalled &&
          visit.counter >= 0 === wasCalled &&
          (visit.reason !== 'shift-end' || brokenOff(visit)) &&
          (visit.reason !== 'shift-end' || !happened(visit.end) || left === visit.end) &&
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

  test('the time in the hall of who is served is kiosk line, kiosk, counter line, way to the counter and counter', () => {
    everyDay(({ visits }) => {
      for (const visit of visits.filter(({ outcome }) => outcome === 'served')) {
        const { arrived, kioskStart, kioskEnd, joined, called, start, end, left } = visit;
        const parts = [
          [arrived, kioskStart],
          [kioskStart, kioskEnd],
          [joined, called],
          [called, start],
          [start, end],
        ] as const;
        const sum = parts
          .map(([from, to]) => to - from)
          .filter(happened)
          .reduce((total, part) => total + part, 0);
        expect(sum).toBeCloseTo(left - arrived, 9);
      }
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
    everyDay((day) => {
      const seats = new Map<string, Visit[]>();
      for (const visit of day.visits.filter(({ start }) => happened(start))) {
        expect(visit.counter).toBeLessThan(day.model.groups[visit.group]!.count);
        if (!inOneGo(day, visit)) continue;
        const seat = `${visit.group}/${visit.counter}`;
        seats.set(seat, [...(seats.get(seat) ?? []), visit]);
      }
      for (const served of seats.values()) {
        served.sort((a, b) => a.called - b.called || a.end - b.end);
        served.slice(1).forEach(({ called }, i) => {
          expect(called).toBeGreaterThanOrEqual(served[i]!.end);
        });
      }
    });
  });

  test('when a counter open by the clock calls, no more are busy than the roster allows', () => {
    everyDay((day) => {
      day.desks.forEach(({ clerks, most }, g) => {
        if (clerks) return;
        const busy = heldSpans(day, g);
        for (const visit of day.visits) {
          const { called, counter, group } = visit;
          if (group !== g || !inOneGo(day, visit)) continue;
          // of counters with lines of their own those with the lowest numbers are open
          if (hasCounterLines(day.scenario)) expect(counter).toBeLessThan(most(called));
          else expect(covering(busy, called)).toBeLessThanOrEqual(most(called));
        }
      });
    });
  });

  test('a service lasts what the customer drew for that counter, at the speed of the clerk, as long again where it is done over, and stops while the counter is broken', () => {
    everyDay((day) => {
      for (const visit of day.visits.filter(({ start }) => happened(start))) {
        const { row, start, end, group, counter } = visit;
        if (!inOneGo(day, visit)) continue;
        const { clerks, speed } = day.desks[group]!;
        const time = day.model.services[day.demand.service[row]!]!.times[group]!;
        const wrong = happens(day.demand, row, 23, share(clerks?.errors ?? '0%'));
        const ends = placesFor(day, group, counter).map((place) => {
          const once = endOfWork(place, start, drawn(time, day.demand, row, 8) / speed);
          return wrong ? endOfWork(place, once, drawn(time, day.demand, row, 24) / speed) : once;
        });
        if (visit.channel === 'counter') expect(ends).toContain(end);
        else expect(end).toBeLessThan(Math.max(...ends));
      }
    });
  });

  test('what counters work on customers is what these drew, however often they are handed over', () => {
    everyDay((day) => {
      const { scenario, spans, visits } = day;
      if (scenario.rules?.atShiftEnd !== 'hand-over') return;
      const started = visits.filter(({ start }) => happened(start));
      const finished = started.filter(({ channel }) => channel === 'counter');
      // what others made of it depends on who they were
      const another = Object.values(scenario.services).some(({ timeAt }) => timeAt !== undefined);
      if (another || started.length > finished.length || day.desks.some(mayErr)) return;
      const worked = spans
        .filter(({ state }) => state === 'serving')
        .reduce((sum, { from, group, to }) => sum + (to - from) * day.desks[group]!.speed, 0);
      near(
        worked,
        finished.reduce((sum, visit) => sum + workOf(day, visit), 0),
      );
    });
  });

  test('call and walk, and the work after a customer, take what the customer drew', () => {
    everyDay((day) => {
      const { demand, desks, model, spans, visits } = day;
      const { call = null, walk = null } = model.work.calling ?? {};
      for (const visit of visits.filter(({ channel }) => channel === 'counter')) {
        const { called, counter, end, group, row, start } = visit;
        const places = placesFor(day, group, counter);
        if (inOneGo(day, visit)) {
          const starts = places.map((place) => {
            const stood = call ? endOfWork(place, called, drawn(call, demand, row, 20)) : called;
            return walk ? endOfWork(place, stood, drawn(walk, demand, row, 21)) : stood;
          });
          expect(starts).toContain(start);
        }
        const { afterWork } = model.services[demand.service[row]!]!;
        if (!tells(day, desks[group]!)) expect(afterWork).toBeNull();
        const after = spans.filter(
          ({ clerk, from, state, ...span }) =>
            (state === 'after-work' || (state === 'interrupted' && afterWork !== null)) &&
            span.group === group &&
            clerk === counter &&
            from >= end,
        );
        const work = contiguous(after, end);
        if (afterWork === null) {
          expect(work).toBe(end);
          continue;
        }
        const minutesOfIt = drawn(afterWork, demand, row, 22) / desks[group]!.speed;
        const ends = places.map((place) => endOfWork(place, end, minutesOfIt));
        // who is called at that very moment may be kept waiting by a breakdown
        if (!ends.some((time) => time === work || after.some(({ from }) => from === time))) {
          expect(ends).toContain(work);
        }
      }
    });
  });

  test('a number whose owner has gone in silence costs its time when it is called, and nothing else does', () => {
    everyDay((day) => {
      const { demand, model, scenario, spans, visits } = day;
      // a breakdown cuts a call in two
      if (spans.some(({ state }) => state === 'interrupted')) return;
      const { call, absent = '0 min' } = scenario.rules?.calling ?? {};
      const inVain = uncut(day).filter(
        ({ clerk, from, group, state }) =>
          state === 'calling' &&
          (call === undefined || minutes(absent) > 0) &&
          !visits.some(
            (visit) =>
              visit.group === group &&
              visit.counter === clerk &&
              (inOneGo(day, visit)
                ? visit.called <= from && from <= visit.start
                : call !== undefined && visit.called <= from && from <= visit.left),
          ),
      );
      const silent = visits.filter(({ customer, reason, row }) => {
        const { balks, keepsTicket = '0%' } = scenario.customers[customer]!;
        if (reason === 'line') return balks !== undefined && 'whenNumbersAhead' in balks;
        return reason === 'patience' && happens(demand, row, 11, share(keepsTicket));
      });
      expect(model.absentTime).toBe(minutes(absent));
      if (scenario.rules?.atShiftEnd === undefined || call === undefined) {
        expect(inVain.length).toBeLessThanOrEqual(silent.length);
        for (const { from, to } of inVain) expect(to).toBe(from + minutes(absent));
      }
    });
  });

  test('no counter open by the clock calls anybody while it is broken', () => {
    everyDay((day) => {
      const { places, visits } = day;
      for (const { of, number, what, down } of places) {
        if (what !== 'counters') continue;
        const called = visits.filter(
          (visit) =>
            visit.group === of &&
            visit.counter === number &&
            inOneGo(day, visit) &&
            down.some(({ from, to }) => from < visit.called && visit.called < to),
        );
        expect(called.filter(({ start, end }) => start < end)).toEqual([]);
      }
    });
  });

  test('beyond the roster no more counters open than the rule has, nor than there are, and none for less than it has to stay', () => {
    everyDay(({ scenario, model, log }) => {
      const closed = closures(scenario);
      model.groups.forEach(({ elastic, count, open }, g) => {
        const since: number[] = [];
        for (let i = 0; i < log.extra.length; i++) {
          if (log.extra.group[i] !== g) continue;
          const [now, from] = [log.extra.open[i]!, log.extra.from[i]!];
          expect(now).toBeLessThanOrEqual(elastic!.more);
          expect(now + levelAt(open, from)).toBeLessThanOrEqual(count);
          expect(from).toBeLessThan(model.closes);
          if (now > 0) expect(covering(closed, from)).toBe(0);
          while (since.length < now) since.push(from);
          while (since.length > now) {
            const opened = since.shift()!;
            const hasTo = [...open.times, ...closed.map((closure) => closure.from)].includes(from);
            if (!hasTo) expect(from).toBeGreaterThanOrEqual(opened + elastic!.stays);
          }
        }
      });
    });
  });

  test('nobody is served by a group without the skill, or closed to the class', () => {
    everyDay(({ scenario, desks, visits }) => {
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
        ({ called, group, kioskStart }) =>
          (group >= 0 && covering(closed, called) > 0) || covering(closed, kioskStart) > 0,
      );
      expect(wrong).toEqual([]);
    });
  });

  test('no counter that may work is idle while somebody waits whom it could serve, unless each has a line', () => {
    everyDay((day) => {
      if (hasCounterLines(day.scenario)) return;
      const { desks, model, places, spans, visits } = day;
      const waiters = visits.filter(waited);
      const busy = desks.map((_, g) => heldSpans(day, g));
      const moments = visits
        .map(({ joined }) => joined)
        .concat(busy.flatMap((held) => held.flatMap(({ from, to }) => [from, to])))
        .concat(desks.flatMap(({ changes }) => changes))
        .concat(places.flatMap(({ down }) => down.map(({ to }) => to)));
      const unusable = desks.map((_, g) =>
        spans.filter(
          ({ group, state }) => group === g && (state === 'down' || state === 'setting-up'),
        ),
      );
      for (const time of new Set(moments.filter(happened))) {
        const here = waiters.filter(({ joined, called }) => joined <= time && time < called);
        if (here.length === 0) continue;
        desks.forEach(({ serves, open, clerks }, g) => {
          const there = model.groups[g]!.count - covering(unusable[g]!, time);
          if (clerks || covering(busy[g]!, time) >= Math.min(open(time), there)) return;
          expect(here.filter(({ service, customer }) => serves(service, customer))).toEqual([]);
        });
      }
    });
  });

  test('whoever stands in the line of a counter found every open counter busy or broken that could serve them', () => {
    everyDay((day) => {
      if (!hasCounterLines(day.scenario)) return;
      for (const visit of day.visits.filter(waited)) {
        day.desks.forEach(({ serves, least, clerks }, g) => {
          if (clerks || !serves(visit.service, visit.customer)) return;
          const broken = day.spans.filter(({ group, state }) => group === g && state === 'down');
          for (let counter = 0; counter < least(visit.joined); counter++) {
            const down = broken.filter(({ clerk }) => clerk === counter);
            const taken = [...heldSpans(day, g, counter), ...down];
            expect(covering(taken, visit.joined)).toBe(1);
          }
        });
      }
    });
  });

  test('overtime is what counters open by the clock work beyond the roster, after closing all of it', () => {
    everyDay((day) => {
      const { desks, log, model } = day;
      desks.forEach(({ open, changes, clerks }, g) => {
        if (clerks) return;
        const busy = heldSpans(day, g);
        const last = Math.max(model.closes, ...busy.map(({ to }) => to));
        const moments = [...changes, ...busy.flatMap(({ from, to }) => [from, to]), model.closes];
        const beyond = (t: number): number =>
          Math.max(0, covering(busy, t) - (t < model.closes ? open(t) : 0));
        near(log.overtime[g]!, area(beyond, moments, model.measuredFrom, last));
      });
    });
  });

  test('the compiled roster of counters is the roster of the file', () => {
    everyDay(({ model, scenario }) => {
      desksOf(scenario, model, null).forEach(({ open, changes, clerks }, g) => {
        if (clerks) return;
        const whole = area(open, changes, model.opens, model.closes);
        expect(integral(model.groups[g]!.open, model.opens, model.closes)).toBe(whole);
      });
    });
  });
});

/** What a log says of the customers of its day; its columns may be longer. */
function said({ overtime, staffed, states, extra, ...log }: VisitLog): unknown {
  const columns = Object.values(log).map((column) =>
    typeof column === 'number' ? column : [...column.subarray(0, log.length)],
  );
  const did = [states.unit, states.state, states.rostered, states.from].map((column) => [
    ...column.subarray(0, states.length),
  ]);
  const beyond = [extra.group, extra.open, extra.from].map((column) => [
    ...column.subarray(0, extra.length),
  ]);
  return [...columns, ...did, ...beyond, [...overtime], [...staffed]];
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
