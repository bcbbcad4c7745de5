import { type HallState, inService, type Stretch } from './hall-state.js';
import { poissonWeights } from './poisson-weights.js';

/** Where one customer stands: `[x][k]`, k people ahead in line, x counters that only finish. */
type Place = Float64Array[];

/** A time with constant rates after the customer's arrival. */
export interface Window extends Stretch {
  readonly length: number;
}

/** P(start of service within the windows) of a customer who arrives now, first come, first served. */
export function startsWithin(state: HallState, windows: readonly Window[]): number {
  const servers = windows[0]?.servers ?? 0;
  let served = 0;
  let place: Place = state.map((layer) => new Float64Array(layer.length));
  state.forEach((layer, x) => {
    layer.forEach((p, n) => {
      const ahead = n - inService(n, x, servers);
      if (x === 0 && n < servers) served += p;
      else if (p > 0) addTo(place[x] as Float64Array, ahead, p);
    });
  });
  windows.forEach((window, i) => {
    const before = windows[i - 1]?.servers ?? window.servers;
    if (before !== window.servers) {
      const moved = changeTagged(place, before, window.servers);
      served += moved.served;
      place = moved.place;
    }
    const step = advanceTagged(place, window);
    served += step.served;
    place = step.place;
  });
  return served;
}

function addTo(array: Float64Array, i: number, p: number): void {
  array[i] = (array[i] as number) + p;
}

interface Step {
  readonly place: Place;
  /** Probability that the customer has come to a counter meanwhile. */
  readonly served: number;
}

/** Counters open (those who stand first in line go there) or close once they have finished. */
function changeTagged(place: Place, from: number, to: number): Step {
  let served = 0;
  const moved: Place = [];
  place.forEach((layer, x) => {
    const busy = from + x;
    const left = Math.max(0, busy - to);
    while (moved.length <= left) moved.push(new Float64Array(layer.length));
    layer.forEach((p, ahead) => {
      const now = ahead - Math.max(0, to - busy);
      if (now < 0) served += p;
      else addTo(moved[left] as Float64Array, now, p);
    });
  });
  return { place: moved, served };
}

/** Constant rates: uniformization of who is still ahead. */
function advanceTagged(place: Place, window: Window): Step {
  const { length, servers, serviceRate, abandonRate } = window;
  const most = Math.max(...place.map((layer) => layer.findLastIndex((p) => p > 1e-22)));
  const layers = place.length;
  const rate = (servers + layers - 1) * serviceRate + (most + 1) * abandonRate;
  if (most < 0 || rate === 0 || length === 0) return { place, served: 0 };
  const { exactly, more } = poissonWeights(rate * length);
  const now = place.map((layer) => layer.slice(0, most + 1));
  const end = now.map(() => new Float64Array(most + 1));
  const next = servers * serviceRate;
  let served = 0;
  for (let k = 0; k < exactly.length; k++) {
    const weight = exactly[k] as number;
    served += (more[k] as number) * ((now[0]?.[0] ?? 0) * (next / rate));
    now.forEach((layer, x) => {
      const sum = end[x] as Float64Array;
      const above = now[x + 1];
      const closing = x > 0 ? (servers + x) * serviceRate : 0;
      const calling = x > 0 ? 0 : next;
      const opened = ((servers + x + 1) * serviceRate) / rate;
      for (let ahead = 0; ahead <= most; ahead++) {
        const p = layer[ahead] as number;
        addTo(sum, ahead, weight * p);
        // upwards: the place behind and the layer above still hold the chances before this event
        const behind = ahead < most ? (layer[ahead + 1] as number) : 0;
        layer[ahead] =
          p * (1 - (closing + calling + (ahead + 1) * abandonRate) / rate) +
          (behind * (calling + (ahead + 1) * abandonRate)) / rate +
          (above ? (above[ahead] as number) * opened : 0);
      }
    });
  }
  return { place: end, served };
}
