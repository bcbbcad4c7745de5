import { describe, expect, test } from 'vitest';
import { minutes, openingHours, share } from '@hallsim/scenario';
import { drawn } from './drawn.js';
import { isDown, placesAt } from './broken.js';
import { anyHelps, callsAtOnce, closures, desksAble, hasCounterLines } from './desks.js';
import {
  covering,
  happened,
  inKioskLine,
  inLine,
  mostAtOnce,
  type Visit,
  waited,
  waitsAcross,
} from './observed-day.js';
import { everyDay } from './random-days.js';
import { inOneGo } from './stays.js';

describe('lines', () => {
  test('whoever is served ranked before everybody who went on waiting for that counter, unless each has a line', () => {
    everyDay((day) => {
      const { scenario, model, demand, desks, visits } = day;
      if (hasCounterLines(scenario)) return;
      const discipline = scenario.rules?.discipline;
      const rank = (visit: Visit, now: number): number[] => {
        const { customer, waitFrom, row } = visit;
        const { priority, headStart = '0 min', waitingCounts } = scenario.customers[customer]!;
        const strict = priority === 'strict' ? 0 : 1;
        if (discipline === 'random') return [strict];
        if (discipline === 'last-come-first-served') return [strict, -waitFrom, -row];
        if (discipline === 'shortest-job') {
          const { time } = model.services[demand.service[row]!]!;
          return [strict, drawn(time, demand, row, 8), row];
        }
        if (!byCredit) return [strict, waitFrom - minutes(headStart as string), row];
        const waitedSoFar = now - waitFrom;
        const steps = Object.entries(typeof headStart === 'string' ? {} : headStart)
          .map(([after, credit]) => ({ after: minutes(after), credit: minutes(credit) }))
          .filter(({ after }) => after <= waitedSoFar);
        const start =
          typeof headStart === 'string'
            ? minutes(headStart)
            : Math.max(0, ...steps.map(({ credit }) => credit));
        return [strict, -((waitingCounts ?? 1) * waitedSoFar + start), waitFrom, row];
      };
      const byCredit = Object.values(scenario.customers).some(
        ({ headStart, waitingCounts = 1 }) => typeof headStart === 'object' || waitingCounts !== 1,
      );
      const waiters = visits.filter(waited);
      const before = (one: number[], other: number[]): boolean => {
        const differ = one.findIndex((part, i) => part !== other[i]);
        return differ < 0 || one[differ]! < other[differ]!;
      };
      const passedOver = visits
        .filter((visit) => visit.group >= 0 && inOneGo(day, visit))
        .flatMap((served) =>
          waiters.filter(
            (other) =>
              waitsAcross(other, served.called) &&
              desks[served.group]!.serves(other.service, other.customer) &&
              !before(rank(served, served.called), rank(other, served.called)),
          ),
        );
      expect(passedOver).toEqual([]);
    });
  });

  test('first come, first served: nobody is overtaken by a customer of the same service and class who joined later', () => {
    everyDay(({ scenario, model, visits }) => {
      if (model.kiosks?.keepsPlace || hasCounterLines(scenario)) return;
      if ((scenario.rules?.discipline ?? 'first-come-first-served') !== 'first-come-first-served')
        return;
      const waiters = visits.filter(waited);
      const overtaken = visits
        .filter(({ group }) => group >= 0)
        .flatMap((served) =>
          waiters.filter(
            (other) =>
              served.service === other.service &&
              served.customer === other.customer &&
              other.joined < served.joined &&
              waitsAcross(other, served.called),
          ),
        );
      expect(overtaken).toEqual([]);
    });
  });

  test('patience ends a wait to the bit at joining plus patience, and nobody waits longer', () => {
    everyDay(({ scenario, model, demand, visits }) => {
      const standing = share(scenario.space?.standingPatience ?? '100%');
      for (const { row, outcome, joined, called } of visits.filter(waited)) {
        const { patience } = model.customers[demand.customer[row]!]!;
        if (patience === null) {
          expect(outcome).not.toBe('abandoned');
          continue;
        }
        // with a seat, or standing
        const time = drawn(patience, demand, row, 9);
        const limits = [joined + time, joined + time * standing];
        if (outcome === 'abandoned') expect(limits).toContain(called);
        else expect(called).toBeLessThanOrEqual(Math.max(...limits));
      }
    });
  });

  test('a newcomer counts ahead those who wait for a counter that could take the newcomer too', () => {
    everyDay(({ scenario, desks, spans, visits }) => {
      const waiters = visits.filter(waited);
      // who makes a line long enough may be called out of it at that very moment
      const standing = callsAtOnce(scenario) ? visits : waiters;
      const away = spans.filter(({ state }) => ['break', 'down', 'interrupted'].includes(state));
      for (const visit of visits) {
        expect(visit.ahead >= 0).toBe(happened(visit.joined));
        if (!happened(visit.joined)) continue;
        // who joins or is called at the very same moment may stand on either side of it
        const own = desksAble(desks, visit);
        if (own.length === 0) continue;
        const ahead = (among: readonly Visit[], before: (other: Visit) => boolean): number =>
          among.filter(
            (other) =>
              other !== visit &&
              before(other) &&
              desksAble(desks, other).some((g) => own.includes(g)),
          ).length;
        const certain = ahead(waiters, (other) => waitsAcross(other, visit.joined));
        const possible = ahead(
          standing,
          ({ joined, called }) => joined <= visit.joined && visit.joined <= called,
        );
        // a counter that helps may call somebody the moment a newcomer makes the line long enough
        // and where each counter has a line only those in it are
        const least = waited(visit) && !hasCounterLines(scenario) ? certain : 0;
        // who stands may have no patience at all, and who comes from a kiosk may be called at that very moment
        const back = visit.joined === visit.kioskEnd && away.some(({ to }) => to === visit.joined);
        const stands = waited(visit) || back || callsAtOnce(scenario) || scenario.space;
        const most = stands ? possible : 0;
        expect(visit.ahead).toBeGreaterThanOrEqual(least);
        expect(visit.ahead).toBeLessThanOrEqual(most);
      }
    });
  });

  test('a newcomer waits only where there is a place for the whole party, and turns round only where there is none', () => {
    everyDay(({ scenario, demand, visits }) => {
      if (scenario.space === undefined) return;
      const { seats, standing = Infinity } = scenario.space;
      const heads = ({ row }: Visit): number => 1 + (demand.companions?.[row] ?? 0);
      const spans = visits.flatMap((visit) => [
        ...(waited(visit) ? [{ ...inLine(visit), heads: heads(visit) }] : []),
        ...inKioskLine(visit).map((span) => ({ ...span, heads: heads(visit) })),
      ]);
      const taken = (among: (span: { from: number; to: number }) => boolean): number =>
        spans.filter(among).reduce((sum, span) => sum + span.heads, 0);
      for (const visit of visits) {
        const { arrived, joined, kioskStart, row, reason } = visit;
        if (happened(demand.since?.[row] ?? NaN)) continue;
        // who comes or goes at the very same moment may stand on either side of it
        const begins = inKioskLine(visit).some(({ from, to }) => to > from);
        if (begins || (waited(visit) && joined === arrived && !happened(kioskStart))) {
          const certain = taken(({ from, to }) => from < arrived && arrived < to);
          expect(certain + heads(visit)).toBeLessThanOrEqual(seats + standing);
        }
        if (reason === 'hall-full') {
          const possible = taken(({ from, to }) => from <= arrived && arrived <= to);
          expect(possible + heads(visit)).toBeGreaterThan(seats + standing);
        }
      }
    });
  });

  test('only who has a rule balks, and by the rule of the length only when so many wait', () => {
    everyDay(({ scenario, visits }) => {
      const waiters = visits.filter(waited);
      for (const { outcome, reason, customer, arrived } of visits) {
        if (outcome !== 'balked' || reason === 'hall-full') continue;
        const { balks } = scenario.customers[customer]!;
        expect(balks).toBeDefined();
        if (balks && 'whenWaiting' in balks) {
          const seen = waiters.filter(
            ({ joined, called }) => joined <= arrived && arrived <= called,
          );
          expect(seen.length).toBeGreaterThanOrEqual(balks.whenWaiting);
        }
      }
    });
  });

  test('most people waiting at once is what a sweep over the day after its warm-up finds', () => {
    everyDay(({ scenario, model, visits, log }) => {
      const { measuredFrom } = model;
      const spans = visits
        .filter(waited)
        .map(inLine)
        .filter(({ to }) => to > measuredFrom)
        .map(({ from, to }) => ({ from: Math.max(from, measuredFrom), to }));
      // a newcomer who makes a line long enough for help is counted before somebody is called
      const swept = mostAtOnce(spans);
      expect(log.mostWaiting).toBeGreaterThanOrEqual(swept);
      const joins = callsAtOnce(scenario) || scenario.space ? 1 : 0;
      // and who is called at the very end of the warm-up has waited until then
      const until = visits.filter(
        ({ joined, called }) => joined < called && called === measuredFrom,
      );
      expect(log.mostWaiting).toBeLessThanOrEqual(swept + joins + until.length);
    });
  });
});

describe('kiosks', () => {
  test('never serve more customers at once than there are kiosks, and only what they can do', () => {
    everyDay(({ scenario, visits }) => {
      const users = visits.filter(({ kioskStart }) => happened(kioskStart));
      const busy = users.map(({ kioskStart, kioskEnd }) => ({ from: kioskStart, to: kioskEnd }));
      expect(mostAtOnce(busy)).toBeLessThanOrEqual(scenario.kiosks?.count ?? 0);
      for (const { service } of users) {
        const can = scenario.kiosks!.services;
        expect(can[service] ?? can['*']).toBeDefined();
      }
    });
  });

  test('a try lasts what the customer drew, or until the kiosk breaks down: then it has failed', () => {
    everyDay(({ model, demand, places, visits }) => {
      const kiosks = placesAt(places, 'kiosks', 0);
      for (const { row, kioskStart, kioskEnd, channel } of visits) {
        if (!happened(kioskStart)) continue;
        const { time } = model.services[demand.service[row]!]!.kiosk!;
        const end = kioskStart + drawn(time, demand, row, 7);
        if (kioskEnd === end) continue;
        expect(kioskEnd).toBeLessThan(end);
        expect(kiosks.some(({ down }) => down.some(({ from }) => from === kioskEnd))).toBe(true);
        expect(channel).not.toBe('kiosk');
      }
    });
  });

  test('whoever could go to a counter does not wait for kiosks that have all broken down', () => {
    everyDay(({ desks, places, visits }) => {
      const kiosks = placesAt(places, 'kiosks', 0);
      if (kiosks.length === 0) return;
      const wrong = visits.filter(
        (visit) =>
          desksAble(desks, visit).length > 0 &&
          inKioskLine(visit).some(({ from, to }) => to > from) &&
          kiosks.every((kiosk) => isDown(kiosk, visit.arrived)),
      );
      expect(wrong).toEqual([]);
    });
  });

  test('take the earliest of their line first, at once when one is free and works', () => {
    everyDay(({ scenario, model, places, visits }) => {
      const kiosks = placesAt(places, 'kiosks', 0);
      const users = visits.filter(({ kioskStart }) => happened(kioskStart));
      users.slice(1).forEach(({ kioskStart }, i) => {
        expect(kioskStart).toBeGreaterThanOrEqual(users[i]!.kioskStart);
      });
      const busy = users.map(({ kioskStart, kioskEnd }) => ({ from: kioskStart, to: kioskEnd }));
      for (const { arrived, kioskStart } of users) {
        if (kioskStart === arrived || covering(closures(scenario), arrived) > 0) continue;
        const broken = kiosks.filter((kiosk) => isDown(kiosk, arrived)).length;
        expect(covering(busy, arrived) + broken).toBe(model.kiosks!.count);
      }
    });
  });

  test('the kiosk line holds at most lineUpTo people, unless they have nowhere else to go', () => {
    everyDay(({ scenario, desks, visits }) => {
      const upTo = scenario.kiosks?.lineUpTo ?? Infinity;
      for (const visit of visits.filter((v) => desksAble(desks, v).length > 0)) {
        for (const { from, to } of inKioskLine(visit)) {
          const before = visits.slice(0, visit.row).flatMap(inKioskLine);
          if (to > from) expect(covering(before, from)).toBeLessThan(upTo);
        }
      }
    });
  });

  test('a service that no counter offers is finished at a kiosk, or not at all', () => {
    everyDay(({ scenario, desks, visits }) => {
      for (const visit of visits.filter((v) => desksAble(desks, v).length === 0)) {
        if (anyHelps(scenario)) continue;
        expect(['kiosk', 'none']).toContain(visit.channel);
        expect(visit.joined).toBeNaN();
      }
    });
  });
});

describe('closing', () => {
  test('from the last ticket on whoever comes is refused, and nobody else is', () => {
    everyDay(({ scenario, visits }) => {
      const { lastTicket } = openingHours(scenario.day);
      const wrong = visits.filter(
        ({ arrived, reason }) => (reason === 'last-ticket') !== arrived >= lastTicket,
      );
      expect(wrong).toEqual([]);
    });
  });

  test('at closing, and after it, whoever waits for counters that are all shut goes home', () => {
    everyDay(({ desks, model, visits }) => {
      for (const visit of visits) {
        const open = desksAble(desks, visit).some((g) => desks[g]!.open(model.closes) > 0);
        if (visit.reason === 'no-counter') {
          expect(open).toBe(false);
          const turnedUp = happened(visit.kioskEnd) ? visit.kioskEnd : visit.arrived;
          const waits = waited(visit) || visit.group >= 0;
          expect(visit.left).toBe(waits ? model.closes : turnedUp);
        } else if (!open && happened(visit.joined)) {
          expect(visit.called).toBeLessThanOrEqual(model.closes);
        }
      }
    });
  });

  test('a hall that turns away starts nothing after closing; one that serves turns nobody away', () => {
    everyDay(({ scenario, model, visits }) => {
      const turnsAway = scenario.day.waitingAtClose === 'turn-away';
      const wrong = visits.filter(({ called, group, kioskStart, reason }) =>
        turnsAway
          ? Math.max(group >= 0 ? called : 0, kioskStart || 0) > model.closes
          : reason === 'closing',
      );
      expect(wrong).toEqual([]);
    });
  });
});
