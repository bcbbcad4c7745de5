import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { network, type NetworkResult, type NetworkSpec, Simulation } from '@hallsim/kernel';
import { selectOrderStatistic } from '@hallsim/stats';
import { queueOfProcesses } from '../examples/bench/queue-of-processes.mjs';
import { root } from './sources.js';

// The values are theory: M/M/1, M/M/20 (Erlang C), M/M/100+M (Erlang A) and an open Jackson network.
// The standard deviations are those of one result of `of` customers from an empty start, measured on
// 40 (w1 to w3) and 300 (w5) runs of a program written independently of this one, in C++.

type Reference = Record<string, { readonly value: number; readonly sd: number }>;

const W1: Reference = { 'wait.mean': { value: 9, sd: 0.2 } };
const W2: Reference = {
  'wait.mean': { value: 0.755401, sd: 0.038 },
  'wait.probability': { value: 0.755401, sd: 0.007 },
  'wait.p95': { value: 2.715226, sd: 0.16 },
};
const W3: Reference = {
  abandoned: { value: 0.0669819, sd: 0.00095 },
  'wait.mean': { value: 0.0665443, sd: 0.00095 },
};
const W5: Reference = {
  'sojourn.mean': { value: 5.279672, sd: 0.084 },
  'node1.wait.mean': { value: 0.60478, sd: 0.0192 },
  'node2.wait.mean': { value: 0.7895, sd: 0.0335 },
  'node3.wait.mean': { value: 1.64175, sd: 0.08 },
  'node4.wait.mean': { value: 1.59921, sd: 0.099 },
  'node5.wait.mean': { value: 4.16325, sd: 0.269 },
};

const CUSTOMERS = 200_000;
/** Seventeen statistics: chance alone passes 4.5 once in 8,000 such tables. */
const LARGEST_Z = 4.5;

function ofNetwork(file: string): Record<string, number> {
  const text = readFileSync(join(root, 'examples/bench', `${file}.json`), 'utf8');
  const found: NetworkResult = network(JSON.parse(text) as NetworkSpec).run({
    seed: 'bench',
    customers: CUSTOMERS,
    quantiles: [0.95],
  });
  const stations = Object.entries(found.stations).flatMap(([id, { wait, abandoned, joined }]) => {
    const prefix = id === 'desk' ? '' : `${id}.`;
    return [
      [`${prefix}wait.mean`, wait.mean],
      [`${prefix}wait.probability`, wait.probability],
      [`${prefix}wait.p95`, wait.quantiles[0]],
      [`${prefix}abandoned`, abandoned / joined],
    ] as [string, number][];
  });
  return Object.fromEntries([['sojourn.mean', found.sojourn.mean], ...stations]);
}

function ofProcesses(arrivals: number, servers: number): Record<string, number> {
  const waits: number[] = [];
  const queue = { seed: 'bench', customers: CUSTOMERS, arrivals, servers };
  queueOfProcesses({ Simulation }, queue, (wait) => waits.push(wait));
  return {
    'wait.mean': waits.reduce((sum, wait) => sum + wait, 0) / waits.length,
    'wait.probability': waits.filter((wait) => wait > 0).length / waits.length,
    'wait.p95': selectOrderStatistic(Float64Array.from(waits), 0.95),
  };
}

const WORKLOADS: [name: string, of: number, Reference, run: () => Record<string, number>][] = [
  ['W1', 1_000_000, W1, () => ofNetwork('w1')],
  ['W1.process', 1_000_000, W1, () => ofProcesses(0.9, 1)],
  ['W2', 1_000_000, W2, () => ofNetwork('w2')],
  ['W2.process', 1_000_000, W2, () => ofProcesses(19, 20)],
  ['W3', 1_000_000, W3, () => ofNetwork('w3')],
  ['W5', 200_000, W5, () => ofNetwork('w5')],
];

describe.each(WORKLOADS)('bench workload %s', (_name, of, reference, run) => {
  const results = run();

  test.each(Object.entries(reference))('%s agrees with its formula', (id, { value, sd }) => {
    const found = results[id] ?? NaN;
    const z = (found - value) / (sd * Math.sqrt(of / CUSTOMERS));
    expect(Math.abs(z), `${id}: ${found} against ${value}, z = ${z}`).toBeLessThan(LARGEST_Z);
  });
});
