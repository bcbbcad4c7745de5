import { checkKeys, list, refuse } from './refuse.js';
import type { Variate } from './variate.js';
import { beta, betaShapes } from './variate-beta.js';
import { exponential } from './variate-exponential.js';
import { fixed } from './variate-fixed.js';
import { erlang, gamma } from './variate-gamma.js';
import { hyperexponential, hyperexponentialBranches } from './variate-hyperexponential.js';
import { discrete, measured, smoothed } from './variate-listed.js';
import { lognormal } from './variate-lognormal.js';
import { mixture, shifted } from './variate-mixed.js';
import { normal, truncatedNormal } from './variate-normal.js';
import { coxian, phaseType } from './variate-phases.js';
import { triangular, uniformBetween } from './variate-uniform.js';
import { weibull, weibullShape } from './variate-weibull.js';

type Numbers = readonly number[];
type Pairs = readonly (readonly [number, number])[];

/**
 * A spread as plain data, as a JSON file can hold it: the family by name, its numbers by name. What
 * they mean, and which are legal, stands at the function of the same name.
 */
export type Spread =
  | { readonly family: 'fixed'; readonly value: number }
  | { readonly family: 'exponential'; readonly mean: number }
  | { readonly family: 'uniform'; readonly from: number; readonly to: number }
  | {
      readonly family: 'triangular';
      readonly from: number;
      readonly mode: number;
      readonly to: number;
    }
  | { readonly family: 'normal'; readonly mean: number; readonly sd: number }
  | {
      readonly family: 'truncatedNormal';
      readonly mean: number;
      readonly sd: number;
      readonly from?: number;
      readonly to?: number;
    }
  | { readonly family: 'lognormal'; readonly mean: number; readonly cv: number }
  | { readonly family: 'gamma'; readonly mean: number; readonly cv: number }
  | { readonly family: 'erlang'; readonly mean: number; readonly k: number }
  | { readonly family: 'weibull'; readonly mean: number; readonly cv: number }
  | { readonly family: 'weibull'; readonly shape: number; readonly scale: number }
  | {
      readonly family: 'beta';
      readonly mean: number;
      readonly cv: number;
      readonly from?: number;
      readonly to?: number;
    }
  | {
      readonly family: 'beta';
      readonly alpha: number;
      readonly beta: number;
      readonly from?: number;
      readonly to?: number;
    }
  | { readonly family: 'hyperexponential'; readonly mean: number; readonly cv: number }
  /** Pairs `[share, mean]`. */
  | { readonly family: 'hyperexponential'; readonly branches: Pairs }
  | { readonly family: 'coxian'; readonly means: Numbers; readonly onward: Numbers }
  | {
      readonly family: 'phaseType';
      readonly initial: Numbers;
      readonly generator: readonly Numbers[];
    }
  | { readonly family: 'measured'; readonly values: Numbers }
  | { readonly family: 'smoothed'; readonly values: Numbers }
  /** Pairs `[value, probability]`. */
  | { readonly family: 'discrete'; readonly outcomes: Pairs }
  /** Pairs `[share, spread]`. */
  | {
      readonly family: 'mixture';
      readonly parts: readonly (readonly [number, Spread | Variate])[];
    }
  | { readonly family: 'shifted'; readonly by: number; readonly spread: Spread | Variate };

/** How lists of numbers are nested; every other key holds a number or a spread. */
const DEPTH: Readonly<Record<string, number>> = {
  values: 1,
  means: 1,
  onward: 1,
  initial: 1,
  branches: 2,
  outcomes: 2,
  generator: 2,
};

/** A function and the keys of its arguments in their order; those with ? may be left out. */
type Way = readonly [make: (...given: never[]) => Variate, keys: string];

/** Each family, made in one way or in two. */
const FAMILIES: { readonly [F in Spread['family']]: readonly Way[] } = {
  fixed: [[fixed, 'value']],
  exponential: [[exponential, 'mean']],
  uniform: [[uniformBetween, 'from to']],
  triangular: [[triangular, 'from mode to']],
  normal: [[normal, 'mean sd']],
  truncatedNormal: [[truncatedNormal, 'mean sd from? to?']],
  lognormal: [[lognormal, 'mean cv']],
  gamma: [[gamma, 'mean cv']],
  erlang: [[erlang, 'mean k']],
  weibull: [
    [weibull, 'mean cv'],
    [weibullShape, 'shape scale'],
  ],
  beta: [
    [beta, 'mean cv from? to?'],
    [betaShapes, 'alpha beta from? to?'],
  ],
  hyperexponential: [
    [hyperexponential, 'mean cv'],
    [hyperexponentialBranches, 'branches'],
  ],
  coxian: [[coxian, 'means onward']],
  phaseType: [[phaseType, 'initial generator']],
  measured: [[measured, 'values']],
  smoothed: [[smoothed, 'values']],
  discrete: [[discrete, 'outcomes']],
  mixture: [[mixture, 'parts']],
  shifted: [[shifted, 'spread by']],
};

/**
 * The variate that a declaration names. A variate is taken as it is.
 *
 * @param where how messages call the place of the declaration, such as `stations.desk.service`
 * @throws RangeError naming key and value for a family or a key that does not exist, a key that is
 *   missing, and a number that is none or that the family cannot have
 */
export function variateOf(spread: Spread | Variate, where: string = 'spread'): Variate {
  if (typeof spread !== 'object' || spread === null) {
    refuse(where, spread, "give a spread such as { family: 'exponential', mean: 4 }");
  }
  if ('values' in spread && ArrayBuffer.isView(spread.values)) return spread as Variate;
  const { family, ...given } = spread as Spread & Readonly<Record<string, unknown>>;
  if (!Object.hasOwn(FAMILIES, family)) {
    refuse(`${where}.family`, family, `there are ${Object.keys(FAMILIES).join(', ')}`);
  }
  const [first, second] = FAMILIES[family];
  // the second of two ways is meant if its own first key is there
  const [make, names] = second && second[1].split(' ')[0]! in given ? second : first!;
  const keys = names.split(' ');
  checkKeys(
    given,
    keys,
    where,
    `${family} spreads have ${FAMILIES[family].map(([, way]) => way).join(', or ')}; `,
  );
  const values = keys.map((key) => read(given[key.replace('?', '')], key, where));
  try {
    return make(...(values as never[]));
  } catch (error) {
    throw error instanceof RangeError
      ? new RangeError(`${where}: ${error.message}`, { cause: error })
      : error;
  }
}

/** An argument after the check that it is made of numbers, or of spreads. */
function read(value: unknown, key: string, where: string): unknown {
  const place = `${where}.${key.replace('?', '')}`;
  if (key === 'spread') return variateOf(value as Spread, place);
  if (key === 'parts') {
    return list(value, place).map((part, i) => {
      const [share, spread] = list(part, `${place}[${i}]`);
      checkNumbers(share, 0, `${place}[${i}][0]`);
      return [share, variateOf(spread as Spread, `${place}[${i}][1]`)];
    });
  }
  if (value !== undefined) checkNumbers(value, DEPTH[key] ?? 0, place);
  return value;
}

function checkNumbers(value: unknown, depth: number, where: string): void {
  if (depth > 0)
    list(value, where).forEach((entry, i) => checkNumbers(entry, depth - 1, `${where}[${i}]`));
  else if (typeof value !== 'number') refuse(where, value, 'give a number');
}
