import type { Report } from '../issue.js';
import { checkCounters } from './counters.js';
import { checkDay } from './day.js';
import { checkDemand } from './demand.js';
import { checkInsideDay } from './inside-day.js';
import { checkReferences } from './references.js';
import { checkRun } from './run.js';
import { checkServed } from './served.js';
import { checkShares } from './shares.js';
import { checkSizes } from './sizes.js';
import { checkSpreads } from './spreads.js';

/**
 * What the schema cannot say: that the values fit together. Each check reads the document loosely
 * and passes over what the schema has complained about, so that all faults come out in one go.
 */
export function checkMeaning(document: unknown, report: Report): void {
  if (!checkSizes(document, report)) return;
  checkDay(document, report);
  checkDemand(document, report);
  checkInsideDay(document, report);
  checkShares(document, report);
  checkSpreads(document, report);
  checkReferences(document, report);
  checkCounters(document, report);
  checkServed(document, report);
  checkRun(document, report);
}
