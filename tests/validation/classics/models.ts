import type { Case } from '../cases.js';
import type { Answer } from '../row.js';
import {
  accumulating,
  kioskOverflow,
  nDesign,
  priorities,
  twoClasses,
  unequalClerks,
} from './classes.js';
import { counts, transientDay } from './days.js';
import { breakdowns, line, lineEach, moreWhenBusy, ticketNumbers } from './line.js';

/** A case as a hall; a text says why no file can say it. */
type Model = (one: Case) => Answer | string;

/** The models of the table that are halls, by the name the table gives them. */
export const hallModels: Readonly<Record<string, Model>> = {
  'M/M/1': line,
  'M/M/c': line,
  'M/M/c/c': line,
  'M/M/c/K': line,
  'M/M/c+exponential': line,
  'M/M/c+deterministic': line,
  'M/M/c+weibull': line,
  'M/G/1': line,
  'M/D/c': line,
  'M/PH/c': line,
  'M/G/1 non-preemptive priority': priorities,
  'M/M/c non-preemptive priority': priorities,
  'M/G/1 accumulating priority': accumulating,
  '2-class priority+M': twoClasses,
  'N-design SBR': nDesign,
  'kiosk overflow to counters': kioskOverflow,
  'M/M/c heterogeneous servers': unequalClerks,
  'M/M/c with breakdowns': breakdowns,
  'M/M/c(t) threshold opening': moreWhenBusy,
  'join the shortest queue, 2 lines': lineEach,
  'ticket queue with balking': ticketNumbers,
  'Mt/M/ct+M transient': transientDay,
  'Mt/M/ct transient': transientDay,
  'NHPP counts': counts,
};
