import { Breath } from '@hallsim/experiment';
import { compile, DayRunner, type Demand, DemandField, type VisitLog } from '@hallsim/hall';
import { variantOf } from '@hallsim/scenario';
import type { Lines, RunRequest } from './protocol.js';

/** Days that are looked at: the first of those shown, enough to see where lines do not end. */
const DAYS = 20;
/** Days between two looks whether the page has asked for something newer. */
const BATCH = 5;
/** Longest day that half hours are told of, minutes; a teaching queue may last a thousand hours. */
const LONGEST = 48 * 60;
const HALF_HOUR = 30;

/**
 * Who waits for which counters, looked at once a minute on the first days of what is shown. Somebody
 * counts for the group that serves them, and where none of their own does, for the first that could;
 * helpers do not count. Groups that work by shifts count together, as group `null`.
 *
 * @returns null when stopped, or where the day is too long for half hours
 */
export async function linesByGroup(
  { scenario, variant, day, seed, replications }: RunRequest,
  signal: AbortSignal,
): Promise<Lines | null> {
  const model = compile(
    variantOf(scenario, variant ?? 'base') ?? scenario,
    day === null ? {} : { day },
  );
  const { customers, groups, lineOf, lines, measuredFrom, closes } = model;
  const minutes = closes - measuredFrom;
  if (minutes > LONGEST) return null;
  const ids = groups.map(({ id, clerks }) => (clerks === null ? id : null));
  const rows = [...new Set(ids)].map((group) => {
    const none = new Array<number>(Math.ceil(minutes / HALF_HOUR)).fill(0);
    return { group, waiting: none, someone: [...none], people: new Int32Array(minutes) };
  });
  const rowOf = ids.map((id) => rows.find(({ group }) => group === id));
  const field = new DemandField(model, seed);
  const runner = new DayRunner(model);
  const breath = new Breath();
  const days = Math.min(DAYS, replications);
  let demand: Demand | undefined;
  let log: VisitLog | undefined;
  for (let number = 0; number < days; number++) {
    if (number % BATCH === 0) await breath.take();
    if (signal.aborted) break;
    demand = field.draw(number, demand);
    log = runner.run(demand, log);
    for (const { people } of rows) people.fill(0);
    for (let visit = 0; visit < log.length; visit++) {
      const line = lineOf[demand.service[visit]! * customers.length + demand.customer[visit]!]!;
      const able = lines[line]?.groups;
      const by = log.group[visit]!;
      const row = able && rowOf[able.includes(by) ? by : able[0]!];
      const called = log.called[visit]!;
      const until = Math.min(closes, called >= 0 ? called : log.left[visit]!) - measuredFrom;
      // who never joined has no minute at all: NaN is below nothing
      let minute = Math.max(0, Math.ceil(log.joined[visit]! - measuredFrom));
      for (; row && minute < until; minute++) row.people[minute]!++;
    }
    for (const { people, waiting, someone } of rows)
      people.forEach((count, minute) => {
        const slot = Math.floor(minute / HALF_HOUR);
        const looks = days * Math.min(HALF_HOUR, minutes - slot * HALF_HOUR);
        waiting[slot]! += count / looks;
        someone[slot]! += count > 0 ? 1 / looks : 0;
      });
  }
  breath.end();
  if (signal.aborted) return null;
  return {
    from: measuredFrom,
    to: closes,
    groups: rows.map(({ group, waiting, someone }) => ({ group, waiting, someone })),
  };
}
