import type { Calendar } from './calendar.js';
import { Chain, Crowd, type Line, PriorityLine } from './line.js';
import { refuseOf } from './resource-checks.js';
import type { ResourceOptions } from './resource.js';
import type { Stream } from './stream.js';

/** The line that the options of a resource ask for. */
export function lineOf(
  name: string,
  calendar: Calendar,
  options: ResourceOptions,
  stream: (name: string) => Stream,
): Line {
  const { line = 'first-come', rank } = options;
  if (rank !== undefined) {
    if (options.line !== undefined)
      refuseOf(name, 'line', line, 'leave it out where a rank is given');
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
  switch (line) {
    case 'first-come':
    case 'last-come':
      return new Chain(line === 'last-come');
    case 'priority':
    case 'preemptive':
      return new PriorityLine();
    case 'random': {
      const chance = stream(`line of ${name}`);
      return new Crowd((claims) => claims[Math.floor(chance.next() * claims.length)]!);
    }
    default:
      return refuseOf(
        name,
        'line',
        line,
        'there are first-come, last-come, random, priority, preemptive',
      );
  }
}
