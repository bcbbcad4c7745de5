import type { Spread } from '@hallsim/kernel';
import type { SpreadParams } from './cases.js';

/** The spread that a case names, as a network declares it. */
export function spreadOf(params: SpreadParams): Spread {
  const get = (name: string): number => {
    const value = params[name];
    if (typeof value === 'number') return value;
    throw new Error(`${name} is missing in ${JSON.stringify(params)}`);
  };
  switch (params.type) {
    case 'exponential':
      return { family: 'exponential', mean: get('mean_min') };
    case 'deterministic':
      return { family: 'fixed', value: get('value_min' in params ? 'value_min' : 'T_min') };
    case 'erlang':
      return { family: 'erlang', mean: get('mean_min'), k: get('shape') };
    case 'gamma':
      return { family: 'gamma', mean: get('mean_min'), cv: 1 / Math.sqrt(get('shape')) };
    case 'lognormal':
      return { family: 'lognormal', mean: get('mean_min'), cv: Math.sqrt(get('scv')) };
    case 'uniform':
      return { family: 'uniform', from: get('low_min'), to: get('high_min') };
    case 'weibull':
      return { family: 'weibull', shape: get('shape'), scale: get('scale_min') };
    case 'hyperexponential':
      return {
        family: 'hyperexponential',
        branches: [
          [get('p1'), get('mean1_min')],
          [1 - get('p1'), get('mean2_min')],
        ],
      };
    default:
      throw new Error(`no spread is called ${params.type}`);
  }
}

/** An exponential spread by its rate. */
export const rate = (perMinute: number): Spread => ({ family: 'exponential', mean: 1 / perMinute });
