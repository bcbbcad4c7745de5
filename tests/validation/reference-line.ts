import { Calendar, type EventHandle } from '@hallsim/kernel';
import type { Ranks } from './world.js';

/** A day at one line, with everything that chance decides decided before. */
export interface LineDay {
  readonly arrivals: ArrayLike<number>;
  readonly services: ArrayLike<number>;
  /** How long each waits at most; `Infinity`: for ever. */
  readonly patience: ArrayLike<number>;
  /** Smaller goes first; at a tie who came first. Default: all alike. */
  readonly priority?: ArrayLike<number>;
  /** Number of counters from each time on. Who is in service when it falls finishes. */
  readonly staff: readonly (readonly [from: number, counters: number])[];
  /** Most people at once, those in service included. Default: no limit. */
  readonly places?: number;
}

/** What became of each: start of service (NaN: never) and time of leaving (NaN: never came in). */
export interface LineHistory {
  readonly start: Float64Array;
  readonly leave: Float64Array;
}

/**
 * The first face of the kernel: a line as handlers, written down as plainly as possible. It is
 * compared with the other faces, and told to break the rules where a wrong engine is wanted.
 *
 * @param ranks who goes first at one instant
 * @param patienceUntil whose patience ends at this time or later does not give up; default: never
 */
export function playLine(
  day: LineDay,
  ranks: Ranks,
  patienceUntil: number = Infinity,
): LineHistory {
  const { arrivals, services, patience, priority, staff, places = Infinity } = day;
  const calendar = new Calendar();
  const start = new Float64Array(arrivals.length).fill(NaN);
  const leave = new Float64Array(arrivals.length).fill(NaN);
  const waiting: number[] = [];
  const ends = new Map<number, EventHandle>();
  let counters = 0;
  let busy = 0;

  const callNext = () => {
    while (busy < counters && waiting.length > 0) {
      let best = 0;
      if (priority !== undefined) {
        waiting.forEach((who, i) => {
          if (priority[who]! < priority[waiting[best]!]!) best = i;
        });
      }
      const [who] = waiting.splice(best, 1) as [number];
      const patienceEnds = ends.get(who);
      if (patienceEnds !== undefined) calendar.cancel(patienceEnds);
      busy++;
      start[who] = calendar.now;
      calendar.schedule(services[who]!, finish, who, ranks.completion);
    }
  };
  const finish = calendar.on('end of service', (who) => {
    leave[who] = calendar.now;
    busy--;
    callNext();
  });
  const giveUp = calendar.on('end of patience', (who) => {
    leave[who] = calendar.now;
    waiting.splice(waiting.indexOf(who), 1);
  });
  const change = calendar.on('change of staff', (step) => {
    counters = staff[step]![1];
    callNext();
  });
  const arrive = calendar.on('arrival', (who) => {
    if (busy + waiting.length >= places) return;
    waiting.push(who);
    callNext();
    const limit = calendar.now + patience[who]!;
    if (Number.isNaN(start[who]) && limit < patienceUntil) {
      ends.set(who, calendar.scheduleAt(limit, giveUp, who, ranks.patience));
    }
  });

  staff.forEach(([from], step) => calendar.scheduleAt(from, change, step, ranks.capacity));
  for (let who = 0; who < arrivals.length; who++) {
    calendar.scheduleAt(arrivals[who]!, arrive, who, ranks.arrival);
  }
  calendar.run();
  return { start, leave };
}
