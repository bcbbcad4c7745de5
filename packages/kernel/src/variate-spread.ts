import type { Variate } from './variate.js';
import { beta, betaShapes } from './variate-beta.js';
import { discrete, measured, smoothed } from './variate-listed.js';
import { mixture, shifted } from './variate-mixed.js';
import { normal, truncatedNormal } from './variate-normal.js';
import { coxian, hyperexponentialBranches, phaseType } from './variate-phases.js';
import {
  erlang,
  exponential,
  fixed,
  gamma,
  hyperexponential,
  lognormal,
  triangular,
  uniformBetween,
  weibull,
  weibullShape,
} from './variate-scaled.js';

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

type Name = Spread['family'];
type Of<F extends Name> = Extract<Spread, { family: F }>;

/** The keys of each family, in one way or in two; those with ? may be left out. */
const KEYS: { readonly [F in Name]: readonly string[] } = {
  fixed: ['value'],
  exponential: ['mean'],
  uniform: ['from to'],
  triangular: ['from mode to'],
  normal: ['mean sd'],
  truncatedNormal: ['mean sd from? to?'],
  lognormal: ['mean cv'],
  gamma: ['mean cv'],
  erlang: ['mean k'],
  weibull: ['mean cv', 'shape scale'],
  beta: ['mean cv from? to?', 'alpha beta from? to?'],
  hyperexponential: ['mean cv', 'branches'],
  coxian: ['means onward'],
  phaseType: ['initial generator'],
  measured: ['values'],
  smoothed: ['values'],
  discrete: ['outcomes'],
  mixture: ['parts'],
  shifted: ['by spread'],
};

const MAKE: { readonly [F in Name]: (spread: Of<F>, where: string) => Variate } = {
  fixed: ({ value }) => fixed(value),
  exponential: ({ mean }) => exponential(mean),
  uniform: ({ from, to }) => uniformBetween(from, to),
  triangular: ({ from, mode, to }) => triangular(from, mode, to),
  normal: ({ mean, sd }) => normal(mean, sd),
  truncatedNormal: ({ mean, sd, from, to }) => truncatedNormal(mean, sd, from, to),
  lognormal: ({ mean, cv }) => lognormal(mean, cv),
  gamma: ({ mean, cv }) => gamma(mean, cv),
  erlang: ({ mean, k }) => erlang(mean, k),
  weibull: (s) => ('cv' in s ? weibull(s.mean, s.cv) : weibullShape(s.shape, s.scale)),
  beta: (s) =>
    'cv' in s ? beta(s.mean, s.cv, s.from, s.to) : betaShapes(s.alpha, s.beta, s.from, s.to),
  hyperexponential: (s) =>
    'cv' in s ? hyperexponential(s.mean, s.cv) : hyperexponentialBranches(s.branches),
  coxian: ({ means, onward }) => coxian(means, onward),
  phaseType: ({ initial, generator }) => phaseType(initial, generator),
  measured: ({ values }) => measured(values),
  smoothed: ({ values }) => smoothed(values),
  discrete: ({ outcomes }) => discrete(outcomes),
  mixture: ({ parts }, where) =>
    mixture(parts.map(([share, part], i) => [share, variateOf(part, `${where}.parts[${i}][1]`)])),
  shifted: ({ by, spread }, where) => shifted(variateOf(spread, `${where}.spread`), by),
};

/** How deep the lists of numbers are nested; every other key holds a number. */
const DEPTH: Readonly<Record<string, number>> = {
  values: 1,
  means: 1,
  onward: 1,
  initial: 1,
  branches: 2,
  outcomes: 2,
  generator: 2,
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
    throw new RangeError(`${where} is ${show(spread)}: give a spread such as ${EXAMPLE}.`);
  }
  if (isVariate(spread)) return spread;
  const { family } = spread;
  if (!Object.hasOwn(KEYS, family)) {
    throw new RangeError(
      `${where}.family is ${show(family)}: the families are ${Object.keys(KEYS).join(', ')}.`,
    );
  }
  checkKeys(spread, where);
  try {
    // TypeScript does not see that the function is the one of this very family
    return (MAKE[family] as (spread: Spread, where: string) => Variate)(spread, where);
  } catch (error) {
    // a nested declaration has named its own place already
    if (!(error instanceof RangeError) || error.message.startsWith(where)) throw error;
    throw new RangeError(`${where}: ${error.message}`, { cause: error });
  }
}

const EXAMPLE = "{ family: 'exponential', mean: 4 }";

function isVariate(spread: Spread | Variate): spread is Variate {
  return 'values' in spread && ArrayBuffer.isView(spread.values) && 'a' in spread;
}

function checkKeys(spread: Spread, where: string): void {
  const { family, ...given } = spread as { family: Name } & Readonly<Record<string, unknown>>;
  // of two ways, the one that knows more of the keys is meant
  const ways = KEYS[family].map((keys) => keys.split(' '));
  const known = (keys: string[]): number =>
    keys.filter((key) => key.replace('?', '') in given).length;
  const keys = ways.reduce((best, other) => (known(other) > known(best) ? other : best));
  const takes = `a ${family} spread takes ${KEYS[family].map((way) => way.replaceAll(' ', ', ')).join(', or ')}`;
  for (const key of Object.keys(given)) {
    if (!keys.includes(key) && !keys.includes(`${key}?`)) {
      throw new RangeError(`${where}.${key} is ${show(given[key])}: ${takes}.`);
    }
  }
  for (const key of keys) {
    if (key.endsWith('?') && !(key.slice(0, -1) in given)) continue;
    const name = key.replace('?', '');
    const value = given[name];
    if (value === undefined) throw new RangeError(`${where}.${name} is missing: ${takes}.`);
    if (name === 'parts') checkParts(value, `${where}.parts`);
    else if (name !== 'spread') checkNumbers(value, DEPTH[name] ?? 0, `${where}.${name}`);
  }
}

function checkParts(parts: unknown, where: string): void {
  requireList(parts, where);
  parts.forEach((part: unknown, i) => {
    requireList(part, `${where}[${i}]`);
    checkNumbers(part[0], 0, `${where}[${i}][0]`);
  });
}

function checkNumbers(value: unknown, depth: number, where: string): void {
  if (depth === 0) {
    if (typeof value !== 'number') {
      throw new RangeError(`${where} is ${show(value)}: give a number.`);
    }
    return;
  }
  requireList(value, where);
  value.forEach((entry: unknown, i) => checkNumbers(entry, depth - 1, `${where}[${i}]`));
}

function requireList(value: unknown, where: string): asserts value is readonly unknown[] {
  if (!Array.isArray(value)) throw new RangeError(`${where} is ${show(value)}: give a list.`);
}

function show(value: unknown): string {
  return typeof value === 'number' ? `${value}` : (JSON.stringify(value) ?? typeof value);
}
