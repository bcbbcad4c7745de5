import type { Report } from '../issue.js';
import { checkCounters } from './counters.js';
import { checkCustomers } from './customers.js';
import { checkDay } from './day.js';
import { checkDemand } from './demand.js';
import { checkElastic } from './elastic.js';
import { checkFailures } from './failures.js';
import { checkHelps } from './helps.js';
import { checkInsideDay } from './inside-day.js';
import { checkReferences } from './references.js';
import { checkRoomBreaks } from './room-breaks.js';
import { checkRules } from './rules.js';
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
  checkCustomers(document, report);
  checkCounters(document, report);
  checkRoomBreaks(document, report);
  checkElastic(document, report);
  checkHelps(document, report);
  checkFailures(document, report);
  checkServed(document, report);
  checkRules(document, report);
  checkRun(document, report);
}
