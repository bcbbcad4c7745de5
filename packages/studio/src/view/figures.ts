import type { Estimate } from '@hallsim/elements';
import type { MeasureValues, Summary } from '@hallsim/experiment';
import type { Picture } from '../simulation/protocol.js';

/** The numbers of a picture: what is shown, the base beside it, the paired change. */
export interface Figures {
  readonly shown: Summary;
  /** The base, when something else is shown. */
  readonly beside: Summary | null;
  readonly days: number;
  value(id: string): Estimate | null;
  base(id: string): Estimate | null;
  change(id: string): Estimate | null;
}

export function figures(picture: Picture): Figures {
  const { variant, base, days } = picture;
  const shown = variant?.summary ?? base;
  return {
    shown,
    beside: variant ? base : null,
    days,
    value: (id) => observed(shown.measures, id),
    base: (id) => (variant ? observed(base.measures, id) : null),
    change: (id) => {
      const change = variant ? observed(variant.change, id) : null;
      // of few days the ends promise too much: nothing is concluded from them
      return change && shown.run.fewDays ? { ...change, low: null, high: null } : change;
    },
  };
}

/** A measure as the cards show it: null when nothing was observed. */
function observed(measures: MeasureValues, id: string): Estimate | null {
  const { value = null, low = null, high = null } = measures[id] ?? {};
  return value === null ? null : { value, low, high };
}

/** The share of all others. */
export function complement(estimate: Estimate | null): Estimate | null {
  if (!estimate) return null;
  const { value, low, high } = estimate;
  return {
    value: 1 - value,
    low: high === null ? null : Math.max(0, 1 - high),
    high: low === null ? null : 1 - low,
  };
}

/** A change seen from the other side. */
export function negative(estimate: Estimate | null): Estimate | null {
  if (!estimate) return null;
  const { value, low, high } = estimate;
  return { value: -value, low: high === null ? null : -high, high: low === null ? null : -low };
}
