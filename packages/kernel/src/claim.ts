import type { ProcessHandle } from './process.js';
import type { Waiting } from './resource.js';
import type { Task } from './task.js';

/** Who gives out what is claimed: a resource, a store. */
export interface Host {
  readonly name: string;
  /** Takes a claim out, waiting or served; returns what was left of its service, else 0. */
  withdraw(claim: Claim): number;
  /** Ends a claim whose patience is over. */
  renege(claim: Claim): void;
  /** The service or the resumed hold of a claim is complete. */
  complete(claim: Claim): void;
  /** Takes back what a process that is over held. */
  takeBack(claim: Claim): void;
}

/** How a claim is used: by a process on its own, or served by the resource and then over. */
export const HELD = 0;
export const SERVED = 1;

/** Where it stands: in no list (yet), in a line, or with units granted. */
export const NOWHERE = 0;
export const QUEUED = 1;
export const GRANTED = 2;

/**
 * One request, from the moment it is made until what was granted is given back. Claims are used
 * again and again, so that nothing is allocated for a request.
 */
export class Claim implements Waiting {
  /** Place in the table of claims, by which the calendar knows it. */
  index = -1;
  host: Host | undefined = undefined;
  task: Task | undefined = undefined;
  use = HELD;
  stage = NOWHERE;
  units = 1;
  /** So many units must stay free after the grant. */
  spare = 0;
  priority = NaN;
  /** Order of requests. */
  order = 0;
  joined = NaN;
  since = NaN;
  /** Full time of the service. */
  service = NaN;
  /** What draws the time of the service whenever it begins from the start. */
  draw: (() => number) | undefined = undefined;
  /** Time still to be served once units are granted; NaN if the process minds its own time. */
  left = NaN;
  ends = NaN;
  /** Event of the end of patience while waiting, of the end of service later. */
  event = NaN;
  onPreempt: 'interrupt' | 'resume' | 'restart' | 'lose' = 'interrupt';
  /** Number of the server, where servers have numbers. */
  server = -1;
  /** Neighbours in a line or among those served. */
  before: Claim | undefined = undefined;
  after: Claim | undefined = undefined;
  /** Next claim of the same process. */
  sibling: Claim | undefined = undefined;
  /** Place in a line that is an array. */
  place = -1;

  get process(): ProcessHandle {
    return this.task!;
  }
}
