import type { Case } from '../cases.js';
import type { Answer } from '../row.js';
import { appointments, batches, gaps, modulated, straightRates } from './arrivals.js';
import { kioskOverflow, nDesign, unequalClerks } from './classes.js';
import { breakdowns, moreWhenBusy, shortestQueue, ticketQueue } from './counters.js';
import { counts, transientDay } from './days.js';
import { line } from './line.js';
import { accumulating, priorities, twoClasses } from './priorities.js';
import { trace } from './trace.js';

/** A case as a hall; a text says why no file can say it. */
type Model = (one: Case) => Answer | string;

const leftOut =
  (why: string): Model =>
  () =>
    why;

const COME_BACK = 'customers come back: a visit to a hall is one visit';
const STATIONS = 'a network of stations, not a hall';

/** The models of the table that are halls, or that somebody may look for among them, by the name the table gives them. */
export const hallModels: Readonly<Record<string, Model>> = {
  'M/M/1': line,
  'M/M/c': line,
  'M/M/c/c': line,
  'M/M/c/K': line,
  'M/G/c/c': line,
  'M/M/c+exponential': line,
  'M/M/c+deterministic': line,
  'M/M/c+weibull': line,
  'M/G/1': line,
  'M/D/c': line,
  'M/PH/c': line,
  'GI/M/1': gaps,
  'D/M/c': gaps,
  'MMPP(2)/M/c': modulated,
  'M^X/M/c': batches,
  'M/G/1 non-preemptive priority': priorities,
  'M/M/c non-preemptive priority': priorities,
  'M/G/1 accumulating priority': accumulating,
  'M/G/1 preemptive-resume priority': leftOut('nobody in a hall is sent away from a counter'),
  '2-class priority+M': twoClasses,
  'N-design SBR': nDesign,
  'kiosk overflow to counters': kioskOverflow,
  'M/M/c heterogeneous servers': unequalClerks,
  'M/M/c with breakdowns': breakdowns,
  'M/M/c(t) threshold opening': moreWhenBusy,
  'join the shortest queue, 2 lines': shortestQueue,
  'ticket queue with balking': ticketQueue,
  'M/M/c balking': leftOut('a chance of balking of its own for each length of the line'),
  'Mt/M/ct+M transient': transientDay,
  'Mt/M/ct transient': transientDay,
  'NHPP counts': counts,
  'NHPP piecewise linear': straightRates,
  'appointment session (Bailey-Welch)': appointments,
  'deterministic trace': trace,
  'M/M/c//N finite source': leftOut(COME_BACK),
  'M/M/c/c retrial': leftOut(COME_BACK),
  'Mt/M/c periodic': leftOut(
    'a rate that goes as a sine; rates of a file go in steps or straight lines',
  ),
  'Jackson network': leftOut(STATIONS),
  'closed network (Gordon-Newell)': leftOut(STATIONS),
  'tandem, blocking after service': leftOut(STATIONS),
  'saturated 2-station line': leftOut(STATIONS),
  'M/M/1 vacations': leftOut('breaks of clerks have a time of the day'),
  'polling 2 queues exhaustive': leftOut('a clerk needs no time to turn to another line'),
};
