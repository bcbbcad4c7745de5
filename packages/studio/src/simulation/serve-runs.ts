import { type Comparison, compare, type Summary, simulate } from '@hallsim/experiment';
import type { Answer, Picture, RunRequest } from './protocol.js';

/**
 * Serves one run after the other; a newer request stops the older within a batch of days.
 * @param send - takes each answer: pictures of few days at first, then sharper ones
 * @returns takes each request
 */
export function serveRuns(send: (answer: Answer) => void): (request: RunRequest) => void {
  let running = new AbortController();
  return (request) => {
    running.abort();
    running = new AbortController();
    void run(request, running.signal, send);
  };
}

async function run(
  request: RunRequest,
  signal: AbortSignal,
  send: (answer: Answer) => void,
): Promise<void> {
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
      alone(await simulate(scenario, { ...options, onProgress: alone }));
    } else {
      const both = ({ base, variants }: Comparison): void => show(base, variants[variant] ?? null);
      both(await compare(scenario, { ...options, variants: [variant], onProgress: both }));
    }
  } catch (error) {
    if (signal.aborted) return;
    send({ type: 'failed', id, message: error instanceof Error ? error.message : String(error) });
  }
}
