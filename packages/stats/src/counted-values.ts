import type { QuantilePlace } from './order-statistic.js';

/** How many values lie in the coarse bins before one of them: in all, and of each section of days. */
export interface SectionSums {
  /** Coarse bins there are: that of 0, all up to 1/64 together, then 64 to a power of two. */
  readonly coarseBins: number;
  /** Values of each section. */
  readonly totals: Float64Array;
  /** Number of values in the coarse bins before `coarse`. */
  before(coarse: number): number;
  /** Number of values of each section in the coarse bins before `coarse`: valid until it is asked again. */
  sectionsBefore(coarse: number): Float64Array;
}

/** How many of some values, such as waits, lie in each bin, over all days and by section of days. */
export interface CountedValues {
  readonly sums: SectionSums;
  readonly total: number;
  readonly zeros: number;
  /** No bin but that of 0 is used before this one. */
  readonly firstBin: number;
  /** Values in a bin other than that of 0. */
  inBin(bin: number): number;
  /** The value that stands at a place, or the middle of its bin where only counts are kept. */
  valueAt(place: QuantilePlace): number;
}
