import { exactShare, minutes, type Scenario } from '@hallsim/scenario';

/** What the counters are to achieve. */
export interface StaffingTarget {
  /**
   * `service-level`: at least a share of everyone who came is served within a time. `abandonment`: at most a
   * share of everyone who came leaves while waiting.
   */
  readonly id: 'service-level' | 'abandonment';
  /** Longest wait that counts as in time, with its unit; of `service-level` only. */
  readonly within: string;
  /** The share, between 0 and 1. */
  readonly share: number;
  /** Whether the day as a whole is to keep the promise, or the customers of each half hour. */
  readonly per: 'day' | 'half-hour';
}

/** What of a service level has a default. */
export type TargetKey = 'within' | 'share';

/** Wait that counts as in time, and share to reach, where a scenario names none. */
const DEFAULT_WITHIN = '10 min';
const DEFAULT_SHARE = 0.8;

/** A target that a scenario does not have was asked for. */
export class UnknownTargetError extends RangeError {
  override readonly name = 'UnknownTargetError';
  readonly target: string;
  readonly known: readonly string[];

  constructor(target: string, known: readonly string[]) {
    const has = known.length > 0 ? `It has: ${known.join(', ')}.` : 'It has none.';
    super(`The scenario has no target "${target}" to staff for. ${has}`);
    this.target = target;
    this.known = known;
  }
}

/**
 * A target of the scenario, by its id; without one the service level, of which 80 % within 10 min are
 * expected where the scenario does not say.
 * @throws UnknownTargetError
 */
export function targetOf(scenario: Scenario, id: string = 'service-level'): StaffingTarget {
  const { 'service-level': level, abandonment } = scenario.targets ?? {};
  const within = level?.within ?? DEFAULT_WITHIN;
  if (id === 'service-level') {
    const atLeast = level?.atLeast === undefined ? DEFAULT_SHARE : exactShare(level.atLeast);
    return { id, within, share: atLeast, per: 'day' };
  }
  if (id === 'abandonment' && abandonment?.atMost !== undefined) {
    return { id, within, share: exactShare(abandonment.atMost), per: 'day' };
  }
  const known = [
    ...(level === undefined ? [] : ['service-level']),
    ...(abandonment?.atMost === undefined ? [] : ['abandonment']),
  ];
  throw new UnknownTargetError(id, known);
}

/** Shares closer than 0.3 points count as equal, but of a strict promise that would be all it leaves: then it is a tenth of that. */
const INDIFFERENCE = 0.003;
const PART = 0.1;

/** How close shares must be to count as equal where a promise is concerned. */
export function indifferenceOf({ id, share: wanted }: StaffingTarget): number {
  const leaves = id === 'abandonment' ? wanted : 1 - wanted;
  return Number(Math.min(INDIFFERENCE, PART * leaves).toFixed(12));
}

/** What of the service level a scenario does not say itself, see {@link targetOf}. */
export function defaultsOf({ targets }: Scenario): TargetKey[] {
  const level = targets?.['service-level'];
  return [
    ...(level?.within === undefined ? (['within'] as const) : []),
    ...(level?.atLeast === undefined ? (['share'] as const) : []),
  ];
}

/** @throws RangeError naming the value */
export function checkTarget({ id, within, share: wanted, per }: StaffingTarget): void {
  try {
    minutes(within);
  } catch (error) {
    throw new RangeError(`target.within: ${(error as Error).message}`, { cause: error });
  }
  if (!(wanted > 0 && wanted < 1)) {
    throw new RangeError(`target.share must lie between 0 and 1, not ${wanted}.`);
  }
  if (id === 'abandonment' && per === 'half-hour') {
    throw new RangeError(
      'target.per must be "day" for abandonment: leaving is not counted by half hour.',
    );
  }
}
