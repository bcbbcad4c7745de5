import { studentTQuantile } from './student-t.js';

let lastConfidence = NaN;
let lastDf = NaN;
let lastFactor = NaN;

/**
 * How many standard errors a two-sided Student interval reaches to each side. The last answer is
 * kept, because a summary asks for the same one hundreds of times.
 */
export function studentFactor(confidence: number, df: number): number {
  if (confidence !== lastConfidence || df !== lastDf) {
    lastFactor = -studentTQuantile((1 - confidence) / 2, df);
    lastConfidence = confidence;
    lastDf = df;
  }
  return lastFactor;
}
