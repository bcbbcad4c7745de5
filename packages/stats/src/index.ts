export { regularizedBeta } from './beta.js';
export { exp, expm1 } from './exp.js';
export { gammaQuantile, regularizedGammaP, regularizedGammaQ } from './gamma.js';
export { log, log1p } from './log.js';
export { logGamma } from './log-gamma.js';
export { normalCdf, normalQuantile } from './normal.js';
export { pow } from './pow.js';
export { studentTQuantile } from './student-t.js';
