import { logGamma } from '@hallsim/stats';
import type { Duration, Spread } from '@hallsim/scenario';
import type { SpreadParams } from '../cases.js';

/** Files have six decimals: as near to what the table gives as no simulation can tell. */
const decimal = (value: number): number => Number(value.toFixed(6));

/** Texts of a scenario for what the table gives as numbers of minutes. */
export const minutes = (value: number): Duration => `${decimal(value)} min`;
export const perMinute = (rate: number): string => `${decimal(rate)} per min`;
export const percent = (share: number): string => `${decimal(100 * share)}%`;

/** `09:30` of minutes since midnight. */
export function clockText(time: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(time / 60))}:${two(time % 60)}`;
}

export const exponential = (ratePerMinute: number): Spread => ({
  exponential: { mean: minutes(1 / ratePerMinute) },
});

/** What a share of the customers comes for. */
export interface Errand {
  readonly share: number;
  readonly time: Spread;
}

/**
 * A spread of the table as services: one, or for a hyperexponential spread, which a file writes with balanced
 * means only, the two exponential ones of which it is made.
 */
export function errands(params: SpreadParams): Errand[] {
  if (params.type !== 'hyperexponential') return [{ share: 1, time: spreadText(params) }];
  const short = Number(params['p1']);
  return [
    { share: short, time: { exponential: { mean: minutes(Number(params['mean1_min'])) } } },
    { share: 1 - short, time: { exponential: { mean: minutes(Number(params['mean2_min'])) } } },
  ];
}

/** Services of a file: what customers come for. */
export function servicesText(list: readonly Errand[]): Record<string, object> {
  return Object.fromEntries(
    list.map(({ share, time }, i) => [
      i === 0 ? 'errand' : `errand-${i + 1}`,
      { share: percent(share), time },
    ]),
  );
}

/** A spread of the table as a scenario writes it. */
export function spreadText(params: SpreadParams): Spread {
  const get = (name: string): number => Number(params[name]);
  switch (params.type) {
    case 'exponential':
      return { exponential: { mean: minutes(get('mean_min')) } };
    case 'deterministic':
      return { fixed: minutes(get('value_min' in params ? 'value_min' : 'T_min')) };
    case 'erlang':
      return { erlang: { mean: minutes(get('mean_min')), k: get('shape') } };
    case 'gamma':
      return { gamma: { mean: minutes(get('mean_min')), cv: 1 / Math.sqrt(get('shape')) } };
    case 'lognormal':
      return { lognormal: { mean: minutes(get('mean_min')), cv: Math.sqrt(get('scv')) } };
    case 'uniform':
      return { uniform: { from: minutes(get('low_min')), to: minutes(get('high_min')) } };
    case 'weibull': {
      const moment = (k: number): number => Math.exp(logGamma(1 + k / get('shape')));
      const cv = Math.sqrt(moment(2) / moment(1) ** 2 - 1);
      return { weibull: { mean: minutes(get('scale_min') * moment(1)), cv } };
    }
    default:
      throw new Error(`no spread of a file is called ${params.type}`);
  }
}
