import type { Calendar } from './calendar.js';
import { Chain, Crowd, type Line, PriorityLine } from './line.js';
import { oneOf, refuseOf } from './resource-checks.js';
import type { ResourceOptions } from './resource.js';
import type { Stream } from './stream.js';

const ORDERS = ['first-come', 'last-come', 'random', 'priority', 'preemptive'];

/** The line that the options of a resource ask for. */
export function lineOf(
  name: string,
  calendar: Calendar,
  options: ResourceOptions,
  stream: (name: string) => Stream,
): Line {
  const { line = 'first-come', rank } = options;
  if (rank !== undefined) {
    if (options.line !== undefined) refuseOf(name, 'line', line, 'leave it out with a rank');
    if (typeof rank !== 'function') refuseOf(name, 'rank', rank, 'give a function');
    return new Crowd((claims) => {
      const { now } = calendar;
      let best = claims[0]!;
      let least = NaN;
      for (const claim of claims) {
        const value = rank(claim, now);
        if (!(typeof value === 'number' && value === value))
          refuseOf(name, 'rank', value, `give a number for ${claim.task!.name}`);
        if (!(value > least) && !(value === least && claim.order > best.order)) {
          best = claim;
          least = value;
        }
      }
      return best;
    });
  }
  oneOf(name, 'line', line, ORDERS);
  if (line === 'random') {
    const chance = stream(`line of ${name}`);
    return new Crowd((claims) => claims[Math.floor(chance.next() * claims.length)]!);
  }
  return line[0] === 'p' ? new PriorityLine() : new Chain(line === 'last-come');
}
