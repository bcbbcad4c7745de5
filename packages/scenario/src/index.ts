export type * from './types.js';
export type { ClockTime, Count, Duration, Rate, Share } from './units.js';
export { clock, clockText, count, exactShare, minutes, perMinute, share } from './units.js';
export type { Bilingual, Issue } from './issue.js';
export type { ParseResult } from './check.js';
export { checkScenario } from './check.js';
export { parseScenario } from './parse.js';
export type { DocumentResult, ReadDocument } from './read-document.js';
export { parseDocument } from './read-document.js';
export { decode } from './document/decode.js';
export { issueText } from './issue-text.js';
export { nearest } from './nearest.js';
export { applyVariant, variantOf } from './variants.js';
export { mergePatch } from './merge-patch.js';
export { canonicalJson } from './canonical-json.js';
export { scenarioHash } from './hash.js';
export type { OpeningHours, RunSettings } from './readers.js';
export {
  counterGroups,
  defaultDayType,
  expectedCustomers,
  isCounterPool,
  label,
  openingHours,
  runSettings,
} from './readers.js';
export { defineScenario, ScenarioError } from './define.js';
export type { QueueOptions } from './queue.js';
export { queue } from './queue.js';
export {
  erlang,
  exponential,
  fixed,
  gamma,
  hyperexponential,
  lognormal,
  measured,
  uniform,
  weibull,
} from './spreads.js';
