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
} from '@hallsim/kernel/chance';
import { minutes, type Spread } from '@hallsim/scenario';
import { SpreadTable } from './spread-table.js';

/** Tables that are kept, of 64 kB each. */
const MOST = 64;

/**
 * Tables by what the scenario writes. A table is a pure function of its spread that remembers what it was
 * asked, so the halls of a thread share it: the arms of a comparison, the cells of a sweep, study after study.
 */
const tables = new Map<string, SpreadTable>();

/** A spread as the scenario writes it → a table in minutes that one word reads. */
export function compileSpread(spread: Spread): SpreadTable {
  const text = JSON.stringify(spread);
  let table = tables.get(text);
  if (table === undefined) {
    table = new SpreadTable(variateOf(spread));
    if (tables.size === MOST) tables.clear();
    tables.set(text, table);
  }
  return table;
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
