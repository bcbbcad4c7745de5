export { type BatchMeans, batchMeans } from './batch-means.js';
export { regularizedBeta } from './beta.js';
export { type Controlled, controlledRatio } from './controlled.js';
export {
  countedChange,
  type CountedQuantile,
  CountedQuantiles,
  EXACT_LIMIT,
  type QuantileMethod,
} from './counted-quantiles.js';
export type { CountedValues, SectionSums } from './counted-values.js';
export { DayCounts } from './day-counts.js';
export type { Estimate, NoIntervalReason } from './estimate.js';
export { ExactSum } from './exact-sum.js';
export { exp, expm1 } from './exp.js';
export { gammaQuantile, regularizedGammaP, regularizedGammaQ } from './gamma.js';
export { Histogram, type HistogramData } from './histogram.js';
export { KimNelson, type KimNelsonOptions } from './kim-nelson.js';
export { leaningRatio, type RatioRange } from './leaning-ratio.js';
export { Level, type LevelData } from './level.js';
export { log, log1p } from './log.js';
export { logBlock } from './log-block.js';
export { logGamma } from './log-gamma.js';
export { normalCdf, normalQuantile } from './normal.js';
export { chanceOfBest, ocbaShares } from './ocba.js';
export { OrderedValues } from './ordered-values.js';
export { orderStatistic, type QuantilePlace, selectOrderStatistic } from './order-statistic.js';
export { pow } from './pow.js';
export { type IntervalScale, ratio } from './ratio.js';
export { ratioChange } from './ratio-change.js';
export { meanInterval } from './replications.js';
export { studentTQuantile } from './student-t.js';
export { sum } from './sum.js';
export { Tally, type TallyData } from './tally.js';
export { mser5, type WarmUp } from './warm-up.js';
