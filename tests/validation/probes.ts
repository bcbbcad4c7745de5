import type { NetworkSpec, NetworkView } from '@hallsim/kernel';

/**
 * Adds somebody to a network who looks at it at given times and touches nothing: a source of its
 * own, a station where nobody waits, and a route that reads the view.
 */
export function withProbe(
  spec: NetworkSpec,
  times: readonly number[],
  look: (hall: NetworkView) => void,
): NetworkSpec {
  return {
    ...spec,
    sources: { ...spec.sources, probe: { arrivals: { times }, to: 'probe' } },
    stations: {
      ...spec.stations,
      probe: { servers: 'infinite', service: { family: 'fixed', value: 0 } },
    },
    routes: {
      ...spec.routes,
      probe: (_, hall) => {
        look(hall);
        return undefined;
      },
    },
  };
}
