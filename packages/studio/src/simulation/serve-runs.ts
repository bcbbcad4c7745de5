import {
  type Comparison,
  compareChecked,
  type Summary,
  simulateChecked,
} from '@hallsim/experiment';
import { linesByGroup } from './lines-by-group.js';
import type { Answer, Picture, RunRequest } from './protocol.js';

/**
 * Serves one run after the other; a newer request stops the older within a batch of days.
 * @param send - takes each answer: pictures of few days at first, then sharper ones
 * @returns takes each request
 */
export function serveRuns(send: (answer: Answer) => void): (request: RunRequest) => void {
  let running = new AbortController();
  let warm = false;
  return (request) => {
    running.abort();
    running = new AbortController();
    const { signal } = running;
    void run(request, signal, send).then(async (answered) => {
      if (warm || !answered) return;
      warm = true;
      await warmUp(request, signal);
    });
  };
}

/** @returns whether the whole answer was sent */
async function run(
  request: RunRequest,
  signal: AbortSignal,
  send: (answer: Answer) => void,
): Promise<boolean> {
  const { id, scenario, variant, day, seed, replications } = request;
  const options = { seed, replications, signal, ...(day === null ? {} : { day }) };
  const show = (base: Summary, beside: Picture['variant']): void => {
    if (signal.aborted) return; // the page has asked for something newer
    const { replications: days, complete } = base.run;
    send({ type: 'picture', id, picture: { base, variant: beside, days, complete } });
  };
  try {
    if (variant === null) {
      const alone = (base: Summary): void => show(base, null);
      alone(await simulateChecked(scenario, { ...options, onProgress: alone }));
    } else {
      const both = ({ base, variants }: Comparison): void => show(base, variants[variant] ?? null);
      both(await compareChecked(scenario, { ...options, variants: [variant], onProgress: both }));
    }
    const lines = await linesByGroup(request, signal);
    if (signal.aborted) return false;
    send({ type: 'lines', id, lines });
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    send({ type: 'failed', id, message: error instanceof Error ? error.message : String(error) });
    return false;
  }
}

/** Compares a hall with itself for a few days that nobody sees: the first edit then finds the code compiled. */
async function warmUp({ scenario, day, seed }: RunRequest, signal: AbortSignal): Promise<void> {
  for (let round = 0; round < 4 && !signal.aborted; round++) {
    const variants = { again: scenario };
    await compareChecked(scenario, {
      variants,
      replications: 10,
      seed,
      signal,
      ...(day !== null && { day }),
    });
  }
}
