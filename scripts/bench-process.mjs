// Workloads of processes for scripts/bench-workload.mjs:
// { customers, arrivals, servers, quantiles? }, a queue with exponential services of mean 1.
// A call builds the simulation, runs it until all customers have left, and computes the results.
import { queueOfProcesses } from '../examples/bench/queue-of-processes.mjs';
import { packaged } from './bench-file.mjs';

const kernel = await packaged('kernel');
const { selectOrderStatistic } = await packaged('stats');

export function prepare({ quantiles = [], ...queue }) {
  const { customers } = queue;
  const waits = new Float64Array(quantiles.length > 0 ? customers : 0);
  const call = (seed) => {
    let served = 0;
    let waited = 0;
    let sum = 0;
    queueOfProcesses(kernel, { ...queue, seed }, (wait) => {
      if (waits.length > 0) waits[served] = wait;
      if (wait > 0) waited++;
      sum += wait;
      served++;
    });
    const results = { 'wait.mean': sum / served, 'wait.probability': waited / served };
    for (const p of quantiles) {
      results[`wait.p${Math.round(100 * p)}`] = selectOrderStatistic(waits, p);
    }
    return { customers, events: 2 * customers, results };
  };
  return { call };
}
