import type { NetworkPlan, StationPlan } from './network-plan.js';

/**
 * A station from which customers of some class who come there are not sure to find out of the network;
 * so that a run which waits for the last to leave might never end. Rules of routing are trusted. Impatience
 * and lost services are no way out: who is left alone is served for ever. Turning round at an empty station is one.
 */
export function trapOf(plan: NetworkPlan): StationPlan | undefined {
  for (let ofClass = 0; ofClass < plan.classes.length; ofClass++) {
    const trap = trapFor(ofClass, plan);
    if (trap !== undefined) return trap;
  }
  return undefined;
}

function trapFor(ofClass: number, { stations, sources }: NetworkPlan): StationPlan | undefined {
  const ways = stations.map((station) => waysFrom(station, ofClass));
  const finds = ways.map(({ leaves }) => leaves);
  for (let changed = true; changed; ) {
    changed = false;
    ways.forEach(({ to }, i) => {
      if (!finds[i] && to.some((target) => finds[target])) {
        finds[i] = true;
        changed = true;
      }
    });
  }
  const own = sources.filter((source) => source.class === ofClass);
  const reached = new Set(own.flatMap(({ to }) => to.targets));
  for (const station of reached) {
    const { impatientTo, fullTo } = stations[station]!;
    for (const to of [...ways[station]!.to, impatientTo, fullTo]) if (to >= 0) reached.add(to);
  }
  return stations.find((_, i) => reached.has(i) && !finds[i]);
}

/** Whether some of a class leave the network from here, and where the others go. */
function waysFrom(
  { joins, route, servers, steps, impatientTo }: StationPlan,
  ofClass: number,
): { leaves: boolean; to: readonly number[] } {
  if (typeof route === 'function' || (joins !== null && joins(0) !== 1)) {
    return { leaves: true, to: [] };
  }
  // where nobody ever serves, only patience ends a stay
  if (servers === 0 && steps.length === 0) return { leaves: impatientTo < 0, to: [impatientTo] };
  const { totals, targets } = route[ofClass]!;
  return { leaves: totals[totals.length - 1] !== 1, to: targets };
}
