import { expect, test } from 'vitest';
import { runDay } from '@hallsim/hall';
import { clock, minutes, openingHours, type Scenario, type StaffGroup } from '@hallsim/scenario';
import { type ClerkSpan, closures, type Desk, hasCounterLines, onFloor } from './desks.js';
import { isDown, placesAt } from './broken.js';
import { covering, happened, visitsOf, waited } from './observed-day.js';
import { everyDay, type LawDay } from './random-days.js';
import { during, heldSpans, inOneGo, tells } from './stays.js';

interface Staffed {
  readonly desks: readonly Desk[];
  /** What the clerks did; counters without names are left out. */
  readonly spans: readonly ClerkSpan[];
  /** Spans of each clerk, in the order of time. */
  readonly clerks: readonly (readonly ClerkSpan[])[];
}

function staffOf({ desks, spans: all }: LawDay): Staffed {
  const spans = all.filter(({ group }) => desks[group]!.clerks !== null);
  const ids = new Set(spans.map(({ group, clerk }) => `${group}/${clerk}`));
  const clerks = [...ids].map((id) => spans.filter((s) => `${s.group}/${s.clerk}` === id));
  return { desks, spans, clerks };
}

/** On shift by the file while the hall is open; after closing, who was on shift at closing. */
function mayStart({ day }: Scenario, { shift }: StaffGroup, time: number): boolean {
  const { periods, closes } = openingHours(day);
  if (time >= closes) return clock(shift.to) >= closes;
  const indoors = periods.some(({ from, to }) => time >= from && time < to);
  return indoors && time >= clock(shift.from) && time < clock(shift.to);
}

/** Clerks of a group who have come and whose shift goes on after a moment. */
function dutyAt({ desks, spans }: LawDay, group: number, time: number): number {
  const { headcount, shift } = desks[group]!.clerks!;
  if (clock(shift.from) > time || clock(shift.to) <= time) return 0;
  const absent = spans.filter((span) => span.group === group && span.state === 'absent').length;
  return headcount - absent;
}

const breaksOf = (desks: readonly Desk[], { group }: ClerkSpan) =>
  Object.values(desks[group]!.clerks!.breaks ?? {});

test('what clerks did and what happened to customers are one story', () => {
  everyDay((day) => {
    const { desks, spans, visits } = day;
    const handsOver = day.scenario.rules?.atShiftEnd === 'hand-over';
    const served = visits.filter((v) => happened(v.start) && tells(day, desks[v.group]!));
    for (const visit of served) {
      const did = during(day, visit);
      const broken = did.filter(({ state }) => state === 'interrupted');
      const served = did.filter(({ state }) => state === 'serving');
      if (!handsOver) expect(served.length + broken.length).toBe(did.length);
      if (!handsOver && did.length > 0) expect(did[0]!.from).toBe(visit.start);
      if (visit.channel === 'counter' && did.length > 0) expect(did.at(-1)!.to).toBe(visit.end);
      // whoever was handed over at the very moment at which nothing was left goes home the moment another calls
      const begun = handsOver && spans.some((s) => s.state === 'serving' && s.from === visit.start);
      expect(visit.start === visit.end || did.length > 0 || begun).toBe(true);
    }
    for (const { clerk, from, group, state, to } of spans) {
      if (state !== 'serving') continue;
      const visit = served.filter(
        (v) =>
          v.start <= from &&
          v.end >= to &&
          (handsOver || (v.group === group && v.counter === clerk)),
      );
      expect(visit.length).toBeGreaterThan(0);
    }
  });
});

test('that counters open by the clock tell what they do changes no visit', () => {
  everyDay(({ demand, model, visits }) => {
    if (model.countersTell) return;
    const telling = { ...model, countersTell: true };
    expect(visitsOf(telling, demand, runDay(telling, demand))).toEqual(visits);
  });
});

test('of counters open by the clock as many are idle as may take somebody, until the hall closes', () => {
  everyDay((day) => {
    const { desks, model, spans } = day;
    const apart = hasCounterLines(day.scenario);
    desks.forEach((desk, g) => {
      if (desk.clerks !== null || !tells(day, desk)) return;
      const own = spans.filter(({ group }) => group === g);
      const idle = own.filter(({ state }) => state === 'idle');
      const unusable = own.filter(({ state }) => state === 'down' || state === 'setting-up');
      const held = heldSpans(day, g);
      const { count } = model.groups[g]!;
      for (const time of new Set(idle.flatMap(({ from, to }) => [from, to]).concat(desk.changes))) {
        const open = time < model.closes ? desk.open(time) : 0;
        const there = Math.min(open, count - covering(unusable, time));
        // where each has a line it matters which are open: one that has closed may finish its customer
        if (!apart) expect(covering(idle, time)).toBe(Math.max(0, there - covering(held, time)));
      }
      for (let counter = 0; apart && counter < count; counter++) {
        const ofIt = ({ clerk }: ClerkSpan): boolean => clerk === counter;
        const did = own.filter(ofIt).filter(({ state }) => state !== 'off');
        for (const { from } of idle.filter(ofIt)) expect(counter).toBeLessThan(desk.open(from));
        for (const time of new Set([model.opens, ...desk.changes])) {
          const open = time < model.closes && counter < desk.open(time);
          if (open) expect(covering(did, time)).toBe(1);
          else expect(covering(idle.filter(ofIt), time)).toBe(0);
        }
      }
    });
  });
});

test('nobody is served by a clerk who is off duty, on a break or absent', () => {
  everyDay((day) => {
    const { desks, spans } = staffOf(day);
    for (const visit of day.visits.filter((v) => happened(v.start))) {
      const { called, counter, end, group, start } = visit;
      const { clerks } = desks[group]!;
      if (!clerks || !inOneGo(day, visit)) continue;
      expect(mayStart(day.scenario, clerks, called)).toBe(true);
      const away = spans.filter(
        (span) =>
          span.group === group &&
          span.clerk === counter &&
          (span.state === 'break' || span.state === 'absent' || span.state === 'no-counter') &&
          span.from < end &&
          span.to > start,
      );
      expect(away).toEqual([]);
    }
  });
});

test('a rule that does not let clerks finish leaves nobody with one whose shift is over, or whose counter closes', () => {
  everyDay((day) => {
    const { desks, model, scenario, spans } = day;
    if ((scenario.rules?.atShiftEnd ?? 'finish-customer') === 'finish-customer') return;
    const breaksIn = closures(scenario);
    // a number that is called in vain is done with, like the work after a customer
    const states =
      model.absentTime > 0 ? ['walking', 'serving'] : ['calling', 'walking', 'serving'];
    const withCustomer = spans.filter(({ state }) => states.includes(state));
    for (const { from, group, rostered } of withCustomer) {
      const { clerks } = desks[group]!;
      if (clerks === null || rostered || from >= model.closes) continue;
      expect(covering(breaksIn, from)).toBe(1);
      expect(clock(clerks.shift.to)).toBeGreaterThan(from);
    }
    desks.forEach(({ changes, clerks, open }, g) => {
      // one that was open beyond the roster closes after its customer in any case
      if (clerks !== null || model.groups[g]!.elastic !== null) return;
      const own = withCustomer.filter(({ group }) => group === g);
      for (const time of [...changes, ...own.map(({ from }) => from)]) {
        if (time >= model.closes || covering(breaksIn, time) > 0) continue;
        expect(covering(own, time)).toBeLessThanOrEqual(open(time));
      }
    });
  });
});

test('never more clerks stand on the floor than there are counters, nor than are rostered and finish a customer', () => {
  everyDay((day) => {
    const { desks, spans } = staffOf(day);
    const floor = spans.filter(onFloor);
    for (const time of new Set(floor.map(({ from }) => from))) {
      const here = floor.filter(({ from, to }) => from <= time && time < to);
      for (const first of new Set(desks.map(({ room }) => room.first))) {
        const inRoom = here.filter(({ group }) => desks[group]!.room.first === first);
        expect(inRoom.length).toBeLessThanOrEqual(desks[first]!.room.count);
      }
      desks.forEach(({ clerks }, g) => {
        if (!clerks) return;
        const working = here.filter(({ group, rostered }) => group === g && rostered);
        const most = mayStart(day.scenario, clerks, time) ? clerks.headcount : 0;
        expect(working.length).toBeLessThanOrEqual(most);
      });
    }
  });
});

test('nobody stands without a counter while one of the room is free and works', () => {
  everyDay((day) => {
    const { desks, spans } = staffOf(day);
    for (const { group, from } of spans.filter(({ state }) => state === 'no-counter')) {
      const { first, count } = desks[group]!.room;
      const room = spans.filter((span) => onFloor(span) && desks[span.group]!.room.first === first);
      const { room: position } = day.model.groups[group]!.clerks!;
      const broken = placesAt(day.places, 'room', position).filter((place) => isDown(place, from));
      const atBroken = room.filter(({ state }) => state === 'down' || state === 'interrupted');
      const free = broken.length - covering(atBroken, from);
      expect(covering(room, from) + free).toBe(count);
    }
  });
});

test('no clerk is idle while somebody waits whom the clerk could serve, unless each counter has a line', () => {
  everyDay((day) => {
    if (hasCounterLines(day.scenario)) return;
    const { desks, spans } = staffOf(day);
    const waiters = day.visits.filter(waited);
    for (const { group, state, from, to } of spans) {
      if (state !== 'idle') continue;
      const passedOver = waiters.filter(
        ({ service, customer, joined, called }) =>
          desks[group]!.serves(service, customer) && joined < to && called > from,
      );
      expect(passedOver).toEqual([]);
    }
  });
});

test('nobody stands in a line while a clerk is idle who could serve them at once', () => {
  everyDay((day) => {
    const { desks, spans } = staffOf(day);
    const newcomers = day.visits.filter(waited);
    for (const { group, from, to } of spans.filter(({ state }) => state === 'idle')) {
      const blind = newcomers.filter(
        ({ service, customer, joined }) =>
          desks[group]!.serves(service, customer) && from <= joined && joined < to,
      );
      expect(blind).toEqual([]);
    }
  });
});

test('a break lasts its length, begins in its time, and leaves as many on duty as it must', () => {
  everyDay((day) => {
    const { closes } = openingHours(day.scenario.day);
    const { desks, clerks, spans } = staffOf(day);
    for (const own of clerks) {
      const rests = own.filter(({ state }) => state === 'break');
      if (own[0] === undefined || desks[own[0].group]!.clerks === null) continue;
      const breaks = breaksOf(desks, own[0]);
      const ends = Math.min(closes, clock(desks[own[0].group]!.clerks!.shift.to));
      expect(rests.length).toBeLessThanOrEqual(breaks.length);
      for (const rest of rests) {
        const { from, length, until, oneAtATime, keepOpen } = breaks[0]!;
        expect(rest.to).toBe(Math.min(ends, rest.from + minutes(length)));
        expect(rest.from).toBeGreaterThanOrEqual(clock(from));
        if (until !== undefined) expect(rest.from).toBeLessThanOrEqual(clock(until));
        const group = spans.filter((span) => span.group === rest.group);
        const resting = group.filter(({ state }) => state === 'break');
        if (oneAtATime) expect(covering(resting, rest.from)).toBe(1);
        const came = group.filter(({ state }) => state === 'absent').length;
        const { headcount } = desks[rest.group]!.clerks!;
        const left = headcount - came - covering(resting, rest.from);
        expect(left).toBeGreaterThanOrEqual(keepOpen ?? 0);
        const rule = desks[rest.group]!.room.breaks;
        const together = desks.flatMap(({ room }, g) =>
          room === desks[rest.group]!.room ? [g] : [],
        );
        const all = spans.filter((span) => together.includes(span.group));
        const away = all.filter(({ state }) => state === 'break');
        if (rule?.oneAtATime) expect(covering(away, rest.from)).toBe(1);
        const onDuty = together.reduce((sum, g) => sum + dutyAt(day, g, rest.from), 0);
        expect(onDuty - covering(away, rest.from)).toBeGreaterThanOrEqual(rule?.keepOpen ?? 0);
      }
    }
  });
});

test('who may go on a break and has nobody to serve does not put it off', () => {
  everyDay((day) => {
    const { desks, clerks } = staffOf(day);
    for (const own of clerks) {
      if (desks[own[0]!.group]!.clerks === null) continue;
      for (const { from, oneAtATime, keepOpen, until } of breaksOf(desks, own[0]!)) {
        if (oneAtATime || keepOpen || until || desks[own[0]!.group]!.room.breaks) continue;
        const idle = own.filter(({ state, to }) => state === 'idle' && to > clock(from));
        const rest = own.find(({ state }) => state === 'break');
        expect(idle.every((span) => rest !== undefined && span.from >= rest.to)).toBe(true);
      }
    }
  });
});

test('overtime of clerks is the work after their shift and while the hall is closed', () => {
  everyDay((day) => {
    const { desks, spans } = staffOf(day);
    desks.forEach(({ clerks }, g) => {
      if (!clerks) return;
      const beyond = spans
        .filter((span) => span.group === g && onFloor(span) && !span.rostered)
        .map(({ from, to }) => Math.max(0, to - Math.max(from, day.model.measuredFrom)))
        .reduce((sum, length) => sum + length, 0);
      expect(Math.abs(day.log.overtime[g]! - beyond)).toBeLessThanOrEqual(1e-9 * (1 + beyond));
      for (const span of spans.filter((one) => one.group === g && onFloor(one))) {
        const { closes } = day.model;
        const onTime = span.from < closes && mayStart(day.scenario, clerks, span.from);
        expect(span.rostered).toBe(onTime);
      }
    });
  });
});
