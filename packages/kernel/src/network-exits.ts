import { type Choice, LEAVES, type NetworkPlan, type StationPlan } from './network-plan.js';

/**
 * A station from which no customer ever finds out of the network, if customers can come to one; so
 * that a run which waits for the last to leave would never end. Rules of routing are trusted.
 */
export function trapOf(plan: NetworkPlan): StationPlan | undefined {
  const { stations } = plan;
  const steps = stations.map((station) => {
    if (typeof station.route === 'function') return { leaves: true, to: [] };
    const choices = station.route;
    return {
      leaves:
        choices.some((choice) => !isSure(choice)) ||
        (station.patience.some((spread) => spread !== null) && station.impatientTo === LEAVES) ||
        station.discipline === 'preemptive-lose',
      to: [...choices.flatMap(({ targets }) => targets), station.impatientTo].filter(
        (to) => to >= 0,
      ),
    };
  });
  const finds = stations.map((_, i) => steps[i]!.leaves);
  for (let changed = true; changed; ) {
    changed = false;
    steps.forEach(({ to }, i) => {
      if (!finds[i] && to.some((target) => finds[target])) {
        finds[i] = true;
        changed = true;
      }
    });
  }
  const reached = new Set(plan.sources.flatMap(({ to }) => to.targets));
  for (const station of reached) for (const to of steps[station]!.to) reached.add(to);
  return stations.find((_, i) => reached.has(i) && !finds[i]);
}

/** Whether a choice leaves nobody out. */
function isSure({ totals }: Choice): boolean {
  return totals[totals.length - 1] === 1;
}
