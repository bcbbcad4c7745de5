export { type AccumulatingClass, accumulatingPriority } from './accumulating-priority.js';
export { type AppointmentInput, appointments, type AppointmentSession } from './appointments.js';
export {
  allenCunneen,
  kingman,
  kraemerLangenbachBelz,
  type TwoMomentInput,
} from './approximations.js';
export { systemVarianceMm1, waitVarianceMm1 } from './asymptotic-variance.js';
export { type BalkingInput, type BalkingQueue, balkingQueue } from './balking.js';
export { batchArrivals, type BatchInput } from './batch-arrivals.js';
export { birthDeath } from './birth-death.js';
export { UnstableError } from './check.js';
export { type DayCount, dayCount } from './day-count.js';
export type { DayPlan, Interval } from './day-plan.js';
export type { Discipline } from './discipline.js';
export { erlangA, type ErlangAInput, type ErlangAShares, erlangAShares } from './erlang-a.js';
export { erlangB } from './erlang-b.js';
export { erlangC } from './erlang-c.js';
export { erlangLoss, type LossSystem } from './erlang-loss.js';
export {
  fewestServers,
  fewestServersForLoss,
  meetsTarget,
  mostArrivals,
  mostLoadForLoss,
  type StaffingInput,
  type Target,
} from './fewest-servers.js';
export { finiteSource, type FiniteSourceInput, type FiniteSourceQueue } from './finite-source.js';
export { fluid, type FluidPoint } from './fluid.js';
export { poissonAtLeast, poissonAtMost, poissonProbability } from './gamma.js';
export { gimc, type GimcInput } from './gimc.js';
export type { AtChange } from './hall-state.js';
export {
  breakdownMg1,
  breakdownMm1,
  type Breakdowns,
  type InterruptedInput,
  symmetricPolling,
  vacationMg1,
} from './interruptions.js';
export { type KioskInput, kioskOverflow, type KioskQueue } from './kiosk-overflow.js';
export { deterministic } from './laws/deterministic.js';
export { erlang } from './laws/erlang.js';
export { exponential } from './laws/exponential.js';
export { gamma, gammaOfShape } from './laws/gamma-law.js';
export {
  balancedHyperexponential,
  type Branch,
  hyperexponential,
} from './laws/hyperexponential.js';
export type { Law, Phases } from './laws/law.js';
export { lognormal } from './laws/lognormal.js';
export { uniform } from './laws/uniform.js';
export { weibull, weibullOfShape } from './laws/weibull.js';
export { type ChainLaw, type Move, solveChain } from './markov-chain.js';
export { mdc, type MdcInput } from './mdc.js';
export { mg1, type Mg1Input } from './mg1.js';
export { mm1 } from './mm1.js';
export { mmc, type MmcInput } from './mmc.js';
export { mmcg, type MmcgInput, type MmcgQueue } from './mmcg.js';
export { mmck, type MmckInput, type MmckQueue } from './mmck.js';
export { type MmppInput, mmppQueue } from './mmpp-queue.js';
export { mphc, type MphcInput } from './mphc.js';
export { type NDesign, nDesign, type NDesignInput } from './n-design.js';
export {
  type ClosedNetwork,
  closedNetwork,
  type ClosedStation,
  jacksonNetwork,
  type OpenNetwork,
  type OpenStation,
} from './networks.js';
export { normalCdf, normalQuantile } from './normal.js';
export { offeredLoad, type RatePiece, sineOfferedLoad, type SineRate } from './offered-load.js';
export { periodicDay, type PeriodicInput } from './periodic-day.js';
export { type Knot, type LinearArrivals, linearArrivals } from './piecewise-linear-rate.js';
export {
  type ClassResult,
  preemptiveMg1,
  type PriorityClass,
  priorityMg1,
  priorityMmc,
  type PriorityMmcInput,
} from './priority.js';
export { type RetrialInput, type RetrialQueue, retrialQueue } from './retrial.js';
export { type ServiceLevel, serviceLevel } from './service-level.js';
export { shortestOfTwoQueues } from './shortest-queue.js';
export { smoothRate } from './smooth-rate.js';
export {
  garnett,
  halfinWhitt,
  halfinWhittBeta,
  poissonStaffing,
  squareRootStaffing,
} from './square-root-staffing.js';
export {
  backlogCarryOver,
  laggedSipp,
  pointwiseStationary,
  sipp,
  type StationaryInterval,
} from './stationary-day.js';
export {
  saturatedTandem,
  tandemBlocking,
  type TandemInput,
  type TandemQueue,
} from './tandem-blocking.js';
export { type ThresholdInput, thresholdOpening, type ThresholdQueue } from './threshold-opening.js';
export { type TicketInput, type TicketQueue, ticketQueue } from './ticket-queue.js';
export { type IntervalResult, type TransientDay, transientDay } from './transient-day.js';
export {
  type LeavingClass,
  type LeavingClassResult,
  twoClassAbandonment,
  type TwoClassInput,
} from './two-class-abandonment.js';
export { type UnequalQueue, unequalServers } from './unequal-servers.js';
export type { Queue, QueueWithWaits } from './wait.js';
export { type ApproximateQueue, whittAbandonment } from './whitt-abandonment.js';
