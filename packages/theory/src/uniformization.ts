import { grow, type HallState, inService, type Stretch } from './hall-state.js';
import { poissonWeights } from './poisson-weights.js';

/** How a stretch of time ends. */
export interface Advance {
  /** Probabilities at the end. */
  readonly end: HallState;
  /** Integral of the probabilities over the stretch: mean time spent in each state. */
  readonly spent: HallState;
  /** Probability lost above the highest state that was kept: bounds the error of `end`. */
  readonly lost: number;
}

/** Probability below which the highest states are let go (and counted as lost). */
const NEGLIGIBLE = 1e-24;

/** Highest n worth keeping over the stretch: reached from `top` with a chance of about 1e-18. */
function highest(top: number, length: number, stretch: Stretch): number {
  const { arrivalRate, servers, serviceRate, abandonRate } = stretch;
  const arrivals = arrivalRate * length;
  const most = Math.ceil(arrivals + 9 * Math.sqrt(arrivals) + 30);
  let n = Math.max(top, servers);
  const limit = n + most;
  for (let chance = 1; n < limit && chance > 1e-19; n++) {
    const out = servers * serviceRate + (n + 1 - servers) * abandonRate;
    chance *= Math.min(1, arrivalRate / out);
  }
  return n + 1;
}

/** Rates of one layer as chances per event. */
interface Layer {
  /** Nothing happens to n. */
  readonly stay: Float64Array;
  /** From n to n - 1 in the same layer. */
  readonly fall: Float64Array;
  /** From n to n - 1 and one counter less. */
  readonly close: number;
}

function layerOf(x: number, size: number, rate: number, stretch: Stretch): Layer {
  const { arrivalRate, servers, serviceRate, abandonRate } = stretch;
  const close = x > 0 ? ((servers + x) * serviceRate) / rate : 0;
  const fall = Float64Array.from({ length: size + 1 }, (_, n) => {
    const busy = inService(n, x, servers);
    return ((x > 0 ? 0 : busy * serviceRate) + Math.max(0, n - busy) * abandonRate) / rate;
  });
  return { fall, close, stay: fall.map((one) => 1 - arrivalRate / rate - close - one) };
}

/**
 * M/M/c+M over a stretch of time with constant rates, by uniformization (A. Jensen 1953; W. K.
 * Grassmann, Comput. Oper. Res. 4 (1977) 47-53): events come at the rate of the fastest state, most
 * of them change nothing. Only sums of positive terms.
 *
 * @param length of the stretch, at least 0
 */
export function advance(state: HallState, length: number, stretch: Stretch): Advance {
  const { arrivalRate, servers, serviceRate, abandonRate } = stretch;
  let high = Math.max(...state.map((layer) => layer.length)) - 1;
  let layers = state.length;
  const size = highest(high, length, stretch) + 1;
  const rate =
    arrivalRate +
    (servers + layers - 1) * serviceRate +
    Math.max(0, size - 1 - servers) * abandonRate;
  const { exactly, more } = poissonWeights(rate * length);
  const up = arrivalRate / rate;
  const rates = state.map((_, x) => layerOf(x, size, rate, stretch));
  const now: Float64Array[] = state.map((layer) => grow(layer, size + 2));
  const next: Float64Array[] = state.map(() => new Float64Array(size + 2));
  const end = state.map(() => new Float64Array(size));
  const spent = state.map(() => new Float64Array(size));
  let lost = 0;
  for (let k = 0; k < exactly.length; k++) {
    const weight = exactly[k] as number;
    const time = (more[k] as number) / rate;
    const reach = Math.min(high + 1, size - 1);
    for (let x = 0; x < layers; x++) {
      const from = now[x] as Float64Array;
      const to = next[x] as Float64Array;
      if (reach === high) lost += (from[high] as number) * up * (more[k] as number);
      event(from, to, rates[x] as Layer, up, reach, end[x], spent[x], weight, time);
      if (x + 1 < layers) {
        const other = now[x + 1] as Float64Array;
        const { close } = rates[x + 1] as Layer;
        for (let n = 0; n <= reach; n++) {
          to[n] = (to[n] as number) + (other[n + 1] as number) * close;
        }
      }
      now[x] = to;
      next[x] = from;
    }
    high = reach;
    while (high > 0 && now.every((layer) => (layer[high] as number) < NEGLIGIBLE)) {
      for (const layer of now) {
        lost += layer[high] as number;
        layer[high] = 0;
      }
      high -= 1;
    }
    for (const layer of next) layer.fill(0, high + 1, reach + 2);
    while (k % 16 === 0 && layers > 1 && isEmpty(now[layers - 1] as Float64Array)) {
      layers -= 1;
      lost += sumOf(now[layers] as Float64Array);
      now[layers] = new Float64Array(size + 2);
    }
  }
  return { end: trim(end, sumOf(...state) - lost), spent, lost };
}

const isEmpty = (layer: Float64Array): boolean => layer.every((p) => p < NEGLIGIBLE);

function sumOf(...layers: readonly Float64Array[]): number {
  return layers.reduce((sum, layer) => layer.reduce((part, p) => part + p, sum), 0);
}

/** One event of a layer, and its share in the two sums; one loop, as half of the time is spent here. */
function event(
  from: Float64Array,
  to: Float64Array,
  { stay, fall }: Layer,
  up: number,
  reach: number,
  end: Float64Array | undefined,
  spent: Float64Array | undefined,
  weight: number,
  time: number,
): void {
  if (!end || !spent) return;
  const ending = weight > 1e-20;
  let before = 0;
  let here = from[0] as number;
  for (let n = 0; n <= reach; n++) {
    const above = from[n + 1] as number;
    to[n] = here * (stay[n] as number) + before * up + above * (fall[n + 1] as number);
    spent[n] = (spent[n] as number) + time * here;
    if (ending) end[n] = (end[n] as number) + weight * here;
    before = here;
    here = above;
  }
}

/**
 * Without layers and states that are empty, scaled to the mass that there must be, so that the
 * roundings of thousands of events do not add up.
 */
function trim(state: Float64Array[], mass: number): HallState {
  const some = state.map((layer) => layer.findLastIndex((p) => p >= NEGLIGIBLE));
  const layers = Math.max(1, some.findLastIndex((n) => n >= 0) + 1);
  const length = Math.max(0, ...some) + 1;
  const scale = mass / sumOf(...state);
  return state.slice(0, layers).map((layer) => layer.slice(0, length).map((p) => p * scale));
}
