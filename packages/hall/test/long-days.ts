import { compile, DemandField, DayRunner, type VisitLog } from '@hallsim/hall';
import { defineScenario, type Scenario } from '@hallsim/scenario';

/** A teaching queue of the theory: one class, one errand, one desk, long days after a warm-up. */
export function teachingHall(change: object): Scenario {
  return defineScenario({
    format: 'service-hall/1',
    day: { lasts: '220 h', warmUp: '20 h' },
    customers: { general: { share: '100%' } },
    services: { errand: { share: '100%', time: { exponential: '5 min' } } },
    counters: { desk: { count: 1, skills: ['errand'], open: { usual: { '00:00': 1 } } } },
    ...change,
  } as unknown as Scenario);
}

/** Average over days of a number of each day, and its standard error. */
export interface OverDays {
  readonly mean: number;
  readonly error: number;
  /** That of each day. */
  readonly values: readonly number[];
}

/** What `read` says of a day: the average over days of the quotient of its two numbers, each summed over the day's visits after the warm-up. */
export function overDays(
  scenario: Scenario,
  { days, seed }: { readonly days: number; readonly seed: string },
  read: (log: VisitLog, row: number, customer: number) => readonly [sum: number, per: number],
): OverDays {
  const model = compile(scenario);
  const field = new DemandField(model, seed);
  const runner = new DayRunner(model);
  const values = Array.from({ length: days }, (_, replication) => {
    const demand = field.draw(replication);
    const log = runner.run(demand);
    let sum = 0;
    let per = 0;
    for (let row = 0; row < log.length; row++) {
      if (demand.arrivedAt[row]! < model.measuredFrom) continue;
      const [one, of] = read(log, row, demand.customer[row]!);
      sum += one;
      per += of;
    }
    return sum / per;
  });
  return { ...meanOf(values), values };
}

/** The mean of numbers of independent days, and its standard error. */
export function meanOf(values: readonly number[]): Pick<OverDays, 'mean' | 'error'> {
  const days = values.length;
  const mean = values.reduce((a, b) => a + b, 0) / days;
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return { mean, error: Math.sqrt(squares / (days - 1) / days) };
}
