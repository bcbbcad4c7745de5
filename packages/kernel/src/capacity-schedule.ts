import type { Calendar } from './calendar.js';
import { RANK } from './ranks.js';
import { checkServers } from './refuse.js';
import type { CapacityRule } from './resource.js';

/** The resource whose capacity changes. */
interface Owner {
  readonly name: string;
  setCapacity(capacity: number, rule?: CapacityRule): void;
}

/** Lets the capacity of a resource follow a schedule; one event at a time lies in the calendar. */
export function follow(
  owner: Owner,
  calendar: Calendar,
  schedule: readonly (readonly [time: number, capacity: number])[],
  rule: CapacityRule | undefined,
): void {
  checkServers(schedule, `schedule of "${owner.name}"`);
  const change = calendar.on(`capacity of ${owner.name}`, (index) => {
    plan(index + 1);
    owner.setCapacity(schedule[index]![1], rule);
  });
  function plan(index: number): void {
    const entry = schedule[index];
    if (entry === undefined) return;
    if (entry[0] > calendar.now) {
      calendar.scheduleAt(entry[0], change, index, RANK.capacity);
    } else {
      owner.setCapacity(entry[1], rule);
      plan(index + 1);
    }
  }
  plan(0);
}
