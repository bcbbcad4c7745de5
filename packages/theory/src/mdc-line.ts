import { checkCount } from './check.js';
import { complex, complexExp, fourier, minus } from './complex.js';
import { pow } from './elementary.js';
import { crommelinRoots, decayRoot, lineTransform } from './mdc-roots.js';

/** Most servers for which the law of the line is worked out. */
const MOST_SERVERS = 500;

/**
 * P(at most j wait in M/D/c), j = 0, 1, …: the coefficients of the generating function by a discrete
 * Fourier transform, after its nearest pole, whose part is geometric, has been taken out. Absolute
 * error about 1e-12.
 *
 * @param servers c, at most 500
 * @param utilisation below 1
 * @throws RangeError for more servers
 */
export function deterministicLine(servers: number, utilisation: number): (j: number) => number {
  if (servers > MOST_SERVERS) {
    throw new RangeError(
      `servers is ${servers}; the law of the wait of M/D/c is worked out for at most ${MOST_SERVERS}`,
    );
  }
  checkCount('servers', servers);
  const roots = crommelinRoots(servers, utilisation);
  const load = servers * utilisation;
  const decay = decayRoot(utilisation);
  // 1 / (z - decay)^1 part of E[z^L]; left out where it is nothing beside the rest
  const power = pow(decay, servers);
  let weight = 0;
  if (power < 1e60) {
    // just beside the pole, where the function itself is all pole
    const slope = power * (servers / decay - load);
    let numerator = (servers - load) * (decay - 1);
    for (const [i, { re, im }] of roots.entries()) {
      const half = 2 * (i + 1) === servers;
      const top = (decay - re) * (decay - re) + im * im;
      const bottom = (1 - re) * (1 - re) + im * im;
      numerator *= half ? (decay - re) / (1 - re) : top / bottom;
    }
    weight = -numerator / slope;
  }
  const size = sizeFor(servers);
  const values = Array.from({ length: size }, (_, n) => {
    const z = n === 0 ? complex(1) : complexExp(complex(0, (2 * Math.PI * n) / size));
    const value = n === 0 ? complex(1) : lineTransform(servers, utilisation, roots, z);
    const distance = complex(decay - z.re, -z.im);
    const squared = distance.re * distance.re + distance.im * distance.im;
    return minus(
      value,
      complex((weight * distance.re) / squared, (-weight * distance.im) / squared),
    );
  });
  const rest = fourier(values).map(({ re }) => re / size);
  const atMost: number[] = [];
  let sum = 0;
  let geometric = weight / decay;
  for (const one of rest) {
    sum += one + geometric;
    geometric /= decay;
    atMost.push(Math.min(1, Math.max(0, sum)));
  }
  const last = atMost.length / 2;
  return (j) => {
    if (j < last) return atMost[j] ?? 0;
    return 1 - (weight * pow(1 / decay, j + 1)) / (decay - 1);
  };
}

/** A power of two well beyond the reach of all poles but the nearest. */
function sizeFor(servers: number): number {
  let size = 512;
  while (size < 10 * servers) size *= 2;
  return size;
}
