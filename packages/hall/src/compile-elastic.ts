import { type CounterGroup, minutes } from '@hallsim/scenario';
import type { ElasticModel } from './model.js';

/** When a group opens counters beyond its roster; `null` when it does not. */
export function elasticModel({ elastic }: Pick<CounterGroup, 'elastic'>): ElasticModel | null {
  if (elastic === undefined) return null;
  const { more, opensWhen: opens, closesWhen: closes, every } = elastic;
  return {
    more,
    opens: {
      waiting: opens.waiting ?? Infinity,
      perCounter: opens.waitingPerCounter ?? Infinity,
      wait: opens.wait === undefined ? Infinity : minutes(opens.wait),
    },
    closes: {
      waiting: closes.waiting ?? Infinity,
      perCounter: closes.waitingPerCounter ?? Infinity,
    },
    setUp: minutes(elastic.setUp ?? '0 min'),
    stays: minutes(elastic.staysAtLeast ?? '0 min'),
    every: every === undefined ? Infinity : minutes(every),
  };
}
