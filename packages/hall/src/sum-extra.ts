import { eachExtra } from './extra-log.js';
import type { HallModel } from './model.js';
import type { VisitLog } from './visit-log.js';

/** Adds up how long counters were open beyond their rosters, from `model.measuredFrom` to closing, into the log's staffed minutes. */
export function sumExtra({ closes, measuredFrom }: HallModel, { extra, staffed }: VisitLog): void {
  eachExtra(extra, closes, (group, open, from, to) => {
    const begin = Math.max(from, measuredFrom);
    if (to > begin) staffed[group]! += open * (to - begin);
  });
}
