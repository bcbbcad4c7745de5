import type { Case } from './cases.js';
import { asymptoticVariance } from './models/asymptotic.js';
import { dailyCounts, linearRates } from './models/counts.js';
import { halfHour, wholeDay } from './models/days.js';
import { nDesign, thresholdOpening, ticketQueue, unequalServers } from './models/many-servers.js';
import {
  closed,
  finiteSource,
  jackson,
  kioskOverflow,
  retrial,
  saturated,
  shortestLine,
  tandem,
} from './models/networks.js';
import { breakdowns, polling, vacations } from './models/one-server.js';
import { keptForTheFirst } from './models/priority-desk.js';
import { followedLoad, infiniteServers, periodic } from './models/rates.js';
import { appointments } from './models/sessions.js';
import { balking, batches, line, modulated, priorities } from './models/single-line.js';
import { trace } from './models/traces.js';
import type { Answer } from './row.js';
import type { World } from './world.js';

/** Answers a case; `all` are the cases of the table, for those that need another one. */
type Model = (one: Case, world: World, all: readonly Case[]) => Answer;

const day: Model = (one, world) => (one.values ? halfHour(one, world) : wholeDay(one, world));

/** What simulates the cases of each model of the table, by the name the table gives it. */
export const models: Readonly<Record<string, Model>> = {
  'M/M/1': line,
  'M/M/c': line,
  'M/M/c/c': line,
  'M/M/c/K': line,
  'M/M/c+exponential': line,
  'M/M/c+deterministic': line,
  'M/M/c+weibull': line,
  'M/M/c//N finite source': finiteSource,
  'M/M/c balking': balking,
  'M/G/1': line,
  'M/G/1 non-preemptive priority': priorities,
  'M/G/1 preemptive-resume priority': priorities,
  'M/M/c non-preemptive priority': priorities,
  'M/G/1 accumulating priority': priorities,
  'M/D/c': line,
  'M/PH/c': line,
  'M/G/c/c': line,
  'GI/M/1': line,
  'D/M/c': line,
  'M^X/M/c': batches,
  'M/M/c/c retrial': retrial,
  'Jackson network': jackson,
  'closed network (Gordon-Newell)': closed,
  'tandem, blocking after service': tandem,
  'saturated 2-station line': saturated,
  'M/M/c with breakdowns': breakdowns,
  'M/M/1 vacations': vacations,
  'M/M/c(t) threshold opening': thresholdOpening,
  'polling 2 queues exhaustive': polling,
  'N-design SBR': nDesign,
  'kiosk overflow to counters': kioskOverflow,
  'join the shortest queue, 2 lines': shortestLine,
  'M/M/c heterogeneous servers': unequalServers,
  'MMPP(2)/M/c': modulated,
  'asymptotic variance': asymptoticVariance,
  'appointment session (Bailey-Welch)': appointments,
  'Mt/M/ct+M transient': day,
  'Mt/M/ct transient': day,
  'Mt/G/inf': infiniteServers,
  'Mt/M/st+M, theta=mu (Feldman et al. 2008 setting)': followedLoad,
  'Mt/M/c periodic': periodic,
  'NHPP counts': dailyCounts,
  'NHPP piecewise linear': linearRates,
  '2-class priority+M': keptForTheFirst,
  'ticket queue with balking': ticketQueue,
  'deterministic trace': trace,
  'history by hand': trace,
};

/** Why a case of the table is no row of the results; undefined: it is one. */
export function leftOut({ id, model, metric }: Case): string | undefined {
  if (model.startsWith('QED limit')) {
    return 'a limit of ever more servers: no hall of finite size has this value';
  }
  if (metric === 'isaStaffing(t)') {
    return 'a rule that gives whole numbers of counters, without chance and without an error; what it promises is simulated as the case that ends in -pd';
  }
  if (id === 'nhpp-a-P0') {
    return 'once in 570 million days: a simulation of any affordable length sees it never, and a 0 says nothing';
  }
  return undefined;
}
