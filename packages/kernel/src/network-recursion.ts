import { PURPOSE } from './network-chance.js';
import type { NetworkEnd, NetworkStart } from './network-course.js';
import { Flow, nextTurn } from './network-flow.js';
import type { NetworkPlan, StationPlan } from './network-plan.js';
import { Stage } from './network-stage.js';
import type { NetworkRunPlan } from './network-visit.js';

/**
 * True if a network is made of first-come stations of identical servers where nobody looks at the
 * number of customers present, each fed by sources alone or by one other station alone, and if only
 * waits are asked for.
 *
 * There a customer's start of service follows from the servers' times alone, at the moment they
 * join: the earliest time at which a server is free of those who joined before (J. Kiefer & J.
 * Wolfowitz, Trans. Amer. Math. Soc. 78, 1955; D. V. Lindley, 1952, for one server). Who would have
 * to wait beyond their patience never takes a server, so impatience changes nothing in this. And
 * servers are taken in the order in which they become free, so that departures come out in order of
 * time, as arrivals at the station behind.
 */
export function isRecursive(plan: NetworkPlan, run: NetworkRunPlan): boolean {
  return (
    run.warmUpTime === 0 &&
    run.customers < Infinity &&
    !run.visits &&
    !run.levels &&
    run.onVisit === null &&
    plan.sources.every(({ arrivals, to }) => arrivals !== null && to.totals[0] === 1) &&
    plan.stations.every(isPlain) &&
    plan.stations.every((_, station) => feeders(plan, station) <= 1)
  );
}

export function isPlain(station: StationPlan): boolean {
  return (
    station.discipline === 'fifo' &&
    station.rank === null &&
    station.steps.length === 0 &&
    station.servers >= 1 &&
    station.servers < Infinity &&
    station.places === Infinity &&
    station.joins === null &&
    station.impatientTo < 0 &&
    typeof station.route !== 'function'
  );
}

/** How many stations send customers to a station; sources together count as one. */
function feeders({ sources, stations }: NetworkPlan, to: number): number {
  const sends = ({ route }: StationPlan) =>
    typeof route !== 'function' && route.some(({ targets }) => targets.includes(to));
  const outside = sources.some((source) => source.to.targets[0] === to) ? 1 : 0;
  return outside + stations.filter(sends).length;
}

/**
 * The run of such a network without events: the same customers, the same times to the last bit, the
 * same tallies.
 * @returns the time of the last departure, and why the run ended
 */
export function runRecursion(start: NetworkStart): NetworkEnd {
  const { plan, run, chance, tallies, cursors, signal } = start;
  const stages = plan.stations.map((station, i) => new Stage(station, plan, tallies[i]!, chance));
  for (const { to } of plan.sources) stages[to.targets[0]!]!.connect(stages);
  const flows = plan.sources.map((source, i) => {
    const { service, patience } = plan.stations[source.to.targets[0]!]!;
    return new Flow(
      i,
      source.class,
      source.to.targets[0]!,
      cursors[i]!,
      service[source.class]!,
      chance.key(i, PURPOSE.service, 0),
      patience[source.class]!,
      chance.key(i, PURPOSE.patience, 0),
    );
  });
  let warmUp = run.warmUpCustomers;
  let left = warmUp + run.customers;
  while (left > 0) {
    if (signal?.aborted === true) return { time: lastEnd(stages), end: 'aborted', inside: 0 };
    const turn = nextTurn(flows);
    if (turn === undefined) break;
    // the doors close in the middle of a flow, and the tallies begin there
    const done = stages[turn.flow.to]!.serve(
      turn,
      Math.min(left, warmUp > 0 ? warmUp : left),
      warmUp <= 0,
    );
    left -= done;
    warmUp -= done;
  }
  // from the doors inwards, so that nobody comes to a station that has been emptied
  for (const stage of stages.filter(({ isFirst }) => isFirst)) stage.finish();
  return { time: lastEnd(stages), end: left > 0 ? 'empty' : 'customers', inside: 0 };
}

function lastEnd(stages: readonly Stage[]): number {
  return stages.reduce((last, stage) => Math.max(last, stage.lastEnd), 0);
}
