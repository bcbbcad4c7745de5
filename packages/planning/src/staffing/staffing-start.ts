import { HALF_HOUR, levelAt } from '@hallsim/hall';
import { minutes, share } from '@hallsim/scenario';
import { exponential, fewestServers, offeredLoad, type RatePiece } from '@hallsim/theory';
import {
  isOnlyCounter,
  mayChange,
  type StaffingPlan,
  type StaffingProblem,
} from './staffing-problem.js';

/**
 * Where the search begins: for each group and half hour the load that its customers offer (modified
 * offered load, so it lags the arrivals), and the fewest counters that would keep the promise if that
 * half hour lasted for ever (Erlang A; Erlang C where somebody is for ever patient). Customers whom
 * several groups may serve count for the most specialised one.
 */
export function staffingStart(problem: StaffingProblem): StaffingPlan {
  const { model, slots } = problem;
  const plan = new Int32Array(model.groups.length * slots.length);
  // Before any group takes the counters of a room, every customer has one who has one in the file.
  model.groups.forEach((_, g) => {
    slots.forEach((__, k) => {
      const may = mayChange(problem, plan, { group: g, slot: k, by: 1 });
      if (may && isOnlyCounter(problem, plan, g, k)) plan[g * slots.length + k] = 1;
    });
  });
  model.groups.forEach((_, g) => {
    slots.forEach(({ from, to }, k) => {
      const wanted = serversFor(problem, g, (from + to) / 2);
      const at = g * slots.length + k;
      while (plan[at]! < wanted && mayChange(problem, plan, { group: g, slot: k, by: 1 }))
        plan[at]!++;
    });
  });
  return plan;
}

/** Fewest counters of a group for the load at a moment. */
function serversFor(problem: StaffingProblem, group: number, time: number): number {
  const { model, target } = problem;
  let [load, rate] = [0, 0];
  for (const { pieces, service } of kindsOf(problem, group)) {
    const now = offeredLoad(pieces, exponential(service), time);
    load += now;
    rate += now / service;
  }
  if (rate < 1e-9) return 0;
  const serviceRate = rate / load;
  const patience = model.customers.map((customer) => customer.patience?.mean ?? Infinity);
  const patienceMean = Math.min(...patience);
  const wish =
    target.id === 'service-level'
      ? { serviceLevel: { within: minutes(target.within), atLeast: target.share } }
      : patienceMean < Infinity
        ? { abandoned: target.share }
        : { waitProbability: 0.5 };
  return fewestServers({
    arrivalRate: rate,
    serviceRate,
    ...(patienceMean < Infinity && { patienceMean }),
    target: wish,
  });
}

/** The customers who come to a group first, by what they ask for: when, and how long they take. */
function kindsOf(
  { scenario, model }: StaffingProblem,
  group: number,
): { readonly pieces: readonly RatePiece[]; readonly service: number }[] {
  const mix = model.dayType === null ? undefined : scenario.demand.dayTypes?.[model.dayType]?.mix;
  const classes = Object.values(scenario.customers).map((customer) => share(customer.share));
  const kinds: { pieces: RatePiece[]; service: number }[] = [];
  Object.entries(scenario.services).forEach(([id, service], s) => {
    const asked = share(mix ? (mix[id] ?? '0%') : service.share);
    classes.forEach((part, c) => {
      const line = model.lineOf[s * classes.length + c]!;
      if (line < 0 || model.lines[line]!.groups[0] !== group || asked * part === 0) return;
      const { kiosk, time } = model.services[s]!;
      const self = (at: number): number =>
        kiosk === null ? 0 : kiosk.eligible * kiosk.succeeds * levelAt(kiosk.willing[c]!, at);
      const pieces = model.sources.flatMap(({ rate, at, customersEach }) =>
        [...rate.times].flatMap((start, i): RatePiece[] => {
          const from = at ?? start;
          const to = at === null ? (rate.times[i + 1] ?? model.closes) : at + HALF_HOUR;
          // A rate that rises or falls counts as what it is in the middle of its piece.
          const middle = rate.rates[i]! + (rate.slopes[i]! * (to - from)) / 2;
          const per = (middle * customersEach) / HALF_HOUR;
          if (per === 0 || to <= from) return [];
          return [{ from, to, rate: per * asked * part * (1 - self(from)) }];
        }),
      );
      kinds.push({ pieces, service: time.mean / model.groups[group]!.speed });
    });
  });
  return kinds;
}
