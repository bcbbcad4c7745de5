import { expect, test } from 'vitest';
import { compile, DayRunner, type Demand, DemandField, type VisitLog } from '@hallsim/hall';
import { defineScenario } from '@hallsim/scenario';
import { transientDay } from '@hallsim/theory';

const DAYS = 4_000;
const STARTS = 8;
const LENGTH = 20;
const STEPS = 4;

/** M/M/2+M: 24 an hour, 5 minutes of service, 30 of patience, and eight people inside at the start. */
const hall = defineScenario({
  format: 'service-hall/1',
  day: { lasts: `${LENGTH * STEPS} min` },
  demand: { arrivals: { '00:00': '24 per hour' }, waitingAtStart: { people: STARTS } },
  customers: { everyone: { share: '100%', patience: { exponential: '30 min' } } },
  services: { errand: { share: '100%', time: { exponential: '5 min' } } },
  counters: { desk: { count: 2, skills: ['errand'], open: { always: { '00:00': 2 } } } },
});

test(`a teaching queue that starts with ${STARTS} people goes on as the exact transient says (${DAYS} days)`, () => {
  const exact = transientDay({
    intervals: Array.from({ length: STEPS }, () => ({
      length: LENGTH,
      arrivalRate: 0.4,
      servers: 2,
    })),
    serviceRate: 0.2,
    patienceMean: 30,
    start: Array.from({ length: STARTS + 1 }, (_, n) => (n === STARTS ? 1 : 0)),
  });
  const model = compile(hall);
  const field = new DemandField(model, 'start');
  const runner = new DayRunner(model);
  const first = new Float64Array(STEPS);
  const second = new Float64Array(STEPS);
  let demand: Demand | undefined;
  let log: VisitLog | undefined;
  for (let replication = 0; replication < DAYS; replication++) {
    demand = field.draw(replication, demand);
    log = runner.run(demand, log);
    for (let i = 0; i < STEPS; i++) {
      const time = LENGTH * (i + 1);
      let inside = 0;
      for (let row = 0; row < log.length; row++) {
        if (demand.arrivedAt[row]! < time && log.left[row]! >= time) inside++;
      }
      first[i]! += inside / DAYS;
      second[i]! += (inside * inside) / DAYS;
    }
  }
  exact.intervals.forEach(({ systemMean }, i) => {
    const error = Math.sqrt((second[i]! - first[i]! * first[i]!) / (DAYS - 1));
    const z = (first[i]! - systemMean) / error;
    expect(
      Math.abs(z),
      `after ${LENGTH * (i + 1)} min: simulated ${first[i]} ± ${error}, exact ${systemMean}`,
    ).toBeLessThan(4);
  });
});
