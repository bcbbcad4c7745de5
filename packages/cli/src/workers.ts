import { availableParallelism } from 'node:os';
import { type Runner, thisThread } from '@hallsim/experiment';
import { expectedCustomers, type Scenario } from '@hallsim/scenario';
import type { RawOptions, Study } from './options.js';

/** Customers that a thread must have before it is worth its start: about a fifth of a second. */
const WORTH_A_THREAD = 250_000;

/**
 * Where a study is run: as `--workers` says, else in as many threads as the machine has and the work
 * is worth. The caller closes it.
 * @param halls how many halls are run side by side, all about as busy as `scenario`
 */
export async function openRunner(
  { workers, day }: RawOptions,
  { replications }: Pick<Study, 'replications'>,
  scenario: Scenario,
  halls: number,
): Promise<Runner> {
  const customers = expectedCustomers(scenario, day) * replications * halls;
  const worth = Math.max(1, Math.floor(customers / WORTH_A_THREAD));
  const threads = workers === undefined ? Math.min(availableParallelism(), worth) : Number(workers);
  if (threads === 1) return thisThread;
  const { nodeRunner } = await import('@hallsim/experiment/node');
  return nodeRunner({ workers: threads });
}
