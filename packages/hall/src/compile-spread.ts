import {
  erlang,
  exponential,
  fixed,
  gamma,
  hyperexponential,
  lognormal,
  measured,
  uniformBetween,
  type Variate,
  weibull,
} from '@hallsim/kernel';
import { minutes, type Spread } from '@hallsim/scenario';
import { SpreadTable } from './spread-table.js';

/** A spread as the scenario writes it → a table in minutes that one word reads. */
export function compileSpread(spread: Spread): SpreadTable {
  return new SpreadTable(variateOf(spread));
}

function variateOf(spread: Spread): Variate {
  if (spread.fixed !== undefined) return fixed(minutes(spread.fixed));
  if (spread.exponential !== undefined) {
    const { exponential: given } = spread;
    return exponential(minutes(typeof given === 'string' ? given : given.mean));
  }
  if (spread.lognormal) return lognormal(minutes(spread.lognormal.mean), spread.lognormal.cv);
  if (spread.gamma) return gamma(minutes(spread.gamma.mean), spread.gamma.cv);
  if (spread.erlang) return erlang(minutes(spread.erlang.mean), spread.erlang.k);
  if (spread.hyperexponential) {
    return hyperexponential(minutes(spread.hyperexponential.mean), spread.hyperexponential.cv);
  }
  if (spread.weibull) return weibull(minutes(spread.weibull.mean), spread.weibull.cv);
  if (spread.uniform)
    return uniformBetween(minutes(spread.uniform.from), minutes(spread.uniform.to));
  return measured(spread.measured.map(minutes));
}
