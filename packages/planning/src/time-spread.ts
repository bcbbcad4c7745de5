import * as theory from '@hallsim/theory';

/** A spread of times in minutes, of a family that has a text: what both the simulator and the formulas know. */
export type TimeSpread =
  | { readonly family: 'fixed'; readonly value: number }
  | { readonly family: 'exponential'; readonly mean: number }
  | { readonly family: 'erlang'; readonly mean: number; readonly k: number }
  | { readonly family: 'lognormal'; readonly mean: number; readonly cv: number }
  | { readonly family: 'gamma'; readonly mean: number; readonly cv: number }
  | { readonly family: 'hyperexponential'; readonly mean: number; readonly cv: number }
  | { readonly family: 'weibull'; readonly mean: number; readonly cv: number }
  | { readonly family: 'uniform'; readonly from: number; readonly to: number };

/** Mean, in minutes. */
export function spreadMean(spread: TimeSpread): number {
  switch (spread.family) {
    case 'fixed':
      return spread.value;
    case 'uniform':
      return (spread.from + spread.to) / 2;
    case 'exponential':
    case 'lognormal':
    case 'gamma':
    case 'erlang':
    case 'hyperexponential':
    case 'weibull':
      return spread.mean;
  }
}

/** Squared coefficient of variation: variance / mean². */
export function spreadScv(spread: TimeSpread): number {
  switch (spread.family) {
    case 'fixed':
      return 0;
    case 'exponential':
      return 1;
    case 'erlang':
      return 1 / spread.k;
    case 'uniform': {
      const part = (spread.to - spread.from) / (spread.from + spread.to);
      return (part * part) / 3;
    }
    case 'lognormal':
    case 'gamma':
    case 'hyperexponential':
    case 'weibull':
      return spread.cv * spread.cv;
  }
}

/** Whether a spread is exponential, by its name or as the case of its family that is. */
export function isExponential(spread: TimeSpread): boolean {
  const { family } = spread;
  if (family === 'exponential') return true;
  if (family === 'erlang') return spread.k === 1;
  return (family === 'gamma' || family === 'weibull') && spread.cv === 1;
}

/** Whether every time is the same. */
export function isFixed(spread: TimeSpread): boolean {
  return spread.family === 'fixed' || (spread.family === 'uniform' && spread.from === spread.to);
}

/** The law of theory that the spread is: written down a second time, so that the formula shares no code with the run. */
export function lawOf(spread: TimeSpread): theory.Law {
  if (isExponential(spread)) return theory.exponential(spreadMean(spread));
  if (isFixed(spread)) return theory.deterministic(spreadMean(spread));
  switch (spread.family) {
    case 'fixed':
    case 'exponential':
      throw new RangeError(`${spread.family} has been dealt with`);
    case 'lognormal':
      return theory.lognormal(spread.mean, spread.cv);
    case 'gamma': {
      // a whole number of phases has exact formulas that other gamma laws lack
      const phases = Math.round(1 / (spread.cv * spread.cv));
      const whole = phases <= 100 && Math.abs(phases * spread.cv * spread.cv - 1) < 1e-12;
      return whole ? theory.erlang(spread.mean, phases) : theory.gamma(spread.mean, spread.cv);
    }
    case 'erlang':
      return spread.k <= 100
        ? theory.erlang(spread.mean, spread.k)
        : theory.gamma(spread.mean, 1 / Math.sqrt(spread.k));
    case 'hyperexponential':
      return theory.balancedHyperexponential(spread.mean, spread.cv);
    case 'weibull':
      return theory.weibull(spread.mean, spread.cv);
    case 'uniform':
      return theory.uniform(spread.from, spread.to);
  }
}
